import {
  countedPageOf,
  listPage,
  listQuery,
  type Router,
  readAsked,
  totalOf,
} from '../../../platform/http/index.ts'
import type { Barter } from '../barter.ts'
import { clearingsListed } from './clearings.list.ts'
import { clearing, clearingInput, showClearing } from './clearings.schemas.ts'

const ids = { id: 'clearing' } as const

export function registerClearingsRoutes(router: Router, barter: Barter): void {
  const routes = router.group({ tag: 'Rings', scope: 'rings' })

  routes.post(
    '/v1/rings/clearings',
    {
      summary: 'Find the set of rings that serves the most parties',
      description:
        'Runs in the background. `is_optimal` says whether the result is proven to be the best possible.',
      body: clearingInput,
      answers: { 202: clearing },
      located: true,
      rateClass: 'rank',
      afterCommit: barter.wakeClearings,
    },
    async (ctx, { body: { scope, max_length: maxLength, objective } }) => {
      const row = await barter.queueClearing(ctx, { scope, maxLength, objective })
      const location = `/v1/rings/clearings/${row.id}`
      return { status: 202, body: showClearing(row), location, resourceId: row.id }
    },
  )

  routes.get(
    '/v1/rings/clearings',
    {
      summary: 'List clearings, newest first',
      query: listQuery(clearingsListed),
      readsMany: true,
      answers: { 200: countedPageOf(clearing) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query }) => {
      const asked = readAsked(clearingsListed, 'clearing', query)
      const rows = await barter.listClearings(ctx, { ...asked, limit: asked.limit + 1 })
      const page = listPage(clearingsListed, asked, { rows, show: showClearing })
      const total = await totalOf(query, (most) => barter.countClearings(ctx, { asked, most }))
      return { status: 200, body: { ...page, ...total } }
    },
  )

  routes.get(
    '/v1/rings/clearings/:id',
    { summary: 'Read a clearing and the rings found', ids, answers: { 200: clearing } },
    async (ctx, input) => ({ status: 200, body: showClearing(await barter.readClearing(ctx, input.ids)) }),
  )

  routes.compute(
    '/v1/rings/clearings/:id/propose',
    {
      summary: 'Propose the rings of a clearing',
      description:
        'Returns, for each ring, the id of its proposal or the error code that says why it could not be proposed.',
      ids,
      answers: { 200: clearing },
      refusals: ['ring_not_open'],
    },
    async (ctx, input) => ({ status: 200, body: showClearing(await barter.proposeCleared(ctx, input.ids)) }),
  )
}
