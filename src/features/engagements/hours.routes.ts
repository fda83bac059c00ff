import { z } from 'zod'
import { addCsvList, type Router } from '../../platform/http/index.ts'
import { HOUR_MS } from '../../shared/time.ts'
import type { AgreedSession } from '../postings/index.ts'
import type { HoursRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import {
  confirmAllInput,
  confirmInput,
  correctionInput,
  disputeInput,
  fromSessionsInput,
  hours,
  hoursChange,
  hoursInput,
  minutesOf,
  offeredHours,
  roundedHours,
} from './hours.schemas.ts'
import { addAllHours, type HoursListPorts, hoursList } from './hours-list.ts'
import { showHours } from './show-engagement.ts'

const ids = { id: 'engagement' } as const
const hoursIds = { id: 'engagement', hours_id: 'hours' } as const
const base = '/v1/engagements/:id/hours'

/** Registers the routes of an engagement's hours: logged by one side, confirmed or disputed by the other. */
export function registerHoursRoutes(router: Router, engagements: Engagements, ports: HoursListPorts): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  routes.post(
    base,
    {
      operationId: 'logHours',
      summary: 'Log hours for the other side to confirm',
      description:
        'Send the day and the hours, or when the work began and ended. Hours are accurate to the minute. A helper can have at most 24 hours a day over all engagements, and an engagement no two entries of the same time. Hours can be logged until 30 days after the end of the work.',
      ids,
      body: hoursInput,
      answers: { 201: hours },
      versioned: true,
      refusals: ['engagement_not_active', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body }) => answerOf(await engagements.logHours(ctx, { id, ...body }), 201),
  )

  addCsvList(routes, base, hoursList(engagements, ports.readNames))
  addAllHours(routes, engagements, ports)

  routes.get(
    `${base}/:hours_id`,
    { summary: 'Read an entry of hours', ids: hoursIds, answers: { 200: hours }, versioned: true },
    async (ctx, { ids: { id, hours_id: hoursId } }) =>
      answerOf(await engagements.readHours(ctx, { id, hoursId }), 200),
  )

  registerSessions(router, engagements)
  registerChanges(router, engagements)
  registerAnswers(router, engagements)
}

/** Registers the routes of hours of attended sessions. */
function registerSessions(router: Router, engagements: Engagements): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })
  const path = `${base}/from-sessions` as const

  routes.get(
    path,
    {
      operationId: 'listSessionsToLog',
      summary: 'List past sessions without logged hours',
      ids,
      answers: { 200: z.object({ data: z.array(offeredHours).describe('Past sessions, earliest first') }) },
    },
    async (ctx, { ids: { id } }) => {
      const sessions = await engagements.sessionsToLog(ctx, { id })
      return { status: 200, body: { data: sessions.map(showOffered) } }
    },
  )

  routes.post(
    path,
    {
      operationId: 'logSessions',
      summary: 'Log the hours of attended sessions',
      description:
        'Logs one entry for each session, from its beginning to its end, which the other side confirms. Entries can be changed or withdrawn like any other. Sending the request again logs nothing twice.',
      ids,
      body: fromSessionsInput,
      answers: { 201: z.object({ data: z.array(hours).describe('Logged entries, earliest first') }) },
      refusals: ['engagement_not_active', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body: { side, session_ids: sessionIds } }) => {
      const rows = await engagements.logSessions(ctx, { id, side, sessionIds })
      return { status: 201, body: { data: rows.map(showHours) }, resourceId: id }
    },
  )
}

function showOffered({ id, starts_at, ends_at }: AgreedSession) {
  const minutes = minutesOf((Date.parse(ends_at) - Date.parse(starts_at)) / HOUR_MS)
  return { session_id: id, starts_at, ends_at, hours: roundedHours(minutes), minutes }
}

