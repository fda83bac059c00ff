import { inSteps } from '../../shared/in-steps.ts'
import {
  type MarketRepository,
  type MatchEngine,
  type MatchNeed,
  keysOf as matchKeysOf,
  type Turns,
  toMarketOffer,
} from '../matches/index.ts'

/** So many near misses are asked what keeps them apart. */
const NEAR_MISSES = 60

/** One change to a need, and how many offers it would open. */
export interface OpeningChange {
  code: string
  change: string
  opens: number
}

/**
 * Which one change to a need would open the most offers: of those that a need with no demands would find, each that a
 * single gate keeps apart is a vote for that gate's smallest change. Of two changes with as many the one of the better
 * offer counts. Null where no single change opens any.
 */
export async function changeThatOpensMost(
  deps: { engine: MatchEngine; market: MarketRepository; turns: Turns },
  need: MatchNeed,
  asOfMs: number,
): Promise<OpeningChange | null> {
  const options = { limit: NEAR_MISSES, asOfMs, kinds: need.accepts }
  const anybody = withoutDemands(need)
  const ranked = await deps.turns.take(async () => [
    ...(await inSteps(deps.engine.rankOffersInSteps({ ...anybody, modality: 'remote' }, options))),
    ...(await inSteps(deps.engine.rankOffersInSteps({ ...anybody, modality: 'onsite' }, options))),
  ])
  const best = [...ranked].sort((a, b) => b.score - a.score).map(({ offerId }) => offerId)
  const keys = [...new Set(best)].flatMap((id) => matchKeysOf(id, deps.engine.partnerOfOffer(id)))
  const records = await deps.market.offersByKey(keys)
  const explained = await deps.turns.take(() =>
    deps.engine.explainOffers(need, records.map(toMarketOffer), asOfMs),
  )
  const changes = new Map<string, OpeningChange & { bestScore: number }>()
  for (const { blockers, score } of explained) {
    const [only] = blockers
    if (!only || blockers.length > 1) continue
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

/** Asks for the same work, of anybody, anywhere, at any time. */
function withoutDemands(need: MatchNeed): MatchNeed {
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
