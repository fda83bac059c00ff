import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import type { InTransaction } from '../../platform/events/index.ts'
import {
  type App,
  actorOf,
  idAfter,
  idempotencyHeader,
  type Once,
  pageOf,
  pageQuery,
  problem,
  toPage,
} from '../../platform/http/index.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import { createEngagementsRepository } from './engagements.repository.ts'
import { disputeInput, hours, hoursInput } from './engagements.schemas.ts'
import { findEngagement } from './find-engagement.ts'
import { answerHours, type HoursDeps, logHours } from './log-hours.ts'
import { showHours } from './show-engagement.ts'

const tags = ['Engagements']
const refusals = { 401: problem, 403: problem, 404: problem, 409: problem, 422: problem, 503: problem }

/** Hours of an engagement: logged by one side, confirmed or disputed by the other. */
export function registerHoursRoutes(
  app: App,
  deps: HoursDeps & { db: Queryable; once: Once; inTransaction: InTransaction },
): void {
  const idIn = (request: { params: { id: string } }) =>
    idInAddress('engagement', request.params.id, 'engagement')

  app.post(
    '/v1/engagements/:id/hours',
    {
      config: { scope: 'engagements:write' },
      schema: {
        tags,
        summary: 'Log hours, for the other side to confirm',
        params: z.object({ id: z.string() }),
        headers: idempotencyHeader,
        body: hoursInput,
        response: { 201: hours, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => {
        const row = await logHours(deps, tx, actorOf(request).partnerId, idIn(request), request.body)
        return { status: 201, body: showHours(row), resourceId: row.engagementId }
      }),
  )

  app.get(
    '/v1/engagements/:id/hours',
    {
      config: { scope: 'engagements:read' },
      schema: {
        tags,
        summary: 'List hours, in the order in which they were logged',
        params: z.object({ id: z.string() }),
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(hours), ...refusals },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const engagement = await findEngagement(deps.db, actorOf(request).partnerId, idIn(request))
      const after = idAfter('hours', cursor)
      const rows = await createEngagementsRepository(deps.db).listHours(engagement.id, limit + 1, after)
      return toPage(rows, limit, showHours, ({ id }) => ({ id }))
    },
  )

  for (const [verb, summary, body] of [
    ['confirm', 'Confirm hours that the other side logged', null],
    ['dispute', 'Dispute hours that the other side logged: they stay visible', disputeInput],
  ] as const) {
    app.post(
      `/v1/engagements/:id/hours/:hours_id/${verb}`,
      {
        config: { scope: 'engagements:write' },
        schema: {
          tags,
          summary,
          params: z.object({ id: z.string(), hours_id: z.string() }),
          headers: idempotencyHeader,
          ...(body && { body }),
          response: { 200: hours, ...refusals },
        },
      },
      (request, reply) =>
        deps.once.write(request, reply, async (tx) => {
          const id = idInAddress('hours', request.params.hours_id, 'hours')
          const answer = body
            ? { state: 'disputed' as const, ...disputeInput.parse(request.body) }
            : { state: 'confirmed' as const }
          const row = await answerHours(deps, tx, actorOf(request).partnerId, idIn(request), id, answer)
          return { status: 200, body: showHours(row), resourceId: row.engagementId }
        }),
    )
  }
}
