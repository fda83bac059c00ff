import { addCsvList, addCsvRoute, type Router } from '../../platform/http/index.ts'
import type { ReadNames } from '../postings/index.ts'
import { disputeInput, hours, hoursInput } from './engagements.schemas.ts'
import type { HoursRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import { allHours, hoursList } from './hours-list.ts'
import { showHours } from './show-engagement.ts'

const ids = { id: 'engagement' } as const
const hoursIds = { id: 'engagement', hours_id: 'hours' } as const

/** Hours of an engagement: logged by one side, confirmed or disputed by the other. */
export function registerHoursRoutes(router: Router, engagements: Engagements, readNames: ReadNames): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  routes.post(
    '/v1/engagements/:id/hours',
    {
      operationId: 'logHours',
      summary: 'Log hours for the other side to confirm',
      ids,
      body: hoursInput,
      answers: { 201: hours },
      refusals: ['engagement_not_active', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body }) => answerOf(await engagements.logHours(ctx, { id, ...body }), 201),
  )

  addCsvList(routes, '/v1/engagements/:id/hours', hoursList(engagements, readNames))
  addCsvRoute(routes, '/v1/hours.csv', allHours(engagements, readNames))

  routes.post(
    '/v1/engagements/:id/hours/:hours_id/confirm',
    {
      operationId: 'confirmHours',
      summary: 'Confirm hours that the other side logged',
      ids: hoursIds,
      answers: { 200: hours },
      refusals: ['hours_answered', 'not_your_side', 'credit_limit'],
    },
    async (ctx, { ids: { id, hours_id: hoursId } }) =>
      answerOf(await engagements.answerHours(ctx, { id, hoursId, answer: { status: 'confirmed' } }), 200),
  )

  routes.post(
    '/v1/engagements/:id/hours/:hours_id/dispute',
    {
      operationId: 'disputeHours',
      summary: 'Dispute hours that the other side logged',
      description: 'Disputed hours stay visible and can still be confirmed later.',
      ids: hoursIds,
      body: disputeInput,
      answers: { 200: hours },
      refusals: ['hours_answered', 'not_your_side'],
    },
    async (ctx, { ids: { id, hours_id: hoursId }, body }) =>
      answerOf(
        await engagements.answerHours(ctx, { id, hoursId, answer: { status: 'disputed', ...body } }),
        200,
      ),
  )
}

function answerOf(row: HoursRow, status: number) {
  return { status, body: showHours(row), resourceId: row.engagementId }
}
