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

/** Most rankings of one need, and most rows of one and of all, that are kept: the largest page is 100 rows long. */
export const MOST_RANKINGS = 4
const MOST_ROWS = 101
const MOST_ROWS_OF_NEED = 204

/**
 * Ranks when the engine has time, or returns what the same ranking came to before. It comes to the same as long as the market has
 * not changed, the day is the same, the need's deadline is neither nearer than it was in a way that counts, nor over, and no
 * session has begun. Of those who ask at one time, the first ranks for all: the others find its ranking when their turn comes.
 */
export async function rankOnce(
  rankings: Rankings,
  asked: {
    deadlineAtMs: number | null
    sessions: readonly Session[]
    options: RankOptions
    revision: () => number
  },
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
  rank: () => Promise<RankedMatch[]>,
): Promise<readonly RankedMatch[]> {
  const { options, revision } = asked
  const { asOfMs, ...narrowed } = options
  const key = JSON.stringify(narrowed)
  const recall = () => {
    const known = rankings.get(key)
    const holds =
      known && known.revision === revision() && known.asOfMs <= asOfMs && asOfMs < known.holdsUntilMs
    return holds ? known.ranked : undefined
  }
  return (
    recall() ??
    inTurn(async () => {
      const found = recall()
      if (found) return found
      const revisionBefore = revision()
      const ranked = await rank()
      if (revision() === revisionBefore && options.limit <= MOST_ROWS)
        remember(rankings, key, {
          ranked,
          revision: revisionBefore,
          asOfMs,
          holdsUntilMs: rankingHoldsUntil(asked, asOfMs),
        })
      return ranked
    })
  )
}

function remember(rankings: Rankings, key: string, one: RememberedRanking): void {
  rankings.delete(key)
  const rows = [...rankings.values()].reduce((sum, { ranked }) => sum + ranked.length, one.ranked.length)
  if (rankings.size >= MOST_RANKINGS || rows > MOST_ROWS_OF_NEED) rankings.clear()
  rankings.set(key, one)
}
