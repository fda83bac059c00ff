import { z } from 'zod'
import type { Context } from '../../platform/events/index.ts'
import { addCsvList, expandRows, type Router } from '../../platform/http/index.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { type IntroductionListPorts, METADATA_NOTE, metadataPatch } from '../introductions/index.ts'
import { logCandidates } from '../postings/index.ts'
import { engagementList } from './engagement-list.ts'
import {
  completeInput,
  endInput,
  engagement,
  engagementSelection,
  planInput,
  retrospective,
  retrospectiveInput,
  retrospectivesShown,
} from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import { engagementExpansions } from './expansions.ts'
import { registerHoursRoutes } from './hours.routes.ts'
import type { HoursListPorts } from './hours-list.ts'
import { readProposals, showRetrospective, showRetrospectives } from './show-engagement.ts'

const ids = { id: 'engagement' } as const

export function registerEngagementsRoutes(
  router: Router,
  engagements: Engagements,
  listPorts: IntroductionListPorts & HoursListPorts,
): void {
  const routes = router.group({ tag: 'Engagements', scope: 'engagements' })

  addCsvList(routes, '/v1/engagements', engagementList(engagements, listPorts))

  routes.get(
    '/v1/engagements/:id',
    {
      summary: 'Read an engagement',
      ids,
      query: z.strictObject(engagementSelection),
      selects: engagement,
      answers: { 200: engagement },
      versioned: true,
      isLocalized: true,
    },
    async (ctx, { ids, query, language }) => {
      const row = await engagements.read(ctx, ids)
      const answer = await answerOf(ctx, row, language)
      const expanded = await expandRows(ctx, engagementExpansions, { rows: [row], ...query, language })
      return { ...answer, body: { ...answer.body, ...expanded(row) } }
    },
  )

  routes.patch(
    '/v1/engagements/:id',
    {
      summary: 'Change your metadata on an engagement',
      description: `${METADATA_NOTE} An engagement starts with the metadata of its introduction.`,
      ids,
      consumes: ['application/merge-patch+json', 'application/json'],
      body: metadataPatch,
      answers: { 200: engagement },
      versioned: true,
      isLocalized: true,
    },
    async (ctx, { ids: { id }, body: patch, precondition, language }) =>
      answerOf(ctx, await engagements.changeMetadata(ctx, { id, patch, precondition }), language),
  )

  routes.put(
    '/v1/engagements/:id/plan',
    {
      summary: 'Agree on outcome, hours, dates and check-ins',
      ids,
      body: planInput,
      answers: { 200: engagement },
      versioned: true,
      isLocalized: true,
      refusals: ['engagement_not_active'],
    },
    async (ctx, { ids: { id }, body: plan, precondition, language }) =>
      answerOf(ctx, await engagements.changePlan(ctx, { id, plan, precondition }), language),
  )

  routes.post(
    '/v1/engagements/:id/complete',
    {
      summary: 'Mark the work as done',
      description: 'The engagement is completed when both sides have marked it.',
      ids,
      body: completeInput,
      answers: { 200: engagement },
      versioned: true,
      isLocalized: true,
      refusals: ['engagement_not_active', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body, language }) =>
      answerOf(ctx, await engagements.complete(ctx, { id, ...body }), language),
    async (ctx, { ids, language }) => answerOf(ctx, await engagements.read(ctx, ids), language),
  )

  routes.post(
    '/v1/engagements/:id/end',
    {
      summary: 'End the work before it is done',
      description:
        'The reason decides whose record shows the broken agreement: `no_time`, `skills_do_not_fit` and `other` yours, ' +
        "`other_side_stopped_answering` the other side's, `agreed` and `work_changed` nobody's. The other side " +
        'has stopped answering if it has neither changed the plan, logged or answered hours, nor marked the work as done ' +
        'for 7 days.',
      ids,
      body: endInput,
      answers: { 200: engagement },
      versioned: true,
      isLocalized: true,
      refusals: ['engagement_not_active', 'not_silent_long_enough', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body, language }) =>
      answerOf(ctx, await engagements.endEarly(ctx, { id, ...body }), language),
    async (ctx, { ids, language }) => answerOf(ctx, await engagements.read(ctx, ids), language),
  )

  routes.raw(
    'GET',
    '/v1/engagements/:id/calendar.ics',
    {
      summary: 'Read the check-ins as iCalendar',
      ids,
      answers: { 200: { 'text/calendar': z.string() } },
    },
    async (ctx, input, { reply }) =>
      reply
        .type('text/calendar; charset=utf-8')
        .serializer(String)
        .send(await engagements.readCalendar(ctx, input.ids)),
  )

  registerHoursRoutes(router, engagements, listPorts)

  routes.post(
    '/v1/engagements/:id/retrospective',
    {
      operationId: 'sendRetrospective',
      summary: "Send one side's retrospective after the work has ended",
      ids,
      body: retrospectiveInput,
      answers: { 201: retrospective },
      refusals: ['engagement_not_ended', 'retrospective_given', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body }) => {
      const row = await engagements.addRetrospective(ctx, { id, ...body })
      return { status: 201, body: showRetrospective(row), resourceId: row.engagementId }
    },
  )

  routes.get(
    '/v1/engagements/:id/retrospectives',
    {
      summary: "Read both sides' retrospectives",
      description: "The other side's appears when both have sent theirs.",
      ids,
      answers: { 200: retrospectivesShown },
    },
    async (ctx, input) => ({
      status: 200,
      body: showRetrospectives(await engagements.readRetrospectives(ctx, input.ids)),
    }),
  )
}

async function answerOf(ctx: Context, row: EngagementRow, language: ReaderLanguage) {
  await logCandidates(ctx, [row])
  const show = await readProposals(ctx, [row], language)
  return { status: 200, body: show(row), version: row.version, resourceId: row.id }
}
