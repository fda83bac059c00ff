import type { z } from 'zod'
import type { Router } from '../../../platform/http/index.ts'
import { registerPostingRoutes } from '../../postings/index.ts'
import { cohortList } from './cohorts.list.ts'
import { showCohort } from './cohorts.posting.ts'
import { cohort, cohortInput, preferences, preferencesInput } from './cohorts.schemas.ts'
import type { PreferencesRow } from './cohorts.table.ts'
import type { Cohorts } from './cohorts.ts'

/** Thousands of candidates with ten choices each. */
const PREFERENCES_LIMIT_BYTES = 16 * 1024 * 1024

export function registerCohortsRoutes(router: Router, cohorts: Cohorts): void {
  registerPostingRoutes(router, {
    posting: cohorts,
    name: 'cohort',
    tag: 'Placements',
    scope: 'placements',
    input: cohortInput,
    shown: cohort,
    show: showCohort,
    list: cohortList,
    refusals: { write: ['not_ready'], remove: ['cohort_has_placements'] },
  })
  const routes = router.group({ tag: 'Placements', scope: 'placements' })

  routes.get(
    '/v1/cohorts/:id/preferences',
    {
      summary: 'Read the ranked choices of a cohort',
      ids: { id: 'cohort' },
      answers: { 200: preferences },
      versioned: true,
    },
    async (ctx, { ids }) => {
      const { row, rows } = await cohorts.readPreferences(ctx, ids)
      return { status: 200, body: showPreferences(rows), version: row.version }
    },
  )

  routes.put(
    '/v1/cohorts/:id/preferences',
    {
      summary: 'Replace the ranked choices of a cohort',
      description:
        "Send the cohort's ETag as If-Match. Replacing the choices increases the version of the cohort.",
      ids: { id: 'cohort' },
      body: preferencesInput,
      bodyLimit: PREFERENCES_LIMIT_BYTES,
      answers: { 200: preferences },
      versioned: true,
    },
    async (ctx, { ids, body: input, precondition }) => {
      const { row, rows } = await cohorts.putPreferences(ctx, { ...ids, input, precondition })
      return { status: 200, body: showPreferences(rows), version: row.version }
    },
  )
}

function showPreferences(rows: readonly PreferencesRow[]): z.output<typeof preferences> {
  return {
    candidates: rows
      .filter(({ id }) => id.startsWith('candidate_'))
      .map(({ id, choices, tied }) => ({ candidate_id: id, choices, tied })),
    organizations: rows
      .filter(({ id }) => id.startsWith('org_'))
      .map(({ id, choices, tied }) => ({ organization_id: id, ranking: choices, tied })),
  }
}
