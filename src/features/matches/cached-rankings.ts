import { type RankOptions, rankingHoldsUntil, type Session } from '../../engines/matching/index.ts'
import type { StandingMatches } from './market-ids.ts'

/** A cached ranking and how long it stays valid. */
interface CachedRanking {
  standing: StandingMatches
  asOfMs: number
  holdsUntilMs: number
}

/** The cached rankings of one need, by their filters. */
export type Rankings = Map<string, CachedRanking>

/**
 * Maximum rankings of one need, rows of one ranking, and rows of all rankings of a need that are cached. The largest
 * page has 100 rows.
 */
export const MOST_RANKINGS = 4
const MOST_ROWS = 101
const MOST_ROWS_OF_NEED = 204

/**
 * Ranks when the engine is free, or returns the cached ranking. A ranking stays valid until the market changes, the day
 * ends, the need's deadline comes near or passes, or a session begins. If only the market has changed, the engine gets
 * the previous ranking and checks only the changes. Of concurrent calls the first ranks for all: the others find its
 * ranking in the cache when it is their turn.
 */
export async function rankOrRecall(
  rankings: Rankings,
  asked: {
    deadlineAtMs: number | null
    sessions: readonly Session[]
    options: RankOptions
    isCurrent: (standing: StandingMatches) => boolean
  },
  enqueue: <T>(work: () => Promise<T>) => Promise<T>,
  rank: (before?: StandingMatches) => Promise<StandingMatches>,
): Promise<StandingMatches> {
  const { options, isCurrent } = asked
  const { asOfMs, ...narrowed } = options
  const key = JSON.stringify(narrowed)
  const recall = () => {
    const known = rankings.get(key)
    return known && known.asOfMs <= asOfMs && asOfMs < known.holdsUntilMs ? known.standing : undefined
  }
  const recallCurrent = () => {
    const standing = recall()
    return standing && isCurrent(standing) ? standing : undefined
  }
  return (
    recallCurrent() ??
    enqueue(async () => {
      const found = recallCurrent()
      if (found) return found
      const standing = await rank(recall())
      if (isCurrent(standing) && options.limit <= MOST_ROWS)
        cacheRanking(rankings, key, { standing, asOfMs, holdsUntilMs: rankingHoldsUntil(asked, asOfMs) })
      return standing
    })
  )
}

function cacheRanking(rankings: Rankings, key: string, one: CachedRanking): void {
  rankings.delete(key)
  const rows = [...rankings.values()].reduce(
    (sum, { standing }) => sum + standing.ranked.length,
    one.standing.ranked.length,
  )
  if (rankings.size >= MOST_RANKINGS || rows > MOST_ROWS_OF_NEED) rankings.clear()
  rankings.set(key, one)
}
