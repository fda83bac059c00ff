import { z } from 'zod'
import type { Context } from '../../../platform/events/index.ts'
import { countedPageOf, listPage, type Router, readAsked, totalOf } from '../../../platform/http/index.ts'
import { notFound } from '../../../shared/errors.ts'
import { isId } from '../../../shared/ids.ts'
import { createMarketRepository } from '../../matches/index.ts'
import type { Barter } from '../barter.ts'
import { ringsListed } from './rings.list.ts'
import type { Ring } from './rings.repository.ts'
import { ring, ringInput, ringListQuery, ringShown, ringsQuery } from './rings.schemas.ts'
import { showRing, showRings } from './show-ring.ts'

const ids = { id: 'ring' } as const
const found = z.object({ data: z.array(ringShown).describe('Rings, best first') })

export function registerRingsRoutes(router: Router, barter: Barter): void {
  const routes = router.group({ tag: 'Rings', scope: 'rings' })

  routes.get(
    '/v1/needs/:id/rings',
    {
      summary: 'Find direct swaps and rings through a need, best first',
      ids: { id: 'need' },
      query: ringsQuery,
      answers: { 200: found },
      refusals: ['not_ready', 'rings_unavailable'],
      rateClass: 'rank',
    },
    async (ctx, { ids: { id }, query: { max_length: maxLength, limit } }) => ({
      status: 200,
      body: { data: await barter.findRingsOfNeed(ctx, { id, maxLength, limit }) },
    }),
  )

  routes.get(
    '/v1/organizations/:id/rings',
    {
      summary: 'Find direct swaps and rings through an organization, best first',
      description: 'Includes all its needs and the barter offers of its linked helper.',
      ids: { id: 'organization' },
      query: ringsQuery,
      answers: { 200: found },
      refusals: ['not_ready', 'rings_unavailable', 'record_merged'],
      rateClass: 'rank',
    },
    async (ctx, { ids: { id }, query: { max_length: maxLength, limit } }) => ({
      status: 200,
      body: { data: await barter.findRingsOfOrganization(ctx, { id, maxLength, limit }) },
    }),
  )

  routes.post(
    '/v1/rings',
    {
      operationId: 'proposeRing',
      summary: 'Propose a ring',
      description:
        'Any participating partner may propose; the proposal counts as acceptance for its own parties. Needs and offers whose partner has accepted are reserved until the ring ends and cannot join another ring or introduction. The number of proposals to other partners is limited; `Retry-After` says when to try again.',
      body: ringInput,
      answers: { 201: ring },
      versioned: true,
      located: true,
      refusals: [
        'not_ready',
        'rings_unavailable',
        'not_a_ring',
        'held_in_ring',
        'declined_recently',
        'too_many_proposals',
      ],
    },
    async (ctx, { body }) => {
      barter.requireIndex()
      return created(ctx, await barter.proposeRing(ctx, { ring: body }))
    },
    async (ctx, { resourceId }) => {
      if (!isId('ring', resourceId)) throw notFound('ring')
      return created(ctx, await barter.readRing(ctx, { id: resourceId }))
    },
  )

  routes.get(
    '/v1/rings',
    {
      summary: 'List rings that include one of your parties, newest first',
      query: ringListQuery,
      readsMany: true,
      answers: { 200: countedPageOf(ring) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query }) => {
      const asked = readAsked(ringsListed, 'ring', query)
      const rows = await barter.listRings(ctx, { ...asked, limit: asked.limit + 1 })
      const page = listPage(ringsListed, asked, { rows, show: ({ id }) => id })
      const shown = rows.slice(0, asked.limit)
      const data = await showRings(createMarketRepository(ctx.db), shown, ctx.actor.partnerId)
      const total = await totalOf(query, (most) => barter.countRings(ctx, { asked, most }))
      return { status: 200, body: { ...page, data, ...total } }
    },
  )

  routes.get(
    '/v1/rings/:id',
    { summary: 'Read a ring', ids, answers: { 200: ring }, versioned: true, isConditional: false },
    async (ctx, input) => answerOf(ctx, await barter.readRing(ctx, input.ids)),
  )

  routes.post(
    '/v1/rings/:id/accept',
    {
      summary: 'Accept a ring for all your parties',
      description:
        'When the last partner accepts, all engagements start. If a need or offer is no longer available, no engagement starts.',
      ids,
      answers: { 200: ring },
      versioned: true,
      refusals: ['ring_not_open', 'held_in_ring'],
    },
    async (ctx, input) => answerOf(ctx, await barter.acceptRing(ctx, input.ids)),
    async (ctx, input) => answerOf(ctx, await barter.readRing(ctx, input.ids)),
  )

  routes.post(
    '/v1/rings/:id/decline',
    {
      summary: 'Decline a ring or withdraw your proposal',
      ids,
      answers: { 200: ring },
      versioned: true,
      refusals: ['ring_not_open'],
    },
    async (ctx, input) => answerOf(ctx, await barter.declineRing(ctx, input.ids)),
    async (ctx, input) => answerOf(ctx, await barter.readRing(ctx, input.ids)),
  )
}

async function answerOf(ctx: Context, row: Ring) {
  const body = await showRing(createMarketRepository(ctx.db), row, ctx.actor.partnerId)
  return { status: 200, body, version: row.version, resourceId: row.id }
}

async function created(ctx: Context, row: Ring) {
  return { ...(await answerOf(ctx, row)), status: 201, location: `/v1/rings/${row.id}` }
}
