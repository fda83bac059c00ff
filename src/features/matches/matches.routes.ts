import type { Router } from '../../platform/http/index.ts'
import {
  batchAnswer,
  batchInput,
  matchExplanation,
  matchQuery,
  needMatchPage,
  offerMatchPage,
  previewInput,
  previewPage,
} from './matches.schemas.ts'
import type { Matches } from './matches.ts'

export function registerMatchesRoutes(router: Router, matches: Matches): void {
  const routes = router.group({ tag: 'Matches', scope: 'matches' })

  routes.get(
    '/v1/needs/:id/matches',
    {
      summary: 'Rank offers for a need, best first, with reasons',
      ids: { id: 'need' },
      query: matchQuery,
      answers: { 200: offerMatchPage },
      refusals: ['not_ready', 'invalid_cursor'],
      isLocalized: true,
      rateClass: 'rank',
    },
    async (ctx, { ids: { id }, query, language }) => ({
      status: 200,
      body: await matches.rankOffersForNeed(ctx, { id, query, language }),
    }),
  )

  routes.get(
    '/v1/offers/:id/matches',
    {
      summary: 'Rank needs for an offer, best first, with reasons',
      ids: { id: 'offer' },
      query: matchQuery,
      answers: { 200: needMatchPage },
      refusals: ['not_ready', 'invalid_cursor'],
      isLocalized: true,
      rateClass: 'rank',
    },
    async (ctx, { ids: { id }, query, language }) => ({
      status: 200,
      body: await matches.rankNeedsForOffer(ctx, { id, query, language }),
    }),
  )

  routes.get(
    '/v1/needs/:id/matches/:offer_id',
    {
      operationId: 'explainMatch',
      summary: 'Explain why a need and an offer match, or what prevents it',
      description:
        'One side must be yours. The other must be open and visible to you, or you and its partner must have accepted an introduction of the two: then both stay readable, even when they close.',
      ids: { id: 'need', offer_id: 'offer' },
      answers: { 200: matchExplanation },
      refusals: ['not_ready'],
      isLocalized: true,
      rateClass: 'rank',
    },
    async (ctx, { ids: { id: needId, offer_id: offerId }, language }) => ({
      status: 200,
      body: await matches.explain(ctx, { needId, offerId, language }),
    }),
  )

  routes.compute(
    '/v1/matches/batch',
    {
      summary: 'Rank up to 100 needs and offers in one call',
      description:
        'Returns one ranking for each id, in the order sent. An id that is not yours gets an `error` instead. Always computed again, even with an Idempotency-Key.',
      showsOthers: true,
      body: batchInput,
      answers: { 200: batchAnswer },
      refusals: ['not_ready'],
      scope: 'matches:read',
      isLocalized: true,
      rateClass: 'rank',
    },
    async (ctx, { body, language }) => ({
      status: 200,
      body: await matches.rankBatch(ctx, { batch: body, language }),
    }),
  )

  routes.compute(
    '/v1/matches/preview',
    {
      summary: 'Rank a need or an offer that is not saved',
      description: 'Always computed again, even with an Idempotency-Key: the response is never stored.',
      showsOthers: true,
      body: previewInput,
      answers: { 200: previewPage },
      refusals: ['not_ready', 'organization_not_found', 'helper_not_found'],
      scope: 'matches:read',
      isLocalized: true,
      rateClass: 'rank',
    },
    async (ctx, { body, language }) => ({
      status: 200,
      body: await matches.preview(ctx, { preview: body, language }),
    }),
  )
}
