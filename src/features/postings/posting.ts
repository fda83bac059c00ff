import { isDeepStrictEqual } from 'node:util'
import type { ZodType } from 'zod'
import type { Database } from '../../platform/db/index.ts'
import { violatedConstraint } from '../../platform/db/index.ts'
import type { InTransaction, Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError, type ErrorCode, notFound } from '../../shared/errors.ts'
import { parseOrThrow, unknownReference } from '../../shared/faults.ts'
import { type Id, type IdPrefix, newId, type PartnerId } from '../../shared/ids.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { type Merge, type Merged, mergeMany } from './merge-many.ts'
import { mergePatch } from './merge-patch.ts'
import type { PostedRow } from './posted.table.ts'
import type { KeyRepository, ListFilter, PostingRepository } from './posting.repository.ts'

export type PostedName = 'organization' | 'helper' | 'need' | 'offer' | 'program' | 'candidate' | 'cohort'

/** What a posted resource belongs to: a need to its organization. */
export interface Parent<I> {
  name: PostedName
  prefix: IdPrefix
  /** The field of the body that names it. */
  field: string
  repository: KeyRepository
  /** Null where it belongs to none. */
  idOf(input: I): Id<IdPrefix> | null
}

/** What tells one posted resource from another; the verbs below are the same for all. */
export interface PostingDefinition<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
> {
  name: PostedName
  prefix: P
  /** The body of a POST or PUT, and what a PATCH must result in. */
  input: ZodType<I>
  repository: PostingRepository<R>
  parent?: Parent<I>
  /** The columns that come from a body, and, where it replaces a row, from that. */
  columns(input: I, before?: R): Omit<R, keyof PostedRow>
  /** The body that would post this row again. */
  toInput(row: R): I
  /** Where a patch must not be merged into all of that body: what it is merged into instead. */
  patchBase?(body: I, patch: unknown): unknown
  /** What to answer where the row is still referred to and so can't be removed. */
  stillInUse?: { code: ErrorCode; detail: string }
  /** What to answer where another row has a value that is unique, by the index that says so. */
  taken?: Readonly<Record<string, { code: ErrorCode; detail: string }>>
  /** Throws where this row must not be changed or removed by itself. */
  guard?(row: R): void
  /** Keeps up what is derived from these rows, which have just been written. */
  derive?(tx: Transaction, rows: readonly R[]): Promise<void>
}

export interface Posting<R extends PostedRow, I> {
  post(tx: Transaction, partnerId: PartnerId, input: I): Promise<R>
  /** Creates or replaces what has this external id. */
  put(
    partnerId: PartnerId,
    externalId: string,
    input: I,
    precondition: Precondition,
  ): Promise<{ row: R; created: boolean }>
  change(
    tx: Transaction,
    partnerId: PartnerId,
    id: R['id'],
    patch: unknown,
    precondition: Precondition,
  ): Promise<R>
  remove(tx: Transaction, partnerId: PartnerId, id: R['id'], precondition: Precondition): Promise<void>
  /** See `mergeMany`. */
  mergeMany(
    tx: Transaction,
    partnerId: PartnerId,
    merges: readonly Merge[],
    options: { dryRun: boolean },
  ): Promise<Merged[]>
  get(partnerId: PartnerId, id: R['id']): Promise<R>
  list(partnerId: PartnerId, filter: ListFilter): Promise<R[]>
}

