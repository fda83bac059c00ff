import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { Queryable } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import {
  type App,
  actorOf,
  idAfter,
  type Once,
  pageOf,
  pageQuery,
  problem,
  toPage,
} from '../../../platform/http/index.ts'
import { idInAddress } from '../../../shared/id-in-address.ts'
import { type Id, type PartnerId, sameNumber } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.ts'
import { createDisclosuresRepository } from '../../disclosures/index.ts'
import { registerPostingRoutes } from '../../postings/index.ts'
import { showCandidate } from './candidates.posting.ts'
import { candidate, candidateInput, candidateStatus, disclosure } from './candidates.schemas.ts'
import type { Candidates } from './candidates.ts'
import { exportCandidate, type HeldElsewhere, MOST_DISCLOSURES, showDisclosure } from './export-candidate.ts'

const tags = ['Candidates']
const config = { scope: 'candidates:read' } as const
const refusals = { 401: problem, 403: problem, 404: problem, 410: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })
const held = z.record(z.string(), z.json())

export function registerCandidatesRoutes(
  app: App,
  deps: {
    db: Queryable
    once: Once
    inTransaction: InTransaction
    candidates: Candidates
    heldInImports: HeldElsewhere
  },
): void {
  registerPostingRoutes(app, deps, {
    posting: deps.candidates,
    path: 'candidates',
    tag: 'Candidates',
    name: 'candidate',
    prefix: 'candidate',
    readScope: 'candidates:read',
    writeScope: 'candidates:write',
    input: candidateInput,
    shown: candidate,
    show: showCandidate,
    filters: {
      status: { schema: candidateStatus.optional(), column: 'status' },
      program_id: { schema: idOf('program').optional(), column: 'programId' },
    },
  })

  /** The log stays when the candidate is erased. */
  async function readLog(
    partnerId: PartnerId,
    { params }: { params: { id: string } },
    page: { limit: number; after?: Id<'disclosure'> | undefined },
  ) {
    const id = idInAddress('candidate', params.id, 'candidate')
    await deps.candidates.demandOnceKnown(partnerId, id)
    return createDisclosuresRepository(deps.db).listOfHelper(partnerId, sameNumber('helper', id), page)
  }

  app.get(
    '/v1/candidates/:id/disclosures',
    {
      config,
      schema: {
        tags,
        summary: "List who was shown a candidate's record",
        description: 'Each showing to another partner is one row; the log outlives the candidate.',
        params: idParams,
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(disclosure), ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const { limit, cursor } = request.query
      const after = idAfter('disclosure', cursor)
      const rows = await readLog(partnerId, request, { limit: limit + 1, after })
      return toPage(rows, limit, showDisclosure, ({ id }) => ({ id }))
    },
  )

  app.get(
    '/v1/candidates/:id/disclosures.csv',
    {
      config,
      schema: {
        tags,
        summary: 'Export who was shown it as CSV',
        params: idParams,
        produces: ['text/csv'],
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const rows = await readLog(actorOf(request).partnerId, request, { limit: MOST_DISCLOSURES })
      const columns = Object.keys(disclosure.shape)
      const csv = stringify(rows.map(showDisclosure), { header: true, columns, escape_formulas: true })
      return reply.type('text/csv; charset=utf-8').send(csv)
    },
  )

  app.get(
    '/v1/candidates/:id/export',
    {
      config,
      schema: {
        tags,
        summary: 'Everything that is held on a candidate',
        params: idParams,
        response: {
          200: z
            .object({
              candidate,
              introductions: z.array(held),
              engagements: z.array(held),
              disclosures: z.array(disclosure),
              import_rows: z.array(held),
            })
            .meta({ id: 'CandidateExport' }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const id = idInAddress('candidate', request.params.id, 'candidate')
      return exportCandidate(deps, await deps.candidates.get(actorOf(request).partnerId, id))
    },
  )
}
