import { violatedConstraint } from '../../platform/db/index.ts'
import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { IdPrefix } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { missingRecord, missingReference, requireNotMerged } from './merging/explain-merged.ts'
import type { PostedRow } from './posted.table.ts'
import { postedEvent } from './posted-event.ts'
import { changedRow, newRow, type PostedInput, type PostingDefinition } from './posting-definition.ts'

/** Creates the steps of writing one row that the operations share. */
export function createRowWriter<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
) {
  const { name, createRepository } = definition

  function requireWritable(row: R, precondition: Precondition): void {
    definition.guard?.(row)
    requireVersion(row, precondition)
  }

  return {
    requireWritable,

    /** Inserts a row. Returns null, without writing, if another row has this external id. */
    async insert(ctx: WriteContext, input: I): Promise<R | null> {
      await requireValid(definition, ctx, { input, before: undefined })
      const row = newRow(definition, ctx, input)
      const isNew = await explainConflict(definition, () => createRepository(ctx.db).insert(row))
      if (!isNew) return null
      // After the insert, because it waits for a merge that is about to free this external id.
      await requireNotMerged(ctx, name, input.external_id)
      await definition.derive?.(ctx, [row])
      ctx.append(postedEvent(definition, row))
      return row
    },

    /** Writes a row if it differs. A body that changes nothing keeps the version and the times. */
    async replace(ctx: WriteContext, { row, input }: { row: R; input: I }): Promise<R> {
      await requireValid(definition, ctx, { input, before: row })
      const changed = changedRow(definition, ctx, { row, input })
      if (!changed) return row
      await explainConflict(definition, () => createRepository(ctx.db).update(changed))
      await definition.derive?.(ctx, [changed])
      ctx.append(postedEvent(definition, changed, row))
      return changed
    },

    /** Loads and locks a row that is about to be written. */
    async lock(
      ctx: WriteContext,
      { id, precondition }: { id: R['id']; precondition: Precondition },
    ): Promise<R> {
      const row = await createRepository(ctx.db).find(ctx.actor.partnerId, id, 'no key update')
      if (!row) throw await missingRecord(ctx, name, id)
      requireWritable(row, precondition)
      return row
    },
  }
}

/** Checks a body against the time, its parent and the resources that it names. */
async function requireValid<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  ctx: WriteContext,
  { input, before }: { input: I; before: R | undefined },
): Promise<void> {
  definition.requirePossible?.(input, { before, now: ctx.clock() })
  await requireParent(definition, ctx, input)
  await definition.requireReferences?.(ctx, { input, before })
}

/** Locks the parent, so that it can't be deleted before this row is committed, and checks the body against it. */
async function requireParent<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  { parent, isBoundToParent, loadParentCheck }: PostingDefinition<P, I, R>,
  ctx: WriteContext,
  input: I,
): Promise<void> {
  const id = parent?.idOf(input) ?? null
  if (!parent || id === null) return
  const [found] = await parent.createRepository(ctx.db).findKeys(ctx.actor.partnerId, { ids: [id] })
  if (!found) throw await missingReference(ctx, parent.name, { pointer: `/${parent.field}`, id })
  if (isBoundToParent && !isBoundToParent(input)) return
  const check = await loadParentCheck?.(ctx, [id])
  check?.(input)
}

/** Converts the violation of a unique index to the corresponding error. */
async function explainConflict<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>, T>(
  { name, taken }: PostingDefinition<P, I, R>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const constraint = violatedConstraint(error) ?? ''
    const refusal = taken?.[constraint]
    if (refusal) throw new DomainError(refusal.code, refusal.detail)
    if (constraint.endsWith('_external_id'))
      throw new DomainError('external_id_taken', message('refusal_external_id', { name }))
    throw error
  }
}
