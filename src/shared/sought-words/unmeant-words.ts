import { deniedTokens } from './denied-words.ts'
import { idiomTokens } from './idioms.ts'
import type { Token } from './text-tokens.ts'

/** Returns the words that say nothing about the work: those that the text denies, and those of sayings. */
export function unmeantTokens(tokens: readonly Token[]): ReadonlySet<Token> {
  return deniedTokens(tokens).union(idiomTokens(tokens))
}
