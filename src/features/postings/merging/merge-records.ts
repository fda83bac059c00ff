import { runAndRollBack } from '../../../platform/db/index.ts'
import type { Event, WriteContext } from '../../../platform/events/index.ts'
import { changedFields } from '../../../shared/changed-fields.ts'
import { foldEmail } from '../../../shared/email-address.ts'
import { DomainError, type Fault } from '../../../shared/errors.ts'
import { parseOrThrow, unknownReference, validationFailed } from '../../../shared/faults.ts'
import type { IdPrefix } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import type { PostedRow } from '../posted.table.ts'
import type { PostedInput, PostingDefinition } from '../posting-definition.ts'
import { createReplacedRecordsRepository } from '../replaced/replaced-records.repository.ts'
import { emailOf } from '../same-email/email-of.ts'
import { type MergedField, type MergedFields, mergeFields, unionOf } from './merge-fields.ts'
import { createMergedRecordsRepository, type MergedRecord } from './merged-records.repository.ts'
import type { MergedKind } from './merged-records.table.ts'
import { createNamingLock } from './naming-lock.repository.ts'

/** Two records to be merged. */
export interface RecordPair<R> {
  /** The record that stays. */
  kept: R
  /** The record that ends. */
  from: R
}

/** A row that can be merged with another. */
export type MergeableRow<P extends IdPrefix> = PostedRow<P> & { formerEmails: string[] }

/** Rules for merging two records of one kind. */
export interface MergeRules<P extends IdPrefix, I extends PostedInput, R extends MergeableRow<P>, C> {
  kind: MergedKind
  definition: PostingDefinition<P, I, R>
  /** Loads a record. Throws if it is gone. */
  requireRecord(ctx: WriteContext, id: R['id']): Promise<R>
  /** Takes the locks that must come before those of these records. */
  lockFirst?(ctx: WriteContext, ids: RecordPair<R['id']>): Promise<void>
  /** Throws if the two can't be one record. */
  requireFit?(records: RecordPair<R>): void
  /** Returns values made from both bodies. */
  combine(bodies: RecordPair<I>): Partial<I>
  /** Returns columns of the kept record that its body does not fill. */
  columns?(records: RecordPair<R>): Partial<R>
  /**
   * Moves all references to `from` to the kept record, removes `from` and writes `next`, the kept record after the merge.
   * Both are locked. Returns counts for the answer. Throws `merge_blocked`.
   */
  join(ctx: WriteContext, records: { from: R; next: R }): Promise<C>
}

/** Result of merging two records. */
export interface MergedPair<R, C> {
  record: R
  fields: MergedField[]
  counts: C
  /** Number of open introductions that the merge ended. */
  withdrawnIntroductions: number
}

/**
 * Merges a record of the caller into another of the same kind. With `dry_run` everything is done and rolled back, so that
 * the answer is exactly what would happen. Throws not found, `record_merged`, `validation_failed` for an unknown `from_id`
 * and for the record itself, and `merge_blocked` with the reasons.
 */
export function createMergeRecords<
  P extends IdPrefix,
  I extends PostedInput & object,
  R extends MergeableRow<P>,
  C,
