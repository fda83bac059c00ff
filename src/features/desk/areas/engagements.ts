import { z } from 'zod'
import type { IdsOf, RequestContext } from '../../../platform/http/index.ts'
import { idAfter, toPage } from '../../../platform/http/index.ts'
import type { DomainError } from '../../../shared/errors.ts'
import { parseOrThrow } from '../../../shared/faults.ts'
import { createCalendar } from '../../calendars/index.ts'
import {
  completeInput,
  type Engagement,
  type Engagements,
  endInput,
  engagementList,
  planInput,
  readProposals,
  retrospectiveInput,
  showHours,
  showRetrospectives,
} from '../../engagements/index.ts'
import type { IntroductionListPorts } from '../../introductions/index.ts'
import { logCandidates, type ReadNames } from '../../postings/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { anyForm, type Sent, unchangedSince } from '../forms.ts'
import { bodyOf, type FormField, readFields } from '../look/form-fields.ts'
import { partyIdsOf } from '../look/own-parties.ts'
import { shownRefusal } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { calendarPage } from '../pages/calendar-page.ts'
import {
  endFields,
  planFields,
  retrospectiveFields,
  sideFields,
} from '../pages/engagements/engagement-fields.ts'
import { type EngagementForm, engagementPage } from '../pages/engagements/engagement-page.ts'
import { engagementStatuses, engagementsPage } from '../pages/engagements/engagements-page.ts'
import { nextUrlOf } from './read-postings.ts'

export const engagementsAt = '/desk/engagements'
export const engagementIds = { id: 'engagement' } as const
export type EngagementIds = IdsOf<typeof engagementIds>
const ids = engagementIds
const HOURS_SHOWN = 50

export interface EngagementVerbs {
  engagements: Engagements
  lists: IntroductionListPorts
  issuer: () => string
}

