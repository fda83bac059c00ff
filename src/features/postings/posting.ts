import { type Counted, type ListAsked, violatedConstraint } from '../../platform/db/index.ts'
import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { parseOrThrow } from '../../shared/faults.ts'
import type { Id, IdPrefix } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import type { Precondition } from '../../shared/precondition.ts'
import { type Merge, type Merged, mergeMany } from './merge-many.ts'
import { mergePatch } from './merge-patch.ts'
import { eraseMerged } from './merging/erase-merged.ts'
import { missingRecord } from './merging/explain-merged.ts'
import { followMerged } from './merging/follow-merged.ts'
import type { PostedRow } from './posted.table.ts'
import type { PostedInput, PostingDefinition } from './posting-definition.ts'
import { type Followed, type RemoveUnchanged, removeUnchanged } from './remove-unchanged.ts'
import { createReplacedRecordsRepository } from './replaced/replaced-records.repository.ts'
import { type RestoreReplaced, restoreReplaced } from './replaced/restore-replaced.ts'
import { claimEmailOf, type NoticesOfWrite, noticeSameEmail } from './same-email/same-email.ts'
import { createRowWriter } from './write-row.ts'

/** The operations on one kind of posted resource. Routes, imports, the command line and the demo all write through them. */
export interface Posting<R extends PostedRow, I> {
  /**
   * Creates a resource. Throws `validation_failed` for an unknown parent, `external_id_taken`, and what the definition
   * throws.
   */
  post(ctx: WriteContext, input: I): Promise<R>
  /** Creates the resource with this external id, or replaces it. Throws `precondition_failed`, and what `post` throws. */
  put(
    ctx: WriteContext,
    given: { externalId: string; input: I; precondition: Precondition },
  ): Promise<{ row: R; created: boolean }>
  /** Applies a JSON merge patch. Throws not found, `precondition_failed`, and what `post` throws. */
  change(ctx: WriteContext, given: { id: R['id']; patch: unknown; precondition: Precondition }): Promise<R>
  /** Deletes a resource. Throws not found, `precondition_failed`, and what the definition throws. */
  remove(ctx: WriteContext, given: { id: R['id']; precondition: Precondition }): Promise<void>
  /** See `removeUnchanged` in remove-unchanged.ts. Only for kinds from which nothing is derived. */
  removeUnchanged(ctx: WriteContext, given: RemoveUnchanged): Promise<Followed[]>
  /** See `restoreReplaced` in replaced/restore-replaced.ts. */
  restoreReplaced(ctx: WriteContext, given: RestoreReplaced): Promise<Followed[]>
  mergeMany: MergeMany
  /** Returns a resource. Throws not found. */
  get(ctx: Context, given: { id: R['id'] }): Promise<R>
  list(ctx: Context, asked: ListAsked): Promise<R[]>
  /** Counts the rows that match the filters, up to `most`. */
  count(ctx: Context, given: { asked: Pick<ListAsked, 'filters' | 'q'>; most: number }): Promise<Counted>
  /** Returns the body that would post the row again. */
  toInput(row: R): I
  /** Returns notices about a row that was just written. Undefined for kinds whose records can't be merged. */
  noticesOfWrite(ctx: Context, row: R): Promise<NoticesOfWrite | undefined>
}

/** See `mergeMany` in merge-many.ts. */
export type MergeMany = (
  ctx: WriteContext,
  given: {
    merges: readonly Merge[]
    dryRun: boolean
    /** The import of the rows, if rows of its other batches may count too. */
    importId?: Id<'import'>
  },
) => Promise<Merged[]>

export function createPosting<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
): Posting<R, I> {
  const { name, createRepository, patchBase = (body: I) => body } = definition
  const { insert, replace, lock, requireWritable } = createRowWriter(definition)

  return {
    async post(ctx, input) {
      const [body = input] = await followMerged(ctx, [input])
      await claimEmailOf(ctx, name, body)
      const row = await insert(ctx, body)
      if (row) return row
      throw new DomainError('external_id_taken', message('refusal_external_id', { name }))
    },

    async put(ctx, { externalId, input, precondition }) {
      const given = { ...input, external_id: externalId }
      const [body = given] = await followMerged(ctx, [given])
      await claimEmailOf(ctx, name, body)
      for (;;) {
        const row = await createRepository(ctx.db).findByExternalId(ctx.actor.partnerId, externalId)
        if (row) {
          requireWritable(row, precondition)
          return { row: await replace(ctx, { row, input: body }), created: false }
        }
        if (precondition && !precondition(null))
          throw new DomainError(
            'precondition_failed',
            `There is no ${name} with this external_id yet. Leave If-Match out to create it.`,
          )
        const created = await insert(ctx, body)
        if (created) return { row: created, created: true }
        // Another request has created it meanwhile: the next round finds it.
      }
    },

    async change(ctx, { id, patch: given, precondition }) {
      const [patch = given] = await followMerged(ctx, [given])
      await claimEmailOf(ctx, name, patch)
      const row = await lock(ctx, { id, precondition })
      const merged = mergePatch(patchBase(definition.toInput(row), patch), patch)
      return replace(ctx, { row, input: parseOrThrow(definition.input, merged) })
    },

    async remove(ctx, { id, precondition }) {
      const row = await lock(ctx, { id, precondition })
      await definition.requireRemovable?.(ctx, row)
      const { partnerId } = ctx.actor
      try {
        await createRepository(ctx.db).remove(partnerId, id)
      } catch (error) {
        const inUse = definition.stillInUse
        if (inUse && violatedConstraint(error)) throw new DomainError(inUse.code, inUse.detail)
        throw error
      }
      await eraseMerged(ctx, name, id)
      await createReplacedRecordsRepository(ctx.db).forget(partnerId, [id])
      ctx.append({ partnerId, type: `${name}.deleted`, resourceId: id })
    },

    removeUnchanged: (ctx, given) => removeUnchanged(definition, ctx, given),

    restoreReplaced: (ctx, given) => restoreReplaced(definition, ctx, given),

    mergeMany: (ctx, given) => mergeMany(definition, ctx, given),

    async get(ctx, { id }) {
      const row = await createRepository(ctx.db).find(ctx.actor.partnerId, id)
      if (!row) throw await missingRecord(ctx, name, id)
      return row
    },

    list: ({ actor, db }, asked) => createRepository(db).list(actor.partnerId, asked),

    count: ({ actor, db }, { asked, most }) => createRepository(db).count(actor.partnerId, asked, most),

    toInput: definition.toInput,

    async noticesOfWrite(ctx, row) {
      const { searchLike: search } = definition
      return search && noticeSameEmail(ctx, { name, search }, { row, body: definition.toInput(row) })
    },
  }
}
