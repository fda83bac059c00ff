import { z } from 'zod'
import type { Context } from '../../platform/events/index.ts'
import { addCsvList, expandRows, type Router } from '../../platform/http/index.ts'
import { notFound } from '../../shared/errors.ts'
import { isId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { logCandidates } from '../postings/index.ts'
import { introductionExpansions } from './expansions.ts'
import { findIntroduction } from './find-introduction.ts'
import { type IntroductionListPorts, introductionList } from './introduction-list.ts'
import {
  acceptInput,
  declineInput,
  introduction,
  introductionSelection,
  proposeInput,
} from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import type { Introductions } from './introductions.ts'
import { METADATA_NOTE, metadataPatch } from './own-metadata.ts'
import { showIntroduction } from './show-introduction.ts'

const answerRefusals = ['introduction_not_yours_to_answer', 'introduction_not_open'] as const

export function registerIntroductionsRoutes(
  router: Router,
  introductions: Introductions,
  listPorts: IntroductionListPorts,
): void {
  const routes = router.group({ tag: 'Introductions', scope: 'introductions' })

  routes.post(
    '/v1/introductions',
    {
      operationId: 'proposeIntroduction',
      summary: 'Propose an introduction',
      description:
        'The partner of either side may propose. The other side answers within 72 hours, or by `expires_at`. The number of proposals to other partners is limited; `Retry-After` says when to try again.',
      body: proposeInput,
      answers: { 201: introduction },
      located: true,
      versioned: true,
      isLocalized: true,
      refusals: [
        'need_not_found',
        'offer_not_found',
        'need_not_open',
        'offer_not_open',
        'held_in_ring',
        'not_a_match',
        'session_not_open',
        'introduction_standing',
        'too_many_introductions',
        'too_many_proposals',
        'declined_recently',
      ],
    },
    async (ctx, { body, language }) => created(ctx, await introductions.propose(ctx, body), language),
    async (ctx, { resourceId, language }) => {
      if (!isId('introduction', resourceId)) throw notFound('introduction')
      return created(ctx, await findIntroduction(ctx, { id: resourceId }), language)
    },
  )

  addCsvList(routes, '/v1/introductions', introductionList(introductions, listPorts))

  routes.getInTransaction(
    '/v1/introductions/:id',
    {
      summary: 'Read an introduction',
      description: 'An accepted introduction includes the contacts of both sides. Each disclosure is logged.',
      ids: { id: 'introduction' },
      query: z.strictObject(introductionSelection),
      selects: introduction,
      answers: { 200: introduction },
      versioned: true,
      isLocalized: true,
      isConditional: false,
    },
    async (ctx, { ids, query, language }) => {
      const { row, shown } = await introductions.read(ctx, { ...ids, language })
      const expanded = await expandRows(ctx, introductionExpansions, { rows: [row], ...query, language })
      return { status: 200, body: { ...shown, ...expanded(row) }, version: row.version }
    },
  )

  routes.patch(
    '/v1/introductions/:id',
    {
      summary: 'Change your metadata on an introduction',
      description: METADATA_NOTE,
      ids: { id: 'introduction' },
      consumes: ['application/merge-patch+json', 'application/json'],
      body: metadataPatch,
      answers: { 200: introduction },
      versioned: true,
      isLocalized: true,
    },
    async (ctx, { ids: { id }, body: patch, precondition, language }) =>
      answerWithIntroduction(
        ctx,
        await introductions.changeMetadata(ctx, { id, patch, precondition }),
        language,
      ),
  )

  routes.post(
    '/v1/introductions/:id/accept',
    {
      summary: 'Accept an introduction',
      description:
        'Only the side that did not propose may accept. The engagement starts at once. It reserves weekly hours of the offer and its helper, and a place of each session.',
      ids: { id: 'introduction' },
      body: acceptInput,
      answers: { 200: introduction },
      versioned: true,
      isLocalized: true,
      refusals: [
        ...answerRefusals,
        'need_not_open',
        'session_not_open',
        'offer_not_open',
        'guardian_consent_missing',
        'fully_committed',
      ],
    },
    async (ctx, { ids, body, language }) => {
      const { session_ids: sessionIds, hours_per_week: hoursPerWeek, overcommit } = body
      return answerWithIntroduction(
        ctx,
        await introductions.accept(ctx, { ...ids, sessionIds, hoursPerWeek, overcommit }),
        language,
      )
    },
    async (ctx, { ids, language }) => answerWithIntroduction(ctx, await findIntroduction(ctx, ids), language),
  )

  routes.post(
    '/v1/introductions/:id/withdraw',
    {
      summary: 'Withdraw a proposal',
      description: 'Only the side that proposed may withdraw.',
      ids: { id: 'introduction' },
      answers: { 200: introduction },
      versioned: true,
      isLocalized: true,
      refusals: answerRefusals,
    },
    async (ctx, { ids, language }) =>
      answerWithIntroduction(ctx, await introductions.withdraw(ctx, ids), language),
    async (ctx, { ids, language }) => answerWithIntroduction(ctx, await findIntroduction(ctx, ids), language),
  )

  routes.post(
    '/v1/introductions/:id/decline',
    {
      summary: 'Decline an introduction',
      description:
        'Only the side that did not propose may decline. The pair is not ranked again for this need.',
      ids: { id: 'introduction' },
      body: declineInput,
      answers: { 200: introduction },
      versioned: true,
      isLocalized: true,
      refusals: answerRefusals,
    },
    async (ctx, { ids, body, language }) =>
      answerWithIntroduction(ctx, await introductions.decline(ctx, { ...ids, ...body }), language),
    async (ctx, { ids, language }) => answerWithIntroduction(ctx, await findIntroduction(ctx, ids), language),
  )
}

async function answerWithIntroduction(ctx: Context, row: IntroductionRow, language: ReaderLanguage) {
  await logCandidates(ctx, [row])
  const body = showIntroduction(row, { ...ctx.actor, language })
  return { status: 200, body, version: row.version, resourceId: row.id }
}

async function created(ctx: Context, row: IntroductionRow, language: ReaderLanguage) {
  return {
    ...(await answerWithIntroduction(ctx, row, language)),
    status: 201,
    location: `/v1/introductions/${row.id}`,
  }
}
