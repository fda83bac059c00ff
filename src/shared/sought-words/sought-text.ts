import { deniedTokens } from './denied-words.ts'
import { type Token, tokensOf } from './text-tokens.ts'
import { type OfWriter, wordsOfWriter } from './writer-words.ts'

/** A text says at its beginning what it is about, and reading takes time. */
export const MAX_CHARS = 4000

/** How a text is read. */
export interface ReadingOfText {
  /** Whose writer seeks help may say what they are, which is not sought. */
  side: 'need' | 'offer'
  /** Whether skills say what the work is. Otherwise the business of who writes may tell it: `our library needs help`. */
  knowsWork: () => boolean
}

/**
 * A text without what it says beside the work: what it denies and, of somebody who seeks help, what they are and their business.
 * Spaces take the place of these words. What something is for stays: it tells of what kind the work is.
 */
export function soughtText(text: string, { side, knowsWork }: ReadingOfText): string {
  const tokens = tokensOf(text.slice(0, MAX_CHARS))
  const denied = deniedTokens(tokens)
  const ofWriter = side === 'need' ? wordsOfWriter(tokens) : NONE
  const isBeside = (token: Token) => {
    const of = ofWriter.get(token)
    return denied.has(token) || of === 'work' || (of === 'business' && knowsWork())
  }
  let sought = ''
  let from = 0
  for (const token of tokens) {
    // `Don't` is two tokens of one place.
    if (token.start < from || !isBeside(token)) continue
    sought += text.slice(from, token.start) + ' '.repeat(token.end - token.start)
    from = token.end
  }
  return sought + text.slice(from)
}

const NONE: ReadonlyMap<Token, OfWriter> = new Map()
