import type { Context } from '../../../platform/events/index.ts'
import type { Id } from '../../../shared/ids.ts'
import { createPosting } from '../../postings/index.ts'
import { type CohortPorts, createCohortPosting } from './cohorts.posting.ts'
import type { CohortRow, PreferencesRow } from './cohorts.table.ts'
import { createMergePreferences } from './merge-preferences.ts'
import { createPreferencesRepository } from './preferences.repository.ts'
import { createPutPreferences } from './put-preferences.ts'
import { undoPreferences } from './take-back-preferences.ts'

export type Cohorts = ReturnType<typeof createCohorts>

/** Creates the operations on cohorts: those of every posting, and those of their ranked choices. */
export function createCohorts(ports: CohortPorts) {
  const posting = createPosting(createCohortPosting(ports))
  return {
    ...posting,
    putPreferences: createPutPreferences(posting),
    mergeCandidatePreferences: createMergePreferences('candidates', ports),
    undoPreferences,
    mergeOrganizationPreferences: createMergePreferences('organizations', ports),

    /** Counts the students who sent choices and the organizations that sent a ranking. Throws `cohort_not_found`. */
    async countPreferences(ctx: Context, { id }: { id: Id<'cohort'> }) {
      const row = await posting.get(ctx, { id })
      return createPreferencesRepository(ctx.db).count(row.partnerId, row.id)
    },

    /** Reads the ranked choices of a cohort. Throws `cohort_not_found`. */
    async readPreferences(
      ctx: Context,
      { id }: { id: Id<'cohort'> },
    ): Promise<{ row: CohortRow; rows: PreferencesRow[] }> {
      const row = await posting.get(ctx, { id })
      return { row, rows: await createPreferencesRepository(ctx.db).list(row.partnerId, row.id) }
    },
  }
}
