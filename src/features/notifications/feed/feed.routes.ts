import { z } from 'zod'
import { EVENT_DAYS, publicEventTypes, typePatterns } from '../../../platform/events/index.ts'
import { decodeCursor, encodeCursor, MAX_LIMIT, type Router } from '../../../platform/http/index.ts'
import { idOf, instant } from '../../../shared/wire.ts'
import { wholeNumber } from '../../../shared/written-numbers.ts'
import { logCandidatesIn } from '../../postings/index.ts'
import { eventTypes } from './event-types.schemas.ts'
import { readFeed } from './read-feed.ts'

const DEFAULT_LIMIT = 50

const eventsQuery = z.strictObject({
  types: z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(eventTypes)
    .optional()
    .describe('Return only these types, separated by commas: `need.posted,introduction.*`')
    .meta({ type: 'array', items: { type: 'string', enum: [...typePatterns] } }),
  limit: wholeNumber(z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT)).describe(
    'Maximum number of events to return',
  ),
  cursor: z.string().min(1).max(500).optional().describe('`next_cursor` of the previous page'),
})

const event = z
  .object({
    id: idOf('event'),
    type: z.enum(publicEventTypes).describe('What happened'),
    resource_id: z.string().describe('Id of the resource that the event is about'),
    occurred_at: instant.describe('When the event occurred'),
    data: z
      .record(z.string(), z.unknown())
      .describe('Ids, states and names of fields: see the webhook of the same type'),
  })
  .meta({ id: 'Event' })

const eventsPage = z.object({
  data: z.array(event).describe('Oldest first'),
  next_cursor: z
    .string()
    .describe('Send it as `cursor` to continue. Present even if there are no new events'),
  has_more: z.boolean().describe('True if more events can be read now'),
})

const cursorSchema = z.object({ p: z.string().regex(/^\d{1,18}$/) })

export function registerFeedRoutes(router: Router): void {
  const routes = router.group({ tag: 'Events', scope: 'events' })

  routes.get(
    '/v1/events',
    {
      summary: 'Read events in order',
      description: `Your events and other partners' events that concern you, from the last ${EVENT_DAYS} days. Events hold ids, states and names of fields, never personal data. Store \`next_cursor\`, even from an empty page, and continue from there: no event is skipped or repeated. A cursor older than the oldest stored event is refused with 410.`,
      query: eventsQuery,
      answers: { 200: eventsPage },
      refusals: ['invalid_cursor', 'cursor_expired'],
    },
    async (ctx, { query: { types, limit, cursor } }) => {
      const after = cursor === undefined ? undefined : BigInt(decodeCursor(cursor, cursorSchema).p)
      const { events, continueAt, hasMore } = await readFeed(ctx, { after, types, limit })
      await logCandidatesIn(ctx, JSON.stringify(events.map((one) => one.data)))
      const data = events.map((one) => ({
        id: one.id,
        type: one.type,
        resource_id: one.resourceId,
        occurred_at: one.occurredAt.toISOString(),
        data: one.data ?? {},
      }))
      const next_cursor = encodeCursor({ p: String(continueAt) })
      return { status: 200, body: { data, next_cursor, has_more: hasMore } }
    },
  )
}
