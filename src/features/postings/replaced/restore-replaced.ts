import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { parseOrThrow } from '../../../shared/faults.ts'
import { type Id, type IdPrefix, isId } from '../../../shared/ids.ts'
import { forEachSliced } from '../../../shared/sliced-work.ts'
import { findParents } from '../merge-many.ts'
import { followMerged } from '../merging/follow-merged.ts'
import type { PostedRow } from '../posted.table.ts'
import { changedRow, type PostedInput, type PostingDefinition } from '../posting-definition.ts'
import type { FindUses, Followed } from '../remove-unchanged.ts'
import { type Written, writeAll } from '../write-all.ts'
import { createReplacedRecordsRepository } from './replaced-records.repository.ts'
import type { ReplacedRecord } from './replaced-records.table.ts'

export interface RestoreReplaced {
  importId: Id<'import'>
  ids: readonly string[]
  /** Finds what has used the records since the import changed them. */
  findUses: FindUses
}

/**
 * Restores records to their state before an import changed them. Records that something depends on stay, and are returned
 * with the reason.
 */
export async function restoreReplaced<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  ctx: WriteContext,
  { importId, ids: given, findUses }: RestoreReplaced,
): Promise<Followed[]> {
  const { partnerId } = ctx.actor
  const ofKind: IdPrefix = definition.prefix
  const ids = given.filter((id) => isId(ofKind, id))
  const stored = await createReplacedRecordsRepository(ctx.db).of(partnerId, importId, ids)
  const bodies = await followMerged(
    ctx,
    stored.map(({ body }) => body),
  )
  const replaced = stored.map((one, at) => ({ ...one, body: bodies[at] ?? one.body }))
  // After the bodies were read, because names are locked before rows. A row that was changed since has another version.
  const rows = await definition.createRepository(ctx.db).findAllByKey(partnerId, { externalIds: [], ids })
  const followed = [
    ...alteredOf(ids, { rows, replaced }),
    ...(await findUses(ctx, { ids, most: ids.length })),
  ]
  const reasonOf = new Map(followed.map((one) => [one.id, one]))
  const free = rows.filter(({ id }) => !reasonOf.has(id))
  for (const one of await restoreAll(definition, ctx, { rows: free, replaced })) reasonOf.set(one.id, one)
  return ids.flatMap((id) => reasonOf.get(id) ?? [])
}

function alteredOf<R extends PostedRow>(
  ids: readonly string[],
  { rows, replaced }: { rows: readonly R[]; replaced: readonly ReplacedRecord[] },
): Followed[] {
  const versions = new Map<string, number>(rows.map(({ id, version }) => [id, version]))
  const made = new Map(replaced.map(({ resourceId, version }) => [resourceId, version]))
  return ids.flatMap((id): Followed[] => {
    if (!versions.has(id)) return [{ id, code: 'removed' }]
    return versions.get(id) === made.get(id) ? [] : [{ id, code: 'changed' }]
  })
}

/** Writes the previous bodies. Returns those that can't be restored, because what they name is gone. */
async function restoreAll<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  ctx: WriteContext,
  { rows, replaced }: { rows: readonly R[]; replaced: readonly ReplacedRecord[] },
): Promise<Followed[]> {
  const bodyOf = new Map(replaced.map(({ resourceId, body }) => [resourceId, body]))
  const refused: Followed[] = []
  const read: { row: R; input: I }[] = []
  const orRefused = (row: R, act: () => void) => {
    try {
      act()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      refused.push({ id: row.id, code: 'no_way_back' })
    }
  }
  await forEachSliced(rows, (row) =>
    orRefused(row, () => read.push({ row, input: parseOrThrow(definition.input, bodyOf.get(row.id)) })),
  )
  const parents = await findParents(
    definition,
    ctx,
    [],
    read.map(({ input }) => input),
  )
  const now = ctx.clock()
  const batch = { ...ctx, clock: () => now }
  const written: Written<R>[] = []
  await forEachSliced(read, ({ row, input }) =>
    orRefused(row, () => {
      parents.require(input)
      const after = changedRow(definition, batch, { row, input })
      if (after) written.push({ after, before: row })
    }),
  )
  await writeAll(definition, batch, written)
  const returned = written.flatMap(({ after: { id, version }, before }) =>
    before ? [{ id, before: before.version - 1, version }] : [],
  )
  await createReplacedRecordsRepository(ctx.db).updateRestored(ctx.actor.partnerId, returned)
  return refused
}
