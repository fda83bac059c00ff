import { isDeepStrictEqual } from 'node:util'
import type { ZodType } from 'zod'
import type { Database, Queryable } from '../db/database.ts'
import { violatedConstraint } from '../db/database.ts'
import type { InTransaction, Transaction } from '../events/index.ts'
import type { Clock } from '../shared/clock.ts'
import { DomainError, type ErrorCode, notFound } from '../shared/errors.ts'
import { parseOrThrow } from '../shared/faults.ts'
import { type IdPrefix, newId, type PartnerId } from '../shared/ids.ts'
import type { Precondition } from '../shared/precondition.ts'
import { mergePatch } from './merge-patch.ts'
import type { PostedRow } from './posted.table.ts'
import type { ListFilter, PostingRepository } from './posting.repository.ts'

/** What tells one posted resource from another; the verbs below are the same for all. */
export interface PostingDefinition<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
> {
  name: 'organization' | 'helper' | 'need' | 'offer'
  prefix: P
  /** The body of a POST or PUT, and what a PATCH must result in. */
  input: ZodType<I>
  repository: PostingRepository<R>
  /** The columns that come from a body. Checks what it refers to; throws DomainError with all faults. */
  columns(
    input: I,
    context: { db: Queryable; partnerId: PartnerId; before?: R },
  ): Promise<Omit<R, keyof PostedRow>>
  /** The body that would post this row again. */
  toInput(row: R): I
  /** Where a patch must not be merged into all of that body: what it is merged into instead. */
  patchBase?(body: I, patch: unknown): unknown
  /** What to answer where the row is still referred to and so can't be removed. */
  stillInUse?: { code: ErrorCode; detail: string }
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

  async function insert(tx: Transaction, partnerId: PartnerId, input: I): Promise<R> {
    const now = deps.clock()
    const row = {
      ...(await definition.columns(input, { db: tx.db, partnerId })),
      partnerId,
      id: newId(definition.prefix),
      externalId: input.external_id ?? null,
      version: 1,
      createdAt: now,
      updatedAt: now,
      // PostedRow's fields and R's own together are R; TypeScript can't add up a generic.
    } as unknown as R
    await repository.insert(tx.db, row)
    tx.append({ partnerId, type: `${name}.posted`, resourceId: row.id })
    return row
  }

  /** Writes what differs; a body that changes nothing leaves version and times alone. */
  async function replace(tx: Transaction, row: R, input: I): Promise<R> {
    const columns = {
      ...(await definition.columns(input, { db: tx.db, partnerId: row.partnerId, before: row })),
      externalId: input.external_id ?? null,
    }
    const next: R = { ...row, ...columns }
    if (isDeepStrictEqual(asStored(next), asStored(row))) return row
    const changed: R = { ...next, version: row.version + 1, updatedAt: deps.clock() }
    await repository.update(tx.db, changed)
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
    checkVersion(row, precondition)
    return row
  }

  async function putOnce(partnerId: PartnerId, externalId: string, input: I, precondition: Precondition) {
    return deps.inTransaction(async (tx) => {
      const row = await repository.findByExternalId(tx.db, partnerId, externalId)
      if (row) {
        checkVersion(row, precondition)
        return { row: await replace(tx, row, input), created: false }
      }
      if (precondition && !precondition(null)) {
        throw new DomainError('precondition_failed', `There is no ${name} with this external_id yet.`)
      }
      return { row: await insert(tx, partnerId, input), created: true }
    })
  }

  return {
    post: (tx, partnerId, input) => orConflict(name, () => insert(tx, partnerId, input)),

    async put(partnerId, externalId, input, precondition) {
      const body = { ...input, external_id: externalId }
      try {
        return await putOnce(partnerId, externalId, body, precondition)
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
      return orConflict(name, () => replace(tx, row, input))
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

    async get(partnerId, id) {
      const row = await repository.find(deps.db, partnerId, id)
      if (!row) throw notFound(name)
      return row
    },

    list: (partnerId, filter) => repository.list(deps.db, partnerId, filter),
  }
}

function checkVersion(row: PostedRow, precondition: Precondition): void {
  if (precondition && !precondition(row.version)) {
    throw new DomainError('precondition_failed', 'It has changed since you read it: read it again and retry.')
  }
}

async function orConflict<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint?.endsWith('_external_id')) {
      throw new DomainError('external_id_taken', `Another ${name} of yours has this external_id.`)
    }
    throw error
  }
}

/** As the database would give it back: no undefined, instants as text. */
function asStored(row: PostedRow): unknown {
  return JSON.parse(JSON.stringify(row))
}
