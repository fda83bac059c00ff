import { type ReadableText, readText } from './readable-text.ts'
import { type Spelling, spellingOf } from './spelled-names.ts'

/** A readable text with its spelling, which only some checks need. */
export interface RecentText extends ReadableText {
  spelling(): Spelling
}

/** Enough for the texts of a few candidates. */
const MAX_KEPT_CHARS = 32 * 1024
/** Memory of an entry besides its text, in characters. */
const CHARS_OF_ENTRY = 100

const kept = new Map<string, readonly RecentText[]>()
let keptChars = 0

/**
 * Reads a text like `readText`, with a cache: the checks of a candidate read its texts several times, and candidates of one
 * file share skills and majors.
 */
export function readTextCached(given: string): readonly RecentText[] {
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
