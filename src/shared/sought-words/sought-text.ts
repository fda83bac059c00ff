import { type Token, tokensOf } from './text-tokens.ts'
import { unmeantTokens } from './unmeant-words.ts'
import { type OfWriter, wordsOfWriter } from './writer-words.ts'

/** Only the beginning of a text is read, which says what it is about, because reading takes time. */
export const MAX_CHARS = 4000

/** How a text is read. */
export interface ReadingOfText {
  /** Writers of needs may describe themselves, which is not what they seek. */
  side: 'need' | 'offer'
  /**
   * Whether posted skills say what the work is. Otherwise the writer's business may say it: `our library
   * needs help`.
   */
  knowsWork: () => boolean
}

/**
 * Replaces words that do not describe the work by spaces: what the text denies, sayings and, in needs, what the
 * writers are and their business. Keeps the purpose of a thing, which shows the kind of work.
 */
export function soughtText(text: string, { side, knowsWork }: ReadingOfText): string {
  const tokens = tokensOf(text.slice(0, MAX_CHARS))
  const unmeant = unmeantTokens(tokens)
  const ofWriter = side === 'need' ? wordsOfWriter(tokens) : NONE
  const isBeside = (token: Token) => {
    const of = ofWriter.get(token)
    return unmeant.has(token) || of === 'work' || (of === 'business' && knowsWork())
  }
  let sought = ''
  let from = 0
  for (const token of tokens) {
    // `Don't` is two tokens at the same position.
    if (token.start < from || !isBeside(token)) continue
    sought += text.slice(from, token.start) + ' '.repeat(token.end - token.start)
    from = token.end
  }
  return sought + text.slice(from)
}

const NONE: ReadonlyMap<Token, OfWriter> = new Map()
