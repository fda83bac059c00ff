import type { WriteContext } from '../../platform/events/index.ts'
import { type Id, type IdPrefix, isId } from '../../shared/ids.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import type { PostedRow } from './posted.table.ts'
import type { PostedInput, PostingDefinition } from './posting-definition.ts'

/** What may have become of a record: it was changed or went, or something uses it. */
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
  /** What it was no longer fits what is there. */
  | 'no_way_back'

/** Why a record is not as it was when it was posted, or cannot go or return: what happened to it or what uses it. */
export interface Followed {
  id: string
  code: FollowedCode
}

/** Finds what uses these records of the caller, at most `most`. The records are locked. */
export type FindUses = (
  ctx: WriteContext,
  given: { ids: readonly Id<IdPrefix>[]; most: number },
) => Promise<Followed[]>

export interface RemoveUnchanged {
  ids: readonly string[]
  findUses: FindUses
  /** So many of the reasons are returned. */
  most: number
}

/**
 * Removes records that are as they were posted and that nothing uses: all of them, or none. Returns why some have to stay;
 * empty if all were removed.
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
  // After the locks: what was waited for is seen, and what comes later finds no record.
  const followed = [...altered, ...(await findUses(ctx, { ids, most }))]
  if (followed.length > 0) return followed.slice(0, most)
  await repository.removeAll(partnerId, ids)
  await forEachSliced(ids, (resourceId) => ctx.append({ partnerId, type: `${name}.deleted`, resourceId }))
  return []
}

/** Those of some records that have gone or were changed since they were posted, by the versions of those that are there. */
export function alteredOf(ids: readonly string[], versions: ReadonlyMap<string, number>): Followed[] {
  return ids.flatMap((id): Followed[] => {
    const version = versions.get(id)
    if (version === undefined) return [{ id, code: 'removed' }]
    return version > 1 ? [{ id, code: 'changed' }] : []
  })
}
