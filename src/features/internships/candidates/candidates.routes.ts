import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { Context } from '../../../platform/events/index.ts'
import {
  idAfter,
  pageOf,
  pageQuery,
  type RouteGroup,
  type Router,
  toPage,
} from '../../../platform/http/index.ts'
import { type CandidateId, type Id, sameNumber } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.ts'
import { createDisclosuresRepository } from '../../disclosures/index.ts'
import { type BodySheet, registerPostingRoutes } from '../../postings/index.ts'
import { showCandidate } from './candidates.posting.ts'
import { candidate, candidateInput, candidateStatus, disclosure } from './candidates.schemas.ts'
import type { Candidates } from './candidates.ts'
import { MAX_DISCLOSURES, showDisclosure } from './export-candidate.ts'

const held = z.record(z.string(), z.unknown())

/** `sheet` writes candidates as an import reads them. */
export function registerCandidatesRoutes(router: Router, candidates: Candidates, sheet: BodySheet): void {
  registerPostingRoutes(router, {
    posting: candidates,
    name: 'candidate',
    tag: 'Candidates',
    scope: 'candidates',
    input: candidateInput,
    shown: candidate,
    show: showCandidate,
    sheet,
    refusals: { read: ['candidate_erased'], remove: ['import_running'] },
    filters: {
      status: { column: 'status', value: candidateStatus },
      program_id: { column: 'programId', value: idOf('program') },
    },
  })
  const routes = router.group({ tag: 'Candidates', scope: 'candidates' })
  addDisclosureRoutes(routes, candidates)

  routes.get(
    '/v1/candidates/:id/export',
    {
      summary: 'Export everything that is held on a candidate',
      ids: { id: 'candidate' },
      answers: {
        200: z
          .object({
            candidate,
            introductions: z.array(held),
            engagements: z.array(held),
            disclosures: z.array(disclosure),
            import_rows: z.array(held),
          })
          .meta({ id: 'CandidateExport' }),
      },
      refusals: ['candidate_erased'],
    },
    async (ctx, { ids }) => ({ status: 200, body: await candidates.export(ctx, ids) }),
  )
}

/** The log stays when the candidate is erased. */
function addDisclosureRoutes(routes: RouteGroup, candidates: Candidates): void {
  const readLog = async (
    ctx: Context,
    { id }: { id: CandidateId },
    page: { limit: number; after?: Id<'disclosure'> | undefined },
  ) => {
    await candidates.requireKnown(ctx, { id })
    const helperId = sameNumber('helper', id)
    return createDisclosuresRepository(ctx.db).listOfHelper(ctx.actor.partnerId, helperId, page)
  }

  routes.get(
    '/v1/candidates/:id/disclosures',
    {
      summary: "List disclosures of a candidate's record",
      description:
        'One row says what another partner saw of the record on one day (UTC), and how often: rows of today may still change. The log stays after the candidate is erased, and its rows are kept for three years unless the operator has set another time.',
      ids: { id: 'candidate' },
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(disclosure) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { ids, query: { limit, cursor } }) => {
      const after = idAfter('disclosure', cursor)
      const rows = await readLog(ctx, ids, { limit: limit + 1, after })
      return { status: 200, body: toPage(rows, limit, showDisclosure, ({ id }) => ({ id })) }
    },
  )

  routes.raw(
    'GET',
    '/v1/candidates/:id/disclosures.csv',
    {
      summary: "Export disclosures of a candidate's record as CSV",
      ids: { id: 'candidate' },
      answers: { 200: { 'text/csv': z.string() } },
    },
    async (ctx, { ids }, { reply }) => {
      const rows = await readLog(ctx, ids, { limit: MAX_DISCLOSURES })
      const columns = Object.keys(disclosure.shape)
      const csv = stringify(rows.map(showDisclosure), { header: true, columns, escape_formulas: true })
      return reply.type('text/csv; charset=utf-8').send(csv)
    },
  )
}