/** Registers what the side that logged the hours may do, and later either side. */
function registerChanges(router: Router, engagements: Engagements): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  routes.put(
    `${base}/:hours_id`,
    {
      operationId: 'changeHours',
      summary: 'Change your logged hours that are not confirmed',
      description: 'Disputed hours then await the other side again.',
      ids: hoursIds,
      body: hoursChange,
      answers: { 200: hours },
      versioned: true,
      refusals: ['engagement_not_active', 'hours_answered', 'not_your_side'],
    },
    async (ctx, { ids: { id, hours_id: hoursId }, body, precondition }) =>
      answerOf(await engagements.changeHours(ctx, { ...body, id, hoursId, precondition }), 200),
  )

  routes.delete(
    `${base}/:hours_id`,
    {
      operationId: 'withdrawHours',
      summary: 'Withdraw your logged hours that are not confirmed',
      ids: hoursIds,
      answers: { 204: z.undefined().describe('The hours were withdrawn') },
      versioned: true,
      refusals: ['hours_answered', 'not_your_side'],
    },
    async (ctx, { ids: { id, hours_id: hoursId }, precondition }) => {
      await engagements.withdrawHours(ctx, { id, hoursId, precondition })
      return { status: 204, body: undefined, resourceId: id }
    },
  )

  routes.post(
    `${base}/:hours_id/correct`,
    {
      operationId: 'correctHours',
      summary: 'Correct confirmed hours',
      description:
        'Either side may. The correction is a separate entry that holds the difference. It counts, also for time credits, when the other side has confirmed it.',
      ids: hoursIds,
      body: correctionInput,
      answers: { 201: hours },
      versioned: true,
      refusals: ['hours_not_confirmed', 'correction_open', 'not_your_side'],
    },
    async (ctx, { ids: { id, hours_id: hoursId }, body }) =>
      answerOf(await engagements.correctHours(ctx, { ...body, id, hoursId }), 201),
  )
}

/** Registers what the other side may do. */
function registerAnswers(router: Router, engagements: Engagements): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  routes.post(
    `${base}/:hours_id/confirm`,
    {
      operationId: 'confirmHours',
      summary: 'Confirm hours that the other side logged',
      ids: hoursIds,
      body: confirmInput,
      answers: { 200: hours },
      versioned: true,
      refusals: ['hours_answered', 'not_your_side', 'precondition_failed', 'credit_limit'],
    },
    async (ctx, { ids: { id, hours_id: hoursId }, body: { version } }) =>
      answerOf(
        await engagements.answerHours(ctx, { id, hoursId, answer: { status: 'confirmed', version } }),
        200,
      ),
  )

  routes.post(
    `${base}/:hours_id/dispute`,
    {
      operationId: 'disputeHours',
      summary: 'Dispute hours that the other side logged',
      description: 'Disputed hours stay visible and can still be confirmed later.',
      ids: hoursIds,
      body: disputeInput,
      answers: { 200: hours },
      versioned: true,
      refusals: ['hours_answered', 'not_your_side'],
    },
    async (ctx, { ids: { id, hours_id: hoursId }, body }) =>
      answerOf(
        await engagements.answerHours(ctx, { id, hoursId, answer: { status: 'disputed', ...body } }),
        200,
      ),
  )

  routes.post(
    '/v1/hours/confirm',
    {
      operationId: 'confirmAllHours',
      summary: 'Confirm many hours at once',
      description: 'All are confirmed, or none: `errors` names each entry that cannot be confirmed, and why.',
      body: confirmAllInput,
      answers: {
        200: z.object({ data: z.array(hours).describe('Confirmed hours in the order sent') }),
      },
      refusals: ['credit_limit'],
    },
    async (ctx, { body }) => {
      const rows = await engagements.confirmAllHours(ctx, body)
      return { status: 200, body: { data: rows.map(showHours) } }
    },
  )
}

function answerOf(row: HoursRow, status: number) {
  return { status, body: showHours(row), version: row.version, resourceId: row.engagementId }
}