/** The verbs of a posted resource: the one way in which routes, command line and demo write it. */
export function createPosting<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
>(
  deps: { db: Database; inTransaction: InTransaction; clock: Clock },
  definition: PostingDefinition<P, I, R>,
): Posting<R, I> {
  const { name, repository, patchBase = (body: I) => body } = definition

  /** The lock keeps the parent from being deleted before this is there. */
  async function demandParent(tx: Transaction, partnerId: PartnerId, input: I): Promise<void> {
    const { parent } = definition
    if (!parent) return
    const id = parent.idOf(input)
    if (id === null) return
    const [found] = await parent.repository.keysOf(tx.db, partnerId, { ids: [id] })
    if (!found) throw unknownReference(`/${parent.field}`, parent.name)
  }

  async function insert(tx: Transaction, partnerId: PartnerId, input: I): Promise<R> {
    await demandParent(tx, partnerId, input)
    const row = newRow(definition, partnerId, input, deps.clock())
    await repository.insert(tx.db, row)
    await definition.derive?.(tx, [row])
    tx.append({ partnerId, type: `${name}.posted`, resourceId: row.id })
    return row
  }

  /** Writes what differs; a body that changes nothing leaves version and times alone. */
  async function replace(tx: Transaction, row: R, input: I): Promise<R> {
    await demandParent(tx, row.partnerId, input)
    const changed = changedRow(definition, row, input, deps.clock())
    if (!changed) return row
    await repository.update(tx.db, changed)
    await definition.derive?.(tx, [changed])
    tx.append({ partnerId: row.partnerId, type: `${name}.changed`, resourceId: row.id })
    return changed
  }

  async function findForWrite(
    tx: Transaction,
    partnerId: PartnerId,
    id: R['id'],
    precondition: Precondition,
  ): Promise<R> {
    const row = await repository.find(tx.db, partnerId, id, 'no key update')
    if (!row) throw notFound(name)
    definition.guard?.(row)
    requireVersion(row, precondition)
    return row
  }

  async function putOnce(partnerId: PartnerId, externalId: string, input: I, precondition: Precondition) {
    return deps.inTransaction(async (tx) => {
      const row = await repository.findByExternalId(tx.db, partnerId, externalId)
      if (row) {
        definition.guard?.(row)
        requireVersion(row, precondition)
        return { row: await replace(tx, row, input), created: false }
      }
      if (precondition && !precondition(null)) {
        throw new DomainError('precondition_failed', `There is no ${name} with this external_id yet.`)
      }
      return { row: await insert(tx, partnerId, input), created: true }
    })
  }

  return {
    post: (tx, partnerId, input) => orConflict(definition, () => insert(tx, partnerId, input)),

    async put(partnerId, externalId, input, precondition) {
      const body = { ...input, external_id: externalId }
      try {
        return await orTaken(definition, () => putOnce(partnerId, externalId, body, precondition))
      } catch (error) {
        // Somebody else created it in between: now it can be found and replaced.
        if (!violatedConstraint(error)?.endsWith('_external_id')) throw error
        return await putOnce(partnerId, externalId, body, precondition)
      }
    },

    async change(tx, partnerId, id, patch, precondition) {
      const row = await findForWrite(tx, partnerId, id, precondition)
      const input = parseOrThrow(
        definition.input,
        mergePatch(patchBase(definition.toInput(row), patch), patch),
      )
      return orConflict(definition, () => replace(tx, row, input))
    },

    async remove(tx, partnerId, id, precondition) {
      await findForWrite(tx, partnerId, id, precondition)
      try {
        await repository.remove(tx.db, partnerId, id)
      } catch (error) {
        const inUse = definition.stillInUse
        if (inUse && violatedConstraint(error)) throw new DomainError(inUse.code, inUse.detail)
        throw error
      }
      tx.append({ partnerId, type: `${name}.deleted`, resourceId: id })
    },

    mergeMany: (tx, partnerId, merges, { dryRun }) =>
      mergeMany(definition, tx, partnerId, merges, { now: deps.clock(), dryRun }),

    async get(partnerId, id) {
      const row = await repository.find(deps.db, partnerId, id)
      if (!row) throw notFound(name)
      return row
    },

    list: (partnerId, filter) => repository.list(deps.db, partnerId, filter),
  }
}

/** The row that a body makes. */
export function newRow<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
>(definition: PostingDefinition<P, I, R>, partnerId: PartnerId, input: I, now: Date): R {
  return {
    ...definition.columns(input),
    partnerId,
    id: newId(definition.prefix),
    externalId: input.external_id ?? null,
    version: 1,
    createdAt: now,
    updatedAt: now,
    // PostedRow's fields and R's own together are R; TypeScript can't add up a generic.
  } as unknown as R
}

/** The next version of a row; null where the body changes nothing. */
export function changedRow<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
>(definition: PostingDefinition<P, I, R>, row: R, input: I, now: Date): R | null {
  const next: R = { ...row, ...definition.columns(input, row), externalId: input.external_id ?? null }
  if (isDeepStrictEqual(asStored(next), asStored(row))) return null
  return { ...next, version: row.version + 1, updatedAt: now }
}

type Takings = Pick<PostingDefinition<IdPrefix, { external_id?: string }, PostedRow>, 'name' | 'taken'>

async function orConflict<T>(definition: Takings, work: () => Promise<T>): Promise<T> {
  try {
    return await orTaken(definition, work)
  } catch (error) {
    if (violatedConstraint(error)?.endsWith('_external_id')) {
      throw new DomainError('external_id_taken', `Another ${definition.name} of yours has this external_id.`)
    }
    throw error
  }
}

async function orTaken<T>({ taken }: Takings, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const answer = taken?.[violatedConstraint(error) ?? '']
    if (answer) throw new DomainError(answer.code, answer.detail)
    throw error
  }
}

/** As the database would give it back: no undefined, instants as text. */
function asStored(row: PostedRow): unknown {
  return JSON.parse(JSON.stringify(row))
}
