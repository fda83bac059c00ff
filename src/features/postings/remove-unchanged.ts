import type { WriteContext } from '../../platform/events/index.ts'
import { type Id, type IdPrefix, isId } from '../../shared/ids.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import type { PostedRow } from './posted.table.ts'
import type { PostedInput, PostingDefinition } from './posting-definition.ts'

/** What happened to a record, or what uses it. */
export type FollowedCode =
  | 'changed'
  | 'removed'
  | 'merged'
  | 'introduction'
  | 'engagement'
  | 'ring'
  | 'sprint'
  | 'cohort'
  | 'placement'
  | 'need'
  | 'offer'
  | 'organization'
  | 'disclosure'
  | 'answered'
  /** Its previous state no longer fits other records. */
  | 'no_way_back'

/** Why a record can't be removed or restored: what happened to it, or what uses it. */
export interface Followed {
  id: string
  code: FollowedCode
}

/** Finds at most `most` uses of these records of the caller. The records are locked. */
export type FindUses = (
  ctx: WriteContext,
  given: { ids: readonly Id<IdPrefix>[]; most: number },
) => Promise<Followed[]>

export interface RemoveUnchanged {
  ids: readonly string[]
  findUses: FindUses
  /** Maximum number of reasons to return. */
  most: number
}

/**
 * Removes records that are unchanged since they were posted and that nothing uses: either all of them or none. Returns why
 * some have to stay; empty if all were removed.
 */
export async function removeUnchanged<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  {
    name,
    prefix,
    createRepository,
  }: Pick<PostingDefinition<P, I, R>, 'name' | 'prefix' | 'createRepository'>,
  ctx: WriteContext,
  { ids: given, findUses, most }: RemoveUnchanged,
): Promise<Followed[]> {
  const { partnerId } = ctx.actor
  const ofKind: IdPrefix = prefix
  const ids = given.filter((id) => isId(ofKind, id))
  const repository = createRepository(ctx.db)
  const versions = await repository.lockToRemove(partnerId, ids)
  const altered = alteredOf(ids, versions)
  // After the locks: earlier uses are visible, and later ones find no record.
  const followed = [...altered, ...(await findUses(ctx, { ids, most }))]
  if (followed.length > 0) return followed.slice(0, most)
  await repository.removeAll(partnerId, ids)
  await forEachSliced(ids, (resourceId) => ctx.append({ partnerId, type: `${name}.deleted`, resourceId }))
  return []
}

/** Returns the records that were removed or changed since they were posted, by the versions of the existing ones. */
export function alteredOf(ids: readonly string[], versions: ReadonlyMap<string, number>): Followed[] {
  return ids.flatMap((id): Followed[] => {
    const version = versions.get(id)
    if (version === undefined) return [{ id, code: 'removed' }]
    return version > 1 ? [{ id, code: 'changed' }] : []
  })
}
