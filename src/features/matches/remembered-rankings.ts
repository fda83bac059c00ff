import { type RankOptions, rankingHoldsUntil, type Session } from '../../engines/matching/index.ts'
import type { RankedMatch } from './market-ids.ts'

/** What a ranking came to, and for how long it does. */
interface RememberedRanking {
  ranked: readonly RankedMatch[]
  /** Of the engine. */
  revision: number
  asOfMs: number
  holdsUntilMs: number
}

/** The rankings of one need, by what they were narrowed to. */
export type Rankings = Map<string, RememberedRanking>

/** Most rankings of one need, and most rows of each, that are kept. */
export const MOST_RANKINGS = 4
const MOST_ROWS = 51

/**
 * Ranks, or returns what the same ranking came to before. It comes to the same as long as the market has not changed, the day
 * is the same, the need's deadline is neither nearer than it was in a way that counts, nor over, and no session has begun.
 */
export async function rankOnce(
  rankings: Rankings,
  asked: {
    deadlineAtMs: number | null
    sessions: readonly Session[]
    options: RankOptions
    revision: () => number
  },
  rank: () => Promise<RankedMatch[]>,
): Promise<readonly RankedMatch[]> {
  const { options, revision } = asked
  const { asOfMs, ...narrowed } = options
  const key = JSON.stringify(narrowed)
  const known = rankings.get(key)
  if (known && known.revision === revision() && known.asOfMs <= asOfMs && asOfMs < known.holdsUntilMs)
    return known.ranked
  const revisionBefore = revision()
  const ranked = await rank()
  // A change while it waited for its turn may or may not be in it.
  if (revision() === revisionBefore && options.limit <= MOST_ROWS) {
    if (rankings.size >= MOST_RANKINGS) rankings.clear()
    const holdsUntilMs = rankingHoldsUntil(asked, asOfMs)
    rankings.set(key, { ranked, revision: revisionBefore, asOfMs, holdsUntilMs })
  }
  return ranked
}
