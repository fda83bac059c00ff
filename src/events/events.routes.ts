import { z } from 'zod'
import type { Queryable } from '../db/database.ts'
import { type App, actorOf, decodeCursor, encodeCursor, MAX_LIMIT, problem } from '../http/index.ts'
import { type Id, isId } from '../shared/ids.ts'
import { idOf, instant } from '../shared/wire.ts'
import { createEventsRepository, EVENT_DAYS } from './events.repository.ts'

const DEFAULT_LIMIT = 50
const MOST_TYPES = 50

const eventType = z.string().regex(/^[a-z_]+\.([a-z_]+|\*)$/, 'Must be a type such as need.posted, or need.*')

const eventsQuery = z.strictObject({
  types: z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(eventType).min(1).max(MOST_TYPES))
    .optional()
    .describe('Only these, with commas between: `need.posted,introduction.*`'),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().min(1).max(500).optional().describe('`next_cursor` of the page before'),
})

const event = z
  .object({
    id: idOf('event'),
    type: z.string(),
    resource_id: z.string(),
    occurred_at: instant,
  })
  .meta({ id: 'Event' })

const cursorSchema = z.object({
  x: z.string().regex(/^\d{1,20}$/),
  i: z.custom<Id<'event'>>((value) => typeof value === 'string' && isId('event', value)),
})

export function registerEventsRoutes(app: App, deps: { db: Queryable }): void {
  app.get(
    '/v1/events',
    {
      config: { scope: 'events:read' },
      schema: {
        tags: ['Events'],
        summary: 'What has happened, in its order',
        description: `Yours, and what others have done that concerns you, for ${EVENT_DAYS} days: ids and states alone. Keep \`next_cursor\`, also of an empty page, and go on from there: nothing is skipped, and nothing comes twice.`,
        querystring: eventsQuery,
        response: {
          200: z.object({
            data: z.array(event),
            next_cursor: z
              .string()
              .nullable()
              .describe('Where to go on, also where there is nothing new yet'),
            has_more: z.boolean(),
          }),
          401: problem,
          403: problem,
          422: problem,
          503: problem,
        },
      },
    },
    async (request) => {
      const { types, limit, cursor } = request.query
      const position = cursor === undefined ? undefined : decodeCursor(cursor, cursorSchema)
      const rows = await createEventsRepository(deps.db).ofPartner(actorOf(request).partnerId, {
        limit: limit + 1,
        after: position && { xid: position.x, id: position.i },
        types,
      })
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        data: page.map(({ id, type, resourceId, occurredAt }) => ({
          id,
          type,
          resource_id: resourceId,
          occurred_at: occurredAt.toISOString(),
        })),
        next_cursor: last ? encodeCursor({ x: last.xid, i: last.id }) : (cursor ?? null),
        has_more: rows.length > limit,
      }
    },
  )
}
