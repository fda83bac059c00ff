import { MOST } from '../rows/layout.ts'
import type { StoredPosting } from './stored-posting.ts'

/** One contribution of a posting to the market's statistics. It counts `by` times. */
export interface Counted {
  kind: 'word' | 'skill' | 'total'
  /** A stem, a skill, or the name of a sum of `MarketTotals`. */
  key: string
  by: number
}

/** Returns what the statistics of the market count of a posting (see `Statistics`). */
export function countedOf(side: 'need' | 'offer', posting: StoredPosting): Counted[] {
  const { skills, words, titleLength, descriptionLength } = posting
  const counted: Counted[] = [
    { kind: 'total', key: 'postings', by: 1 },
    ...words.map(({ stem }) => ({ kind: 'word' as const, key: stem, by: 1 })),
  ]
  if (side === 'need') return counted
  return [
    ...counted,
    { kind: 'total', key: 'offers', by: 1 },
    // Limited in the same way as in a row.
    { kind: 'total', key: 'titleLengths', by: Math.min(MOST.titleLength, titleLength) },
    { kind: 'total', key: 'descriptionLengths', by: Math.min(MOST.descriptionLength, descriptionLength) },
    ...skills.map(({ skill }) => ({ kind: 'skill' as const, key: skill, by: 1 })),
  ]
}
