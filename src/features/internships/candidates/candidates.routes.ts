import { z } from 'zod'
import {
  csvQuery,
  idAfter,
  pageOf,
  pageQuery,
  type RouteGroup,
  type Router,
  sendCsv,
  toPage,
} from '../../../platform/http/index.ts'
import { type BodySheet, registerPostingRoutes } from '../../postings/index.ts'
import { candidateList } from './candidates.list.ts'
import { showCandidate } from './candidates.posting.ts'
import { candidate, candidateExport, candidateInput, disclosure } from './candidates.schemas.ts'
import type { Candidates } from './candidates.ts'
import { disclosureFile } from './disclosure-log.ts'
import { showDisclosure } from './export-candidate.ts'
import { mergeAnswer, mergeInput } from './merge/merge.schemas.ts'

/** Registers the routes of candidates. `sheet` writes candidates in the form that an import reads. */
export function registerCandidatesRoutes(router: Router, candidates: Candidates, sheet: BodySheet): void {
  registerPostingRoutes(router, {
    posting: candidates,
    name: 'candidate',
    tag: 'Candidates',
    scope: 'candidates',
    input: candidateInput,
    shown: candidate,
    show: showCandidate,
    list: candidateList,
    sheet,
    refusals: {
      read: ['candidate_erased', 'record_merged'],
      change: ['record_merged'],
      remove: ['import_running', 'record_merged'],
      write: ['external_id_taken'],
    },
  })
  const routes = router.group({ tag: 'Candidates', scope: 'candidates' })
  addDisclosureRoutes(routes, candidates)
  addMergeRoute(routes, candidates)

  routes.get(
    '/v1/candidates/:id/export',
    {
      summary: 'Export all data held on a candidate',
      ids: { id: 'candidate' },
      answers: {
        200: candidateExport,
      },
      refusals: ['candidate_erased', 'record_merged'],
    },
    async (ctx, { ids }) => ({ status: 200, body: await candidates.export(ctx, ids) }),
  )
}

function addMergeRoute(routes: RouteGroup, candidates: Candidates): void {
  routes.post(
    '/v1/candidates/:id/merge',
    {
      summary: 'Merge another record of the same person into a candidate',
      description:
        'The candidate in the URL is kept; the id in `from_id` becomes invalid. Introductions, engagements with their hours, preferences, cohorts, placements and blocks move to the kept candidate. Its fields win, its blank fields are filled from the other, and consent remains only if both records have it. With `dry_run`, nothing is written and the response shows what would happen. Each moved record creates an event for each of its partners, at most 5,000 in one merge. A larger merge is refused (`merge_blocked`): merge the record with fewer events into the other.',
      ids: { id: 'candidate' },
      body: mergeInput,
      answers: { 200: mergeAnswer },
      refusals: ['candidate_erased', 'record_merged', 'merge_blocked'],
    },
    async (ctx, { ids, body }) => {
      const merged = await candidates.merge(ctx, { ...ids, ...body })
      return { status: 200, body: merged, resourceId: ids.id }
    },
  )
}

/** Registers the routes of the disclosure log, which stays when the candidate is erased. */
function addDisclosureRoutes(routes: RouteGroup, candidates: Candidates): void {
  routes.get(
    '/v1/candidates/:id/disclosures',
    {
      summary: "List disclosures of a candidate's record",
      description:
        'One row says what another partner saw of the record on one day (UTC), and how often. Rows of today may still change. The log is kept after the candidate is erased. Its rows are deleted after three years, unless the operator has set another time.',
      ids: { id: 'candidate' },
      query: z.strictObject(pageQuery),
      readsMany: true,
      answers: { 200: pageOf(disclosure) },
      refusals: ['invalid_cursor', 'record_merged'],
    },
    async (ctx, { ids, query: { limit, cursor } }) => {
      const after = idAfter('disclosure', cursor)
      const rows = await candidates.disclosures(ctx, { ...ids, limit: limit + 1, after })
      return { status: 200, body: toPage(rows, limit, showDisclosure, ({ id }) => ({ id })) }
    },
  )

  routes.raw(
    'GET',
    '/v1/candidates/:id/disclosures.csv',
    {
      summary: "Export disclosures of a candidate's record as CSV",
      ids: { id: 'candidate' },
      query: z.strictObject(csvQuery),
      answers: { 200: { 'text/csv': z.string() } },
      refusals: ['record_merged'],
    },
    async (ctx, { ids, query }, { reply }) =>
      sendCsv(reply, disclosureFile(candidates.disclosures, ctx, ids), query),
  )
}
