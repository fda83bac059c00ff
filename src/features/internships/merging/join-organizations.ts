import type { WriteContext } from '../../../platform/events/index.ts'
import { createNamingLock } from '../../postings/index.ts'
import { notifyChanged } from '../placements/notify-changed.ts'
import {
  createJoinOrganizationsRepository,
  type JoinedOrganizations,
} from './join-organizations.repository.ts'

/** Locks what offices store about an organization that is about to be merged: candidates, cohorts, results of placements. */
export async function lockOfficeReferences(ctx: WriteContext, joined: JoinedOrganizations): Promise<void> {
  await createNamingLock(ctx.db).lockAgainstNaming('cohorts')
  await createJoinOrganizationsRepository(ctx.db, joined).lock()
}

/** Replaces the organization with the kept one in candidates, cohorts, rankings and results of placements of all offices. */
export async function joinOfficeReferences(ctx: WriteContext, joined: JoinedOrganizations) {
  const now = ctx.clock()
  const repository = createJoinOrganizationsRepository(ctx.db, joined)
  const blocking = await repository.moveBlocks(now)
  for (const { partnerId, id, status, programId } of blocking)
    ctx.append({
      partnerId,
      type: 'candidate.changed',
      resourceId: id,
      data: { status, program_id: programId, changed: ['blocked_organization_ids'] },
    })
  const cohorts = await repository.cohorts()
  const rankings = await repository.moveRankings()
  await repository.moveCohorts(
    cohorts.map(({ id }) => id),
    now,
  )
  for (const { partnerId, id, programId, isLimiting, isRanking } of cohorts)
    ctx.append({
      partnerId,
      type: 'cohort.changed',
      resourceId: id,
      data: {
        program_id: programId,
        changed: [...(isLimiting ? ['organizations'] : []), ...(isRanking ? ['preferences'] : [])],
      },
    })
  const results = await repository.moveResults()
  notifyChanged(ctx, results)
  return {
    blocks: blocking.length,
    moved: {
      rankings: rankings.moved,
      cohorts: cohorts.length,
      placement_results: results.length,
    },
    dropped: { rankings: rankings.dropped },
  }
}
