import { z } from 'zod'
import type { Queryable } from '../../../platform/db/index.ts'
import {
  createEventPositionsRepository,
  EVENT_DAYS,
  isTypePattern,
  toldTypes,
} from '../../../platform/events/index.ts'
import {
  type App,
  actorOf,
  decodeCursor,
  encodeCursor,
  MAX_LIMIT,
  problem,
} from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { idOf, instant } from '../../../shared/wire.ts'

const DEFAULT_LIMIT = 50
const MOST_TYPES = 50

/** Types of events that somebody wants to be told of. */
export const eventTypes = z
  .array(z.string().refine(isTypePattern, 'Must be a type of event such as need.posted, or need.*'))
  .min(1)
  .max(MOST_TYPES)

const eventsQuery = z.strictObject({
  types: z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(eventTypes)
    .optional()
    .describe('Only these, with commas between: `need.posted,introduction.*`'),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().min(1).max(500).optional().describe('`next_cursor` of the page before'),
})

const event = z
  .object({
    id: idOf('event'),
    type: z.string().describe(`One of: ${toldTypes.join(', ')}`),
    resource_id: z.string().describe('What it happened to'),
    occurred_at: instant,
    data: z.record(z.string(), z.unknown()).describe('What else there is to tell: ids and states'),
  })
  .meta({ id: 'Event' })

const cursorSchema = z.object({ p: z.string().regex(/^\d{1,18}$/) })

export function registerEventsRoutes(app: App, deps: { db: Queryable }): void {
  app.get(
    '/v1/events',
    {
      config: { scope: 'events:read' },
      schema: {
        tags: ['Events'],
        summary: 'What has happened, in its order',
        description: `Yours, and what others have done that concerns you, for ${EVENT_DAYS} days: ids and states alone. Keep \`next_cursor\`, also of an empty page, and go on from there: nothing is skipped, and nothing comes twice. A cursor that is older than what is kept answers 410.`,
        querystring: eventsQuery,
        response: {
          200: z.object({
            data: z.array(event),
            next_cursor: z.string().describe('Where to go on, also where there is nothing new yet'),
            has_more: z.boolean(),
          }),
          401: problem,
          403: problem,
          410: problem,
          422: problem,
          503: problem,
        },
      },
    },
    async (request) => {
      const { types, limit, cursor } = request.query
      const after = cursor === undefined ? undefined : BigInt(decodeCursor(cursor, cursorSchema).p)
      const { events, numberedTo, oldestKept } = await createEventPositionsRepository(deps.db).ofPartner(
        actorOf(request).partnerId,
        { limit: limit + 1, after, types },
      )
      if (after !== undefined && oldestKept !== null && after + 1n < oldestKept) throw cursorExpired()
      const page = events.slice(0, limit)
      const last = events.length > limit ? page.at(-1) : undefined
      return {
        data: page.map(({ id, type, resourceId, occurredAt, data }) => ({
          id,
          type,
          resource_id: resourceId,
          occurred_at: occurredAt.toISOString(),
          data: data ?? {},
        })),
        next_cursor: encodeCursor({ p: String(last?.position ?? numberedTo) }),
        has_more: last !== undefined,
      }
    },
  )
}

function cursorExpired(): DomainError {
  const detail = `Events behind this cursor were removed after ${EVENT_DAYS} days. Go on without one: from the oldest that is kept.`
  return new DomainError('cursor_expired', detail)
}
