import type { WriteContext } from '../../../platform/events/index.ts'
import { type CandidateId, type Id, isId } from '../../../shared/ids.ts'
import { createNamingLock, type Followed } from '../../postings/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import { createPlacementsRepository } from '../placements/placements.repository.ts'
import { createCohortsRepository } from './cohorts.repository.ts'
import type { CohortRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'
import { isSameRanking } from './written-choices.ts'

interface TakeBack {
  importId: Id<'import'>
  cohortId: Id<'cohort'>
  /** Candidates or organizations whose choices the import wrote. */
  ids: readonly string[]
  startedAt: Date
  most: number
}

/**
 * Undoes the ranked choices that an import wrote and restores the previous ones: either all of them or none. Returns what
 * was changed since, and the placements that used them; empty if all were undone.
 */
export async function undoPreferences(
  ctx: WriteContext,
  { importId, cohortId, ids, startedAt, most }: TakeBack,
): Promise<Followed[]> {
  const { partnerId } = ctx.actor
  await createNamingLock(ctx.db).lockToName('cohorts', partnerId)
  // Writers of choices lock the cohort first.
  const cohort = await createCohortsRepository(ctx.db).find(partnerId, cohortId, 'no key update')
  if (!cohort) return [{ id: cohortId, code: 'removed' }]
  const repository = createPreferencesRepository(ctx.db)
  const rows = new Map((await repository.list(partnerId, cohortId)).map((row) => [row.id, row]))
  const written = ids.flatMap((id) => rows.get(id) ?? [])
  const isChoosable = await findChoosable(
    ctx,
    cohort,
    written.flatMap(({ imported }) => imported?.replaced?.choices ?? []),
  )
  const altered = ids.flatMap((id): Followed[] => {
    const row = rows.get(id)
    if (!row) return [{ id, code: 'removed' }]
    const { imported } = row
    const isOurs = imported?.importId === importId && isSameRanking(imported.wrote, row)
    const canReturn = imported?.replaced?.choices.every((choice) => isChoosable(choice)) ?? true
    return isOurs && canReturn ? [] : [{ id, code: 'changed' }]
  })
  const placements = await createPlacementsRepository(ctx.db).madeSince(partnerId, {
    ...{ cohortId, since: startedAt, most },
  })
  const followed = [...altered, ...placements.map((id): Followed => ({ id, code: 'placement' }))]
  if (followed.length > 0) return followed.slice(0, most)
  const restored = written.flatMap((row) => {
    const replaced = row.imported?.replaced
    return replaced ? [{ ...row, ...replaced, imported: null }] : []
  })
  await repository.removeAll(
    partnerId,
    cohortId,
    written.filter((row) => !row.imported?.replaced).map(({ id }) => id),
  )
  await repository.put(restored)
  const changed = { ...cohort, version: cohort.version + 1, updatedAt: ctx.clock() }
  await createCohortsRepository(ctx.db).update(changed)
  ctx.append({
    ...{ partnerId, type: 'cohort.changed', resourceId: cohortId },
    data: { program_id: cohort.programId, changed: ['preferences'] },
  })
  return []
}

/** Creates a check for restorable choices, which may have left the cohort or been erased since. */
async function findChoosable(
  { actor, db }: WriteContext,
  { needs }: CohortRow,
  choices: readonly string[],
): Promise<(choice: string) => boolean> {
  const ids = choices.filter((id): id is CandidateId => isId('candidate', id))
  const there = await createCandidatesRepository(db).findKeys(actor.partnerId, { ids })
  const known = new Set<string>([...needs.map(({ need_id }) => need_id), ...there.map(({ id }) => id)])
  return (choice) => known.has(choice)
}
