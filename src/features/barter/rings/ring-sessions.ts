import type { WriteContext } from '../../../platform/events/index.ts'
import { createEngagementsRepository } from '../../engagements/index.ts'
import { type IntroductionRow, isFilledWith } from '../../introductions/index.ts'
import { createMarketRepository, fittingIds } from '../../matches/index.ts'
import {
  type AgreedSession,
  atDifferentTimes,
  createCapacityRepository,
  type NeedRow,
  type OfferRow,
  sessionsLeft,
} from '../../postings/index.ts'

/** Tells whether the ring takes what is left of a need: its last position, or the last place of each future session. */
export async function isFilled(
  ctx: WriteContext,
  { need, row, sessions: taken }: { need: NeedRow; row: IntroductionRow; sessions: readonly AgreedSession[] },
): Promise<boolean> {
  // The introduction of the ring is already counted.
  const takenPositions = (await createEngagementsRepository(ctx.db).countTakenPositions(row)) - 1
  const takenBySession = await createCapacityRepository(ctx.db).takenSessionsOf(need.partnerId, need.id)
  const sessions = sessionsLeft({ need, takenBySession })
  return isFilledWith(need, { takenPositions, sessions, taken, now: ctx.clock() })
}

/** Returns the sessions of a need that the giver of a link can attend, and of those at the same time the earliest. */
export async function sessionsOf(
  ctx: WriteContext,
  need: NeedRow,
  offer: OfferRow,
): Promise<AgreedSession[]> {
  if (need.sessions.length === 0) return []
  const market = createMarketRepository(ctx.db)
  const [needRecord] = await market.needsByKey([need])
  const [offerRecord] = await market.offersByKey([offer])
  if (!needRecord || !offerRecord) return []
  const ids = fittingIds(needRecord, offerRecord, ctx.clock())
  const fitting = need.sessions.filter(({ id }) => ids.includes(id))
  return atDifferentTimes(fitting).map(({ positions: _, ...session }) => session)
}
