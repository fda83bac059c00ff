import { z } from 'zod'
import { type App, actorOf, problem } from '../../../platform/http/index.ts'
import { idInAddress } from '../../../shared/id-in-address.ts'
import { recordQuery } from '../../engagements/index.ts'
import { type RecordDeps, readCalendar, readRecord } from './read-record.ts'

const tags = ['Engagements']
const read = { scope: 'engagements:read' } as const
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })

/** What is taken out of an engagement: its check-ins as a calendar, and the helper's record. */
export function registerRecordRoutes(app: App, deps: RecordDeps): void {
  const idIn = (request: { params: { id: string } }) =>
    idInAddress('engagement', request.params.id, 'engagement')

  app.get(
    '/v1/engagements/:id/calendar.ics',
    {
      config: read,
      schema: {
        tags,
        summary: 'The check-ins, as iCalendar',
        produces: ['text/calendar'],
        params: idParams,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const calendar = await readCalendar(deps, actorOf(request).partnerId, idIn(request))
      return reply.type('text/calendar; charset=utf-8').serializer(String).send(calendar)
    },
  )

  app.get(
    '/v1/engagements/:id/record',
    {
      config: read,
      schema: {
        tags,
        summary: "The helper's record of completed work: JSON Resume, or Open Badges 3.0 as a signed JWT",
        params: idParams,
        querystring: recordQuery,
        response: {
          200: {
            description: 'By `format`',
            content: {
              'application/json': { schema: z.record(z.string(), z.unknown()) },
              'application/vc+jwt': { schema: z.string() },
            },
          },
          409: problem,
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const record = await readRecord(deps, actorOf(request).partnerId, idIn(request), request.query.format)
      if ('jwt' in record) return reply.type('application/vc+jwt').serializer(String).send(record.jwt)
      return reply.type('application/json').serializer(JSON.stringify).send(record.json)
    },
  )
}
