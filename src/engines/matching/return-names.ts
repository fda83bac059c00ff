import type { MarketNeed, MarketOffer, ReturnSkill } from './postings.ts'

/** Returns what a need gives, or what a barter offer wants in return. */
export function returnsOf(posting: MarketNeed | MarketOffer): readonly ReturnSkill[] {
  if ('gives' in posting) return posting.gives
  return posting.terms.kind === 'barter' ? posting.terms.wants : []
}

/** Returns the names of these skills, both as labels and as posted. */
export function namesOfReturns(posting: MarketNeed | MarketOffer): string[] {
  const names = returnsOf(posting).flatMap(({ label, posted }) => [label, posted ?? label])
  return [...new Set(names)]
}
