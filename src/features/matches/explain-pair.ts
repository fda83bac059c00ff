import { type Explanation, sessionsFitting } from '../../engines/matching/index.ts'
import { type Context, createEventsRepository } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import { isId, type NeedId, type OfferId, type PartnerId } from '../../shared/ids.ts'
import {
  createIntroductionsRepository,
  type ExplainedPair as IntroducedPair,
  type PairFactors,
} from '../introductions/index.ts'
import { type SessionId, sessionsLeft, toPublicNeedView, toPublicOfferView } from '../postings/index.ts'
import { blockersFor, type ShownBlocker } from './blockers-for.ts'
import { createMarketRepository, type Key, type NeedRecord, type OfferRecord } from './market.repository.ts'
import { canSee } from './markets.ts'
import type { MatchingPorts, PairPorts } from './matching-ports.ts'
import { requireReadyIndex } from './require-ready-index.ts'
import { roundScore } from './show-match.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

export interface Pair {
  needId: NeedId
  offerId: OfferId
}

/** A need and an offer as they are now, with all blockers. */
export interface ExplainedPair extends IntroducedPair {
  needRecord: NeedRecord
  offerRecord: OfferRecord
  need: NeedRecord['need']
  offer: OfferRecord['offer']
  explanation: Explanation
  /** As the caller may see them. */
  blockers: ShownBlocker[]
}

/**
 * Explains a pair, even if it is blocked or not open. One side must be the caller's own. The other must be the caller's
 * too, be open and visible to the network, or be part of an accepted introduction of the two. Throws `not_ready`,
 * `need_not_found` and `offer_not_found`.
 */
export function createExplainPair(ports: PairPorts) {
  const { matcher, feed } = ports
  return async function explainPair(ctx: Context, { needId, offerId }: Pair): Promise<ExplainedPair> {
    requireReadyIndex({ feed })
    const { partnerId } = ctx.actor
    const { needRecord, offerRecord } = await readPair(ctx, ports, { needId, offerId })
    const isOwn = needRecord?.need.partnerId === partnerId || offerRecord?.offer.partnerId === partnerId
    if (!needRecord || !isOwn) throw notFound('need')
    if (!offerRecord) throw notFound('offer')
    const explanation = await matcher.explain(
      ctx,
      toMarketNeed(needRecord),
      toMarketOffer(offerRecord),
      ctx.clock().getTime(),
    )
    const pair = { need: needRecord.need, offer: offerRecord.offer }
    return {
      needRecord,
      offerRecord,
      ...pair,
      explanation,
      sessions: sessionsLeft(needRecord),
      sessionsFitting: fittingIds(needRecord, offerRecord, ctx.clock()),
      isHeld: offerRecord.isHeld,
      blockers: blockersFor(partnerId, pair, explanation.blockers),
      factors: pairFactors(explanation, needRecord.need.skills.length > 0),
      proposal: {
        need: toPublicNeedView(needRecord),
        offer: toPublicOfferView(offerRecord),
        score: roundScore(explanation.score),
        summary: explanation.summary,
      },
    }
  }
}

/** Reads what the caller may see of both sides. Each may be its own, in any state, or another partner's. */
async function readPair(ctx: Context, ports: PairPorts, pair: Pair) {
  const { partnerId } = ctx.actor
  const own = { needPartnerId: partnerId, offerPartnerId: partnerId }
  const found = visibleIn(partnerId, await readRecords(ctx, ports.matcher, pair, own))
  if (found.needRecord && found.offerRecord) return found
  const agreed = await createIntroductionsRepository(ctx.db).accepted(partnerId, pair)
  if (agreed) {
    const accepted = await readRecords(ctx, ports.matcher, pair, agreed)
    return { needRecord: accepted.needs[0], offerRecord: accepted.offers[0] }
  }
  // Another process, or on Citus this one, may have posted it a moment ago.
  const keys = await ports.feed.unappliedKeys(createEventsRepository(ctx.db), [pair.needId, pair.offerId])
  if (keys.length === 0) return found
  const late = visibleIn(partnerId, await readKeys(ctx, { needs: keys, offers: keys }))
  return {
    needRecord: found.needRecord ?? late.needRecord,
    offerRecord: found.offerRecord ?? late.offerRecord,
  }
}

interface Records {
  needs: NeedRecord[]
  offers: OfferRecord[]
}

function visibleIn(partnerId: PartnerId, { needs, offers }: Records) {
  return {
    needRecord: needs.find(({ need }) => canSee(partnerId, need)),
    offerRecord: offers.find(({ offer }) => canSee(partnerId, offer)),
  }
}

/** Reads both sides as rows of these partners and of the partners that own them according to the index. */
async function readRecords(
  ctx: Context,
  matcher: MatchingPorts['matcher'],
  { needId, offerId }: Pair,
  { needPartnerId, offerPartnerId }: { needPartnerId: PartnerId; offerPartnerId: PartnerId },
): Promise<Records> {
  const [needKeys, offerKeys] = await Promise.all([
    matcher.keysOfNeeds(ctx, [needId]),
    matcher.keysOfOffers(ctx, [offerId]),
  ])
  return readKeys(ctx, {
    needs: [{ partnerId: needPartnerId, id: needId }, ...needKeys],
    offers: [{ partnerId: offerPartnerId, id: offerId }, ...offerKeys],
  })
}

async function readKeys(ctx: Context, keys: { needs: Key[]; offers: Key[] }): Promise<Records> {
  const market = createMarketRepository(ctx.db)
  const [needs, offers] = await Promise.all([
    market.needsByKey(keys.needs.filter(({ id }) => isId('need', id))),
    market.offersByKey(keys.offers.filter(({ id }) => isId('offer', id))),
  ])
  return { needs, offers }
}

/**
 * Returns the factors of a pair. A need without skills is judged by its words, so its skills get the value of
 * `wording`.
 */
function pairFactors({ factors }: Explanation, hasSkills: boolean): PairFactors {
  const valuesFor = (side: 'forNeed' | 'forOffer') => {
    const values = Object.fromEntries(factors.map((factor) => [factor.name, factor[side]]))
    return hasSkills ? values : { ...values, skills: values.wording ?? 0 }
  }
  return { need: valuesFor('forNeed'), offer: valuesFor('forOffer') }
}

/** Returns the ids of the future sessions that an offer can attend, earliest first. */
export function fittingIds(need: NeedRecord, offer: OfferRecord, now: Date): SessionId[] {
  const fitting = sessionsFitting(toMarketNeed(need), toMarketOffer(offer), now.getTime()).map(({ id }) => id)
  return need.need.sessions.flatMap(({ id }) => (fitting.includes(id) ? [id] : []))
}