/** Adds the pages of work in progress and done: plan, end and retrospective. */
export function addEngagementPages(pages: DeskPages, { engagements, lists, issuer }: EngagementVerbs): void {
  const list = engagementList(engagements, lists)
  const listQuery = {
    status: z.enum(['', ...engagementStatuses]).optional(),
    cursor: z.string().max(1000).optional(),
  }
  pages.show(engagementsAt, { query: listQuery }, async (ctx, { query, view }) => {
    const { status, cursor } = query
    const asked = { sort: '-created_at', limit: '20', ...(status && { status }), ...(cursor && { cursor }) }
    const { data, next_cursor: next } = await list.readPage(ctx, {
      query: list.queries.page.parse(asked),
      language: view.language,
    })
    const nextUrl = nextUrlOf(engagementsAt, query, next)
    const names = await lists.readNames(ctx, partyIdsOf(data))
    return engagementsPage({ engagements: data, names, chosen: status, nextUrl }, view)
  })

  const show = createShowEngagement(engagements, lists.readNames)
  const shownQuery = { cursor: z.string().max(1000).optional() }
  pages.show(`${engagementsAt}/:id`, { ids, query: shownQuery }, (ctx, { ids: { id }, query, view }) =>
    show(ctx, { id, cursor: query.cursor, view }),
  )

  const again =
    (form: EngagementForm): Again<typeof ids> =>
    (ctx, { ids: { id }, view, sent, refusal }) =>
      show(ctx, { id, view, refused: { form, sent, refusal } })
  const at = (id: EngagementIds['id']) => ({ subject: id, goTo: `${engagementsAt}/${id}` })
  const shownOf = async (ctx: RequestContext, id: EngagementIds['id'], { language }: View) =>
    showOne(ctx, await engagements.read(ctx, { id }), language)

  pages.act(
    `${engagementsAt}/:id/plan`,
    { role: 'editor', action: 'plan_changed', ids, form: anyForm, again: again('plan') },
    async (ctx, { ids: { id }, form: sent, view }) => {
      const plan = readPlan(await shownOf(ctx, id, view), sent, view)
      await engagements.changePlan(ctx, { id, plan, precondition: unchangedSince(sent) })
      return at(id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/complete`,
    { role: 'editor', action: 'engagement_done', ids, form: anyForm, again: again('complete') },
    async (ctx, { ids: { id }, form: sent, view }) => {
      const fields = sideFields(await shownOf(ctx, id, view), view)
      await engagements.complete(ctx, { id, ...parseOrThrow(completeInput, readBody(fields, sent, view)) })
      return at(id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/end`,
    { role: 'editor', action: 'engagement_ended', ids, form: anyForm, again: again('end') },
    async (ctx, { ids: { id }, form: sent, view }) => {
      const fields = endFields(await shownOf(ctx, id, view), view)
      await engagements.endEarly(ctx, { id, ...parseOrThrow(endInput, readBody(fields, sent, view)) })
      return at(id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/retrospective`,
    { role: 'editor', action: 'retrospective_sent', ids, form: anyForm, again: again('retrospective') },
    async (ctx, { ids: { id }, form: sent, view }) => {
      const fields = retrospectiveFields(await shownOf(ctx, id, view), view)
      const body = readBody(fields, sent, view)
      const outcome = body.outcome === undefined ? undefined : Number(body.outcome)
      await engagements.addRetrospective(ctx, {
        id,
        ...parseOrThrow(retrospectiveInput, { ...body, outcome }),
      })
      return at(id)
    },
  )
  pages.act(
    `${engagementsAt}/:id/calendar`,
    { role: 'editor', action: 'calendar_created', ids, form: anyForm },
    async (ctx, { ids: { id }, view }) => {
      const one = await engagements.read(ctx, { id })
      const shown = await shownOf(ctx, id, view)
      const party = shown.yours.includes('need')
        ? { organization_id: one.organizationId }
        : { helper_id: one.helperId }
      const { row, key } = await createCalendar(ctx, party)
      const url = `${issuer()}/calendars/${key}.ics`
      return { subject: row.id, page: calendarPage({ url, back: `${engagementsAt}/${id}` }, view) }
    },
  )
}

export function readBody(fields: readonly FormField[], sent: Sent, view: View): Record<string, unknown> {
  return bodyOf(readFields(fields, sent, view))
}

/** Reads the submitted plan. Check-ins without a time zone use that of the organization. */
function readPlan(shown: Engagement, sent: Sent, view: View) {
  const values = readFields(planFields(shown, view), sent, view)
  const hasCheckIns = [...values].some(([at, value]) => at.startsWith('check_ins/') && value !== undefined)
  if (hasCheckIns && values.get('check_ins/time_zone') === undefined)
    values.set('check_ins/time_zone', shown.proposal?.need.time_zone ?? 'UTC')
  return parseOrThrow(planInput, bodyOf(values))
}

interface Asked extends EngagementIds {
  view: View
  cursor?: string | undefined
  refused?: { form: EngagementForm | null; sent: Sent; refusal: DomainError }
}

async function showOne(
  ctx: RequestContext,
  row: Awaited<ReturnType<Engagements['read']>>,
  language: View['language'],
): Promise<Engagement> {
  await logCandidates(ctx, [row])
  const show = await readProposals(ctx, [row], language)
  return show(row)
}

export function createShowEngagement(engagements: Engagements, readNames: ReadNames) {
  return async function showEngagementPage(
    ctx: RequestContext,
    { id, view, cursor, refused }: Asked,
  ): Promise<DeskPage> {
    const row = await engagements.read(ctx, { id })
    const engagement = await showOne(ctx, row, view.language)
    const after = idAfter('hours', cursor)
    const found = await engagements.listHours(ctx, { id, limit: HOURS_SHOWN + 1, after })
    const { data, next_cursor: next } = toPage(found, HOURS_SHOWN, showHours, (one) => ({ id: one.id }))
    const rows = row.status === 'active' ? [] : await engagements.readRetrospectives(ctx, { id })
    return engagementPage(
      {
        engagement,
        names: await readNames(ctx, partyIdsOf([engagement])),
        hours: data,
        unlogged: await engagements.sessionsToLog(ctx, { id }),
        moreHoursUrl: nextUrlOf(`${engagementsAt}/${id}`, {}, next),
        retrospectives: showRetrospectives(rows),
        ...(refused && { refused: shownRefusal(refused, view) }),
      },
      view,
    )
  }
}