>(rules: MergeRules<P, I, R, C>) {
  type Given = { id: R['id']; from_id: R['id']; dry_run: boolean }
  const { kind, definition } = rules

  async function merge(ctx: WriteContext, { id, from_id: fromId, dry_run: isDryRun }: Given) {
    const { partnerId } = ctx.actor
    const { kept, from } = await lockBoth(ctx, { kept: id, from: fromId })
    rules.requireFit?.({ kept, from })
    const bodies = { kept: definition.toInput(kept), from: definition.toInput(from) }
    const merged = mergeFields(bodies.kept, bodies.from, {
      ...rules.combine(bodies),
      ...metadataOfBoth(bodies),
    })
    const next = keptRow(rules, ctx, { kept, from, merged })
    const externalId = next.externalId === from.externalId ? null : from.externalId
    const record: MergedRecord = { id: from.id, externalId, intoId: next.id }
    await createMergedRecordsRepository(ctx.db, kind).add(partnerId, record, ctx.clock())
    await createReplacedRecordsRepository(ctx.db).forget(partnerId, [from.id])
    const withdrawn = new Set<string>()
    const append: WriteContext['append'] = (event) => {
      if (event.type === 'introduction.withdrawn') withdrawn.add(event.resourceId)
      if (!isDryRun) ctx.append(event)
    }
    let moved = 0
    const appendMoved: WriteContext['append'] = (event) => {
      moved++
      if (moved > MOST_EVENTS_OF_MERGE) throw tooManyMoved({ kept: id, from: fromId })
      append(event)
    }
    const counts = await rules.join({ ...ctx, append: appendMoved }, { from, next })
    append(mergedEvent(definition, { kept, from, next }))
    // Removes the ended record from rankings.
    append({ partnerId, type: `${kind}.reranked`, resourceId: from.id })
    return { record: next, fields: merged.fields, counts, withdrawnIntroductions: withdrawn.size }
  }

  /** Locks both records in order of id, so that two merges of the same records can't deadlock. */
  async function lockBoth(ctx: WriteContext, ids: RecordPair<R['id']>): Promise<RecordPair<R>> {
    if (ids.kept === ids.from)
      throw validationFailed([
        {
          pointer: '/from_id',
          code: 'invalid_value',
          messages: [message('fault_merge_itself', { name: kind })],
        },
      ])
    await createNamingLock(ctx.db).lockAgainstNaming('parties')
    await rules.lockFirst?.(ctx, ids)
    const rows = await definition
      .createRepository(ctx.db)
      .findAllByKey(ctx.actor.partnerId, { externalIds: [], ids: [ids.kept, ids.from] })
    const find = (id: R['id']) => rows.find((row) => row.id === id)
    const kept = find(ids.kept) ?? (await rules.requireRecord(ctx, ids.kept))
    const from = find(ids.from) ?? (await explainFrom(ctx, ids.from))
    return { kept, from }
  }

  async function explainFrom(ctx: WriteContext, fromId: R['id']): Promise<R> {
    try {
      return await rules.requireRecord(ctx, fromId)
    } catch (error) {
      if (error instanceof DomainError && error.code === `${kind}_not_found`)
        throw unknownReference('/from_id', kind)
      throw error
    }
  }

  return async function mergeRecords(ctx: WriteContext, given: Given): Promise<MergedPair<R, C>> {
    return given.dry_run ? runAndRollBack(ctx.db, () => merge(ctx, given)) : merge(ctx, given)
  }
}

/**
 * Each partner of each moved record gets an event. With more events the merge would hold its locks for seconds, and writing
 * them would block the event loop for more than 20 ms.
 */
export const MOST_EVENTS_OF_MERGE = 5000

function tooManyMoved({ kept, from }: RecordPair<string>): DomainError {
  return mergeBlocked(
    'Too much would move, because each moved record is an event to each of its partners. See errors.',
    [
      {
        pointer: '/from_id',
        code: 'too_many_records',
        messages: [message('fault_too_many_moved', { from, kept, most: MOST_EVENTS_OF_MERGE })],
      },
    ],
  )
}

/** Merges the metadata of both records. The kept record's pairs take precedence. */
function metadataOfBoth<I extends PostedInput>({ kept, from }: RecordPair<I>): Partial<I> {
  const metadata: PostedInput['metadata'] = { ...from.metadata, ...kept.metadata }
  // Every body has `metadata` of this type, which TypeScript can't infer for a generic.
  return { metadata } as Partial<I>
}

function mergedEvent<P extends IdPrefix, I extends PostedInput & object, R extends PostedRow<P>>(
  { name, toInput }: PostingDefinition<P, I, R>,
  { kept, from, next }: RecordPair<R> & { next: R },
): Event {
  const data = { from_id: from.id, changed: changedFields(toInput(kept), toInput(next)) }
  // The name and the id prefix match, which TypeScript can't infer for a generic.
  return { partnerId: next.partnerId, type: `${name}.merged`, resourceId: next.id, data } as Event
}

/** Returns the kept record after the merge. Throws `merge_blocked` if the fields of the two don't fit together. */
function keptRow<P extends IdPrefix, I extends PostedInput, R extends MergeableRow<P>, C>(
  { definition, columns }: MergeRules<P, I, R, C>,
  { clock }: WriteContext,
  { kept, from, merged }: RecordPair<R> & { merged: MergedFields },
): R {
  const input = parseFields(definition, merged.input)
  const ended = emailOf(definition.toInput(from))
  const endedEmails = ended ? [foldEmail(ended.email), ...from.formerEmails] : from.formerEmails
  return {
    ...kept,
    ...definition.columns(input, kept),
    formerEmails: unionOf(kept.formerEmails, endedEmails),
    ...columns?.({ kept, from }),
    externalId: input.external_id ?? null,
    metadata: input.metadata ?? {},
    version: kept.version + 1,
    updatedAt: clock(),
  }
}

function parseFields<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  input: unknown,
): I {
  try {
    return parseOrThrow(definition.input, input)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw mergeBlocked(
      'The fields of the two records do not fit together. Change one of the records first. See errors for the fields.',
      error.faults,
    )
  }
}

/** Returns the error for a refused merge: the reasons, and what to do. */
export function mergeBlocked(detail: string, faults: Fault[]): DomainError {
  return new DomainError('merge_blocked', detail, faults)
}
