import type { RankOptions } from '../../engines/matching/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { type Message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { runSliced } from '../../shared/sliced-work.ts'
import { blockersFor } from './blockers-for.ts'
import { createMarketRepository, type NeedRecord } from './market.repository.ts'
import type { MatchNeed } from './market-ids.ts'
import { indexedOfferKeys, type MatchingPorts } from './matching-ports.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

/** Number of near misses whose blockers are compared. */
const NEAR_MISSES = 60

/** One change to a need, and how many offers it would open without any other change. */
export interface OpeningChange {
  code: string
  change: string
  opens: number
}

/**
 * Finds the one change to a need that would open the most offers. It ranks offers for the same need without requirements;
 * each offer that a single gate blocks, for a reason that the caller may know, is a vote for that gate's smallest change. A tie goes to the change with the better
 * offer. Returns null if no single change opens any.
 */
export function createFindOpeningChange({
  engine,
  engineQueue,
}: Pick<MatchingPorts, 'engine' | 'engineQueue'>) {
  return async function findOpeningChange(
    ctx: Context,
    { record, language }: { record: NeedRecord; language: ReaderLanguage },
  ): Promise<OpeningChange | null> {
    const need = toMarketNeed(record)
    const asOfMs = ctx.clock().getTime()
    const options: RankOptions = { limit: NEAR_MISSES, asOfMs, kinds: need.accepts, leastFit: 'possible' }
    const relaxed = withoutRequirements(need)
    const ranked = await engineQueue.runFor(ctx.actor.partnerId, async () => [
      ...(await runSliced(engine.rankOffersInSteps({ ...relaxed, modality: 'remote' }, options))),
      ...(await runSliced(engine.rankOffersInSteps({ ...relaxed, modality: 'onsite' }, options))),
    ])
    const ids = new Set(ranked.toSorted((a, b) => b.score - a.score).map(({ offerId }) => offerId))
    const records = await createMarketRepository(ctx.db).offersByKey(indexedOfferKeys(engine, [...ids]))
    const explained = await engineQueue.runFor(ctx.actor.partnerId, () =>
      runSliced(engine.explainOffersInSteps(need, records.map(toMarketOffer), asOfMs)),
    )
    const known = explained.flatMap(({ blockers, score }, at) => {
      const [only] = blockers
      const offer = records[at]?.offer
      if (!only || !offer || blockers.length > 1) return []
      const [shown] = blockersFor(ctx.actor.partnerId, { need: record.need, offer }, [only])
      return shown && shown.code !== 'not_available' ? [{ only: shown, score }] : []
    })
    const most = changeWithMostVotes(known)
    return most && { ...most, change: textOf(most.change, language) }
  }
}

type MostVoted = Omit<OpeningChange, 'change'> & { change: Message }

function changeWithMostVotes(
  votes: readonly { only: { code: string; smallestChange: Message }; score: number }[],
): MostVoted | null {
  const changes = new Map<string, MostVoted & { bestScore: number }>()
  for (const { only, score } of votes) {
    const known = changes.get(only.code)
    const isBetter = !known || score > known.bestScore
    changes.set(only.code, {
      code: only.code,
      change: isBetter ? only.smallestChange : known.change,
      opens: (known?.opens ?? 0) + 1,
      bestScore: isBetter ? score : known.bestScore,
    })
  }
  const [most] = [...changes.values()].sort((a, b) => b.opens - a.opens || b.bestScore - a.bestScore)
  return most ? { code: most.code, change: most.change, opens: most.opens } : null
}

/** The same work for anybody, anywhere, at any time. */
function withoutRequirements(need: MatchNeed): MatchNeed {
  return {
    ...need,
    skills: need.skills.map((skill) => ({ ...skill, importance: 'should', level: null })),
    languages: [],
    place: null,
    maxDistanceKm: null,
    hoursPerWeek: null,
    startsOn: null,
    endsOn: null,
    deadlineAtMs: null,
    requires: [],
  }
}
