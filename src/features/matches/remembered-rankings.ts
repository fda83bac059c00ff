import { type RankOptions, rankingHoldsUntil, type Session } from '../../engines/matching/index.ts'
import type { StandingMatches } from './market-ids.ts'

/** What a ranking came to, and for how long it does. */
interface RememberedRanking {
  standing: StandingMatches
  asOfMs: number
  holdsUntilMs: number
}

/** The rankings of one need, by what they were narrowed to. */
export type Rankings = Map<string, RememberedRanking>

/** Most rankings of one need, and most rows of one and of all, that are kept: the largest page is 100 rows long. */
export const MOST_RANKINGS = 4
const MOST_ROWS = 101
const MOST_ROWS_OF_NEED = 204

/**
 * Ranks when the engine has time, or returns what the same ranking came to before. It comes to the same as long as the market has
 * not changed, the day is the same, the need's deadline is neither nearer than it was in a way that counts, nor over, and no
 * session has begun. If only the market has changed, the engine gets what it came to before, and looks at what changed. Of those who ask at one time, the first ranks for all: the others find its ranking when their turn comes.
 */
export async function rankOnce(
  rankings: Rankings,
  asked: {
    deadlineAtMs: number | null
    sessions: readonly Session[]
    options: RankOptions
    isCurrent: (standing: StandingMatches) => boolean
  },
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
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
    inTurn(async () => {
      const found = recallCurrent()
      if (found) return found
      const standing = await rank(recall())
      if (isCurrent(standing) && options.limit <= MOST_ROWS)
        remember(rankings, key, { standing, asOfMs, holdsUntilMs: rankingHoldsUntil(asked, asOfMs) })
      return standing
    })
  )
}

function remember(rankings: Rankings, key: string, one: RememberedRanking): void {
  rankings.delete(key)
  const rows = [...rankings.values()].reduce(
    (sum, { standing }) => sum + standing.ranked.length,
    one.standing.ranked.length,
  )
  if (rankings.size >= MOST_RANKINGS || rows > MOST_ROWS_OF_NEED) rankings.clear()
  rankings.set(key, one)
}
