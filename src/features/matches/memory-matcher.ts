import type { PartnerId } from '../../shared/ids.ts'
import { runSliced } from '../../shared/sliced-work.ts'
import { rankOrRecall } from './cached-rankings.ts'
import type { FairQueue } from './fair-queue.ts'
import type { Key } from './market-columns.repository.ts'
import type { MatchEngine } from './market-ids.ts'
import type { Asking, Matcher } from './matcher.ts'

/** Ranks with the index in this process. All work of the engine goes through the queue. */
export function createMemoryMatcher(engine: MatchEngine, engineQueue: FairQueue): Matcher {
  const enqueue = <T>({ actor }: Asking, work: () => T | Promise<T>): Promise<T> =>
    actor ? engineQueue.runFor(actor.partnerId, work) : engineQueue.run(work)
  return {
    rankOffers: (ctx, need, options, { stopping } = {}) =>
      enqueue(ctx, () => runSliced(engine.rankOffersInSteps(need, options), stopping)),
    rankOffersAgain: (ctx, need, options, rankings) =>
      rankOrRecall(
        rankings,
        {
          deadlineAtMs: need.deadlineAtMs,
          sessions: need.sessions ?? [],
          options,
          isCurrent: (standing) => engine.isCurrent(need, standing),
        },
        (work) => enqueue(ctx, work),
        (before) => runSliced(engine.rankOffersAgainInSteps(need, options, before)),
      ),
    rankNeeds: (ctx, offer, options, { stopping } = {}) =>
      enqueue(ctx, () => runSliced(engine.rankNeedsInSteps(offer, options), stopping)),
    blockedOffers: (ctx, need, options) =>
      enqueue(ctx, () => runSliced(engine.blockedOffersInSteps(need, options))),
    blockedNeeds: (ctx, offer, options) =>
      enqueue(ctx, () => runSliced(engine.blockedNeedsInSteps(offer, options))),
    explain: (ctx, need, offer, asOfMs) => enqueue(ctx, () => engine.explain(need, offer, asOfMs)),
    explainOffers: (ctx, need, ...asked) =>
      enqueue(ctx, () => runSliced(engine.explainOffersInSteps(need, ...asked))),
    explainStanding: (ctx, { need, standing, asOfMs }, offers, isPut) =>
      enqueue(ctx, async () => ({
        isSameMarket:
          engine.isCurrent(need, standing) || engine.statisticsOf(need, asOfMs) === standing.statistics,
        explained: await runSliced(engine.explainOffersInSteps(need, offers, asOfMs, isPut)),
      })),
    explainNeeds: (ctx, offer, ...asked) =>
      enqueue(ctx, () => runSliced(engine.explainNeedsInSteps(offer, ...asked))),
    keysOfNeeds: async (_ctx, ids) => ids.flatMap((id) => toKey(engine.partnerOfNeed(id), id)),
    keysOfOffers: async (_ctx, ids) => ids.flatMap((id) => toKey(engine.partnerOfOffer(id), id)),
    isCurrent: (need, standing) => engine.isCurrent(need, standing),
  }
}

function toKey(partnerId: PartnerId | undefined, id: Key['id']): Key[] {
  return partnerId === undefined ? [] : [{ partnerId, id }]
}
