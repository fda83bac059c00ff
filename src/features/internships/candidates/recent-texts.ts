import { type ReadableText, readText } from './readable-text.ts'
import { type Spelling, spellingOf } from './spelled-names.ts'

/** A text as people read it, with its spelling, which not every check needs. */
export interface RecentText extends ReadableText {
  spelling(): Spelling
}

/** So few that they are those of the candidates at hand. */
const MAX_KEPT_CHARS = 32 * 1024
/** Beyond the texts themselves each entry takes some memory. */
const CHARS_OF_ENTRY = 100

const kept = new Map<string, readonly RecentText[]>()
let keptChars = 0

/**
 * Reads a text as `readText` does. The checks of a candidate read its texts several times, and the candidates of one file
 * have skills and majors in common, so the latest ones are kept.
 */
export function readTextOnce(given: string): readonly RecentText[] {
  const before = kept.get(given)
  if (before) return before
  const texts = readText(given).map(withSpelling)
  const chars = given.length + CHARS_OF_ENTRY
  if (keptChars + chars > MAX_KEPT_CHARS) {
    kept.clear()
    keptChars = 0
  }
  if (chars > MAX_KEPT_CHARS) return texts
  kept.set(given, texts)
  keptChars += chars
  return texts
}

function withSpelling(text: ReadableText): RecentText {
  let spelling: Spelling | undefined
  return {
    ...text,
    spelling() {
      spelling ??= spellingOf(text.plain)
      return spelling
    },
  }
}
