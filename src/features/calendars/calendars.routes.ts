import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import {
  type App,
  addRoute,
  idAfter,
  pageOf,
  pageQuery,
  type Router,
  sendText,
  toPage,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import { isId } from '../../shared/ids.ts'
import { calendarInput, calendarShown, newCalendarShown, showCalendar } from './calendars.schemas.ts'
import { createCalendar, listCalendars, readCalendarRow, revokeCalendar } from './calendars.ts'
import { readFeed } from './read-feed.ts'

const base = '/v1/calendars'
const ids = { id: 'calendar' } as const

/** Registers the routes of calendars, which anybody with their URL can read without a token. */
export function registerCalendarsRoutes(router: Router, issuer: () => string): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  routes.post(
    base,
    {
      summary: 'Create a calendar address to subscribe to',
      description:
        'The calendar shows check-ins and sessions: all of yours, or those of one organization, helper or program. Its address holds a key, which is returned only here; a repeat with the same Idempotency-Key returns the calendar without it. Anyone who has the address can read the calendar until you delete it.',
      body: calendarInput,
      answers: { 201: newCalendarShown },
      located: true,
      refusals: ['too_many_calendars'],
    },
    async (ctx, { body }) => {
      const { row, key } = await createCalendar(ctx, body)
      const url = `${issuer()}/calendars/${key}.ics`
      const location = `${base}/${row.id}`
      return { status: 201, body: { ...showCalendar(row), url }, location, resourceId: row.id }
    },
    async (ctx, { resourceId }) => {
      if (!isId('calendar', resourceId)) throw notFound('calendar')
      const row = await readCalendarRow(ctx, { id: resourceId })
      return { status: 201, body: { ...showCalendar(row), url: null } }
    },
  )

  routes.get(
    base,
    {
      summary: 'List your calendars',
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(calendarShown) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query: { limit, cursor } }) => {
      const rows = await listCalendars(ctx, { limit: limit + 1, after: idAfter('calendar', cursor) })
      return { status: 200, body: toPage(rows, limit, showCalendar, ({ id }) => ({ id })) }
    },
  )

  routes.get(
    `${base}/:id`,
    { summary: 'Read a calendar', ids, answers: { 200: calendarShown } },
    async (ctx, input) => ({ status: 200, body: showCalendar(await readCalendarRow(ctx, input.ids)) }),
  )

  routes.delete(
    `${base}/:id`,
    {
      summary: 'Delete a calendar: its address stops working at once',
      ids,
      answers: { 204: z.undefined().describe('The calendar was deleted') },
    },
    async (ctx, { ids: { id } }) => {
      await revokeCalendar(ctx, { id })
      return { status: 204, body: undefined, resourceId: id }
    },
  )
}

/** Registers the URL that calendar programs read. */
export function registerCalendarFeed(app: App, ports: { db: Queryable; clock: Clock }): void {
  addRoute(
    app,
    'GET',
    '/calendars/:file',
    {
      tag: 'Public',
      operationId: 'readCalendarFeed',
      summary: 'Read a calendar by its address',
      params: z.object({ file: z.string().max(100).describe('Key of the calendar, and `.ics`') }),
      answers: { 200: { 'text/calendar': z.string() } },
      versioned: true,
      refusals: ['calendar_not_found'],
    },
    async (request, reply, { params: { file } }) => {
      const text = await readFeed(ports, file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '')
      reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex')
      return sendText(request, reply, { mediaType: 'text/calendar; charset=utf-8', text })
    },
  )
}
