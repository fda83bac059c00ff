import type { Database } from '../../platform/db/index.ts'
import { violatedConstraint } from '../../platform/db/index.ts'
import type { InTransaction, Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { parseOrThrow, unknownReference } from '../../shared/faults.ts'
import type { IdPrefix, PartnerId } from '../../shared/ids.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import { type Merge, type Merged, mergeMany } from './merge-many.ts'
import { mergePatch } from './merge-patch.ts'
import type { PostedRow } from './posted.table.ts'
import type { ListFilter } from './posting.repository.ts'
import { changedRow, newRow, type PostingDefinition } from './posting-definition.ts'

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
