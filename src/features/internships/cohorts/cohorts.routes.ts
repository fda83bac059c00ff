import { z } from 'zod'
import type { Queryable } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import {
  type App,
  actorOf,
  etag,
  type Once,
  problem,
  readPrecondition,
} from '../../../platform/http/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { idInAddress } from '../../../shared/id-in-address.ts'
import { type Posting, registerPostingRoutes } from '../../postings/index.ts'
import { showCohort } from './cohorts.posting.ts'
import { type CohortInput, cohort, cohortInput, preferences, preferencesInput } from './cohorts.schemas.ts'
import type { CohortRow, PreferencesRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'
import { putPreferences } from './put-preferences.ts'

const tags = ['Placements']
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })
/** Thousands of candidates with ten choices each. */
const PREFERENCES_LIMIT_BYTES = 16 * 1024 * 1024

export function registerCohortsRoutes(
  app: App,
  deps: {
    db: Queryable
    once: Once
    inTransaction: InTransaction
    clock: Clock
    cohorts: Posting<CohortRow, CohortInput>
  },
): void {
  registerPostingRoutes(app, deps, {
    posting: deps.cohorts,
    path: 'cohorts',
    tag: 'Placements',
    name: 'cohort',
    prefix: 'cohort',
    readScope: 'placements:read',
    writeScope: 'placements:write',
    input: cohortInput,
    shown: cohort,
    show: showCohort,
  })

  app.get(
    '/v1/cohorts/:id/preferences',
    {
      config: { scope: 'placements:read' },
      schema: {
        tags,
        summary: 'Read the ranked choices that were posted',
        params: idParams,
        response: { 200: preferences, ...refusals },
      },
    },
    async (request, reply) => {
      const id = idInAddress('cohort', request.params.id, 'cohort')
      const row = await deps.cohorts.get(actorOf(request).partnerId, id)
      const rows = await createPreferencesRepository(deps.db).list(row.partnerId, row.id)
      return reply.header('etag', etag(row.version)).send(showPreferences(rows))
    },
  )

  app.put(
    '/v1/cohorts/:id/preferences',
    {
      config: { scope: 'placements:write' },
      bodyLimit: PREFERENCES_LIMIT_BYTES,
      schema: {
        tags,
        summary: 'Post ranked choices, in the place of all that were there',
        description: 'If-Match takes the ETag of the cohort, whose version this counts up.',
        params: idParams,
        headers: z.object({
          'if-match': z.string().optional().describe('ETag that was last read; demanded'),
        }),
        body: preferencesInput,
        response: { 200: preferences, 412: problem, 428: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const id = idInAddress('cohort', request.params.id, 'cohort')
      const precondition = readPrecondition(request, true)
      const { partnerId } = actorOf(request)
      const { row, rows } = await deps.inTransaction((tx) =>
        putPreferences(deps, tx, partnerId, id, request.body, precondition),
      )
      return reply.header('etag', etag(row.version)).send(showPreferences(rows))
    },
  )
}

function showPreferences(rows: readonly PreferencesRow[]): z.output<typeof preferences> {
  return {
    candidates: rows
      .filter(({ id }) => id.startsWith('candidate_'))
      .map(({ id, choices }) => ({ candidate_id: id, choices })),
    organizations: rows
      .filter(({ id }) => id.startsWith('org_'))
      .map(({ id, choices }) => ({ organization_id: id, ranking: choices })),
  }
}
