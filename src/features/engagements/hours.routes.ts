import { z } from 'zod'
import { idAfter, pageOf, pageQuery, type Router, toPage } from '../../platform/http/index.ts'
import { disputeInput, hours, hoursInput } from './engagements.schemas.ts'
import type { HoursRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import { showHours } from './show-engagement.ts'

const ids = { id: 'engagement' } as const
const hoursIds = { id: 'engagement', hours_id: 'hours' } as const

/** Hours of an engagement: logged by one side, confirmed or disputed by the other. */
export function registerHoursRoutes(router: Router, engagements: Engagements): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  routes.post(
    '/v1/engagements/:id/hours',
    {
      summary: 'Log hours for the other side to confirm',
      ids,
      body: hoursInput,
      answers: { 201: hours },
      refusals: ['engagement_not_active', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body }) => answerOf(await engagements.logHours(ctx, { id, ...body }), 201),
  )

  routes.get(
    '/v1/engagements/:id/hours',
    {
      summary: 'List hours in the order in which they were logged',
      ids,
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(hours) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { ids: { id }, query: { limit, cursor } }) => {
      const after = idAfter('hours', cursor)
      const rows = await engagements.listHours(ctx, { id, limit: limit + 1, after })
      return { status: 200, body: toPage(rows, limit, showHours, (row) => ({ id: row.id })) }
    },
  )

  routes.post(
    '/v1/engagements/:id/hours/:hours_id/confirm',
    {
      summary: 'Confirm hours that the other side logged',
      ids: hoursIds,
      answers: { 200: hours },
      refusals: ['hours_answered', 'not_your_side', 'credit_limit'],
    },
    async (ctx, { ids: { id, hours_id: hoursId } }) =>
      answerOf(await engagements.answerHours(ctx, { id, hoursId, answer: { state: 'confirmed' } }), 200),
  )

  routes.post(
    '/v1/engagements/:id/hours/:hours_id/dispute',
    {
      summary: 'Dispute hours that the other side logged',
      description: 'Disputed hours stay visible and can still be confirmed later.',
      ids: hoursIds,
      body: disputeInput,
      answers: { 200: hours },
      refusals: ['hours_answered', 'not_your_side'],
    },
    async (ctx, { ids: { id, hours_id: hoursId }, body }) =>
      answerOf(
        await engagements.answerHours(ctx, { id, hoursId, answer: { state: 'disputed', ...body } }),
        200,
      ),
  )
}

function answerOf(row: HoursRow, status: number) {
  return { status, body: showHours(row), resourceId: row.engagementId }
}
