import type { Context, WriteContext } from '../../../platform/events/index.ts'
import type { Id } from '../../../shared/ids.ts'
import { createNamingLock, createPosting, type Posting } from '../../postings/index.ts'
import { type CohortPorts, createCohortPosting } from './cohorts.posting.ts'
import type { CohortInput } from './cohorts.schemas.ts'
import type { CohortRow, PreferencesRow } from './cohorts.table.ts'
import { listMembers, listNamedMembers } from './list-members.ts'
import { createMergePreferences } from './merge-preferences.ts'
import { createPreferencesRepository } from './preferences.repository.ts'
import { createPutPreferences } from './put-preferences.ts'
import { undoPreferences } from './take-back-preferences.ts'

export type Cohorts = ReturnType<typeof createCohorts>

/** Creates the operations on cohorts: those of every posting, and those of their ranked choices. */
export function createCohorts(ports: CohortPorts) {
  const posting = withNamingLock(createPosting(createCohortPosting(ports)))
  return {
    ...posting,
    listMembers,
    listNamedMembers,
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

/** Writes that may name candidates or organizations take the lock that keeps merges apart, before they lock the cohort. */
function withNamingLock(posting: Posting<CohortRow, CohortInput>): Posting<CohortRow, CohortInput> {
  const lock = ({ db, actor }: WriteContext) => createNamingLock(db).lockToName('cohorts', actor.partnerId)
  return {
    ...posting,
    async post(ctx, input) {
      await lock(ctx)
      return posting.post(ctx, input)
    },
    async put(ctx, given) {
      await lock(ctx)
      return posting.put(ctx, given)
    },
    async change(ctx, given) {
      await lock(ctx)
      return posting.change(ctx, given)
    },
  }
}
