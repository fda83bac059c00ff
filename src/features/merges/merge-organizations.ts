import type { WriteContext } from '../../platform/events/index.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { joinBarter, lockRingsOf } from '../barter/index.ts'
import { createJoinWorkRepository, joinWork } from '../engagements/index.ts'
import { joinOfficeReferences, lockOfficeReferences } from '../internships/index.ts'
import { joinIntroductions, lockIntroductions } from '../introductions/index.ts'
import {
  createJoinOrganizationRepository,
  createMergeRecords,
  createOrganizationsRepository,
  mergeBlocked,
  type OrganizationInput,
  type OrganizationRow,
  organizationPosting,
  type Posting,
  type RecordPair,
  showOrganization,
} from '../postings/index.ts'
import { joinSprints } from '../sprints/index.ts'
import { combineOrganizations } from './combine-organizations.ts'
import type { OrganizationMergeAnswer } from './merges.schemas.ts'
import { requireSeparate } from './require-separate.ts'

/** Merges another record of the same organization, `from_id`, into one. Throws what `createMergeRecords` throws. */
export function createMergeOrganizations({
  organizations,
}: {
  organizations: Pick<Posting<OrganizationRow, OrganizationInput>, 'get'>
}) {
  const mergeRecords = createMergeRecords({
    kind: 'organization',
    definition: organizationPosting,
    requireRecord: (ctx: WriteContext, id: OrganizationId) => organizations.get(ctx, { id }),
    lockFirst: lockBefore,
    requireFit: requireOneHelper,
    combine: combineOrganizations,
    join: joinOrganizations,
  })

  return async function mergeOrganizations(
    ctx: WriteContext,
    given: { id: OrganizationId; from_id: OrganizationId; dry_run: boolean },
  ): Promise<OrganizationMergeAnswer> {
    const { record, fields, counts } = await mergeRecords(ctx, given)
    return {
      dry_run: given.dry_run,
      from_id: given.from_id,
      organization: showOrganization(record),
      fields,
      ...counts,
    }
  }
}

/**
 * Locks everything that is about to change, always in this order: writers of names, candidates, cohorts, results of placements,
 * rings, needs, helpers, introductions, engagements. The organizations follow.
 */
async function lockBefore(ctx: WriteContext, { kept, from }: RecordPair<OrganizationId>): Promise<void> {
  const { partnerId } = ctx.actor
  const joined = { side: 'need', from, into: kept } as const
  const organization = createJoinOrganizationRepository(ctx.db, partnerId)
  // Only the caller's own: nobody may lock rows that name another partner's organization.
  if (!(await createOrganizationsRepository(ctx.db).find(partnerId, from))) return
  await lockOfficeReferences(ctx, joined)
  await lockRingsOf(ctx, [kept, from])
  await organization.lockNeeds([kept, from])
  await organization.lockNaming(from)
  await lockIntroductions(ctx, joined)
  await createJoinWorkRepository(ctx.db, partnerId).lock(joined)
}

function requireOneHelper({ kept, from }: RecordPair<OrganizationRow>): void {
  if (!kept.helperId || !from.helperId) return
  throw mergeBlocked(
    'Both organizations have a helper. Remove helper_id of one of them, merge the helpers, then merge the organizations.',
    [kept, from].map(({ id, helperId }) => ({
      pointer: '/from_id',
      code: 'both_linked',
      messages: [message('fault_names_helper', { id, helper: helperId })],
    })),
  )
}

/**
 * Moves all references to an organization to the kept one, and removes it. A test compares this with the columns of the
 * database, so that no new table is forgotten.
 */
async function joinOrganizations(
  ctx: WriteContext,
  { from, next }: { from: OrganizationRow; next: OrganizationRow },
): Promise<Pick<OrganizationMergeAnswer, 'moved' | 'dropped'>> {
  const { partnerId } = ctx.actor
  const now = ctx.clock()
  const joined = { side: 'need', from: from.id, into: next.id } as const
  const organization = createJoinOrganizationRepository(ctx.db, partnerId)
  await organization.lockAgainstUse(from.id)

  await requireSeparate(
    ctx,
    { organizationId: from.id, helperId: from.helperId },
    { organizationId: next.id, helperId: from.helperId ? null : next.helperId },
  )
  const needs = await organization.moveNeeds(from.id, next.id, now)
  for (const { id, status } of needs)
    ctx.append({
      partnerId,
      type: 'need.changed',
      resourceId: id,
      data: { status, organization_id: next.id, changed: ['organization_id'] },
    })
  const sprints = await joinSprints(ctx, joined)
  const naming = await organization.moveNaming(from.id, next.id, now)
  for (const { partnerId, id, changed } of naming.naming)
    ctx.append({ partnerId, type: 'helper.changed', resourceId: id, data: { changed } })
  const offices = await joinOfficeReferences(ctx, joined)
  const introductions = await joinIntroductions(ctx, joined)
  const engagements = await joinWork(ctx, joined)
  const barter = await joinBarter(ctx, joined)
  const repository = createOrganizationsRepository(ctx.db)
  await repository.remove(partnerId, from.id)
  await repository.update(next)
  await organizationPosting.derive?.(ctx, [next])
  return {
    moved: {
      ...{ needs: needs.length, sprints, introductions, engagements },
      ...barter,
      ...offices.moved,
      blocks: naming.blocks + offices.blocks,
      connections: naming.connections,
    },
    dropped: offices.dropped,
  }
}
