import { z } from 'zod'
import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import {
  type App,
  actorOf,
  idempotencyHeader,
  type Once,
  pageOf,
  problem,
} from '../../platform/http/index.ts'
import { notFound } from '../../shared/errors.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import { explainMatch } from './explain-match.ts'
import {
  match,
  matchExplanation,
  matchQuery,
  needMatch,
  offerMatch,
  previewInput,
} from './matches.schemas.ts'
import { previewMatches } from './preview-matches.ts'
import { type MatchingDeps, rankNeeds, rankOffers } from './rank-matches.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

const tags = ['Matches']
const config = { scope: 'matches:read', rateClass: 'rank' } as const
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })
const offerQuery = matchQuery.omit({ kinds: true })

export function registerMatchingRoutes(
  app: App,
  deps: MatchingDeps & { db: Queryable; taxonomy: Taxonomy; once: Once },
): void {
  app.get(
    '/v1/needs/:id/matches',
    {
      config,
      schema: {
        tags,
        summary: 'Offers for a need, best first, with reasons',
        params: idParams,
        querystring: matchQuery,
        response: { 200: pageOf(offerMatch), ...refusals },
      },
    },
    async (request) => {
      const key = {
        partnerId: actorOf(request).partnerId,
        id: idInAddress('need', request.params.id, 'need'),
      }
      const [record] = await deps.market.needsByKey([key])
      if (!record) throw notFound('need')
      if (record.need.status !== 'open') return { data: [], next_cursor: null }
      return rankOffers(deps, toMarketNeed(record), request.query)
    },
  )

  app.get(
    '/v1/offers/:id/matches',
    {
      config,
      schema: {
        tags,
        summary: 'Needs for an offer, best first, with reasons',
        params: idParams,
        querystring: offerQuery,
        response: { 200: pageOf(needMatch), ...refusals },
      },
    },
    async (request) => {
      const key = {
        partnerId: actorOf(request).partnerId,
        id: idInAddress('offer', request.params.id, 'offer'),
      }
      const [record] = await deps.market.offersByKey([key])
      if (!record) throw notFound('offer')
      if (record.offer.status !== 'open') return { data: [], next_cursor: null }
      return rankNeeds(deps, toMarketOffer(record), request.query)
    },
  )

  app.get(
    '/v1/needs/:id/matches/:offer_id',
    {
      config,
      schema: {
        tags,
        summary: 'Why a need and an offer match, or what keeps them apart',
        params: z.object({ id: z.string(), offer_id: z.string() }),
        response: { 200: matchExplanation, ...refusals },
      },
    },
    async (request) => {
      const needId = idInAddress('need', request.params.id, 'need')
      const offerId = idInAddress('offer', request.params.offer_id, 'offer')
      return explainMatch(deps, actorOf(request).partnerId, needId, offerId)
    },
  )

  app.post(
    '/v1/matches/preview',
    {
      config,
      schema: {
        tags,
        summary: 'Rank a need or an offer that is not saved',
        headers: idempotencyHeader,
        body: previewInput,
        response: { 200: pageOf(match), ...refusals },
      },
    },
    (request, reply) =>
      deps.once.compute(request, reply, async () => ({
        status: 200,
        body: await previewMatches(deps, actorOf(request).partnerId, request.body),
      })),
  )
}
