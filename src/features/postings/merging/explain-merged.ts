import type { Context } from '../../../platform/events/index.ts'
import { DomainError, type Fault, notFound } from '../../../shared/errors.ts'
import { unknownReference, validationFailed } from '../../../shared/faults.ts'
import { type Id, type IdPrefix, isId, prefixes } from '../../../shared/ids.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { PostedName } from '../posting-definition.ts'
import { createMergedRecordsRepository, type MergedRecord } from './merged-records.repository.ts'
import type { MergedKind } from './merged-records.table.ts'

const kinds: readonly string[] = ['candidate', 'helper', 'organization'] satisfies MergedKind[]

/** Tells whether records of this kind can be merged. */
export function isMergeable(name: PostedName): name is PostedName & MergedKind {
  return kinds.includes(name)
}

/** Returns the error for an unknown id: `record_merged` if the record was merged into another, otherwise not found. */
export async function missingRecord(
  { actor, db }: Context,
  name: PostedName,
  id: Id<IdPrefix>,
): Promise<DomainError> {
  if (!isMergeable(name)) return notFound(name)
  const merged = await createMergedRecordsRepository(db, name).find(actor.partnerId, id)
  if (!merged) return notFound(name)
  return new DomainError('record_merged', messageOfId(name, merged), [
    { pointer: '', code: 'merged_into', messages: [message('fault_merged_into', { id: merged.intoId })] },
  ])
}

/** Throws `external_id_taken` if the external id belonged to a record that was merged into another. */
export async function requireNotMerged(
  { actor, db }: Context,
  name: PostedName,
  externalId: string | undefined,
): Promise<void> {
  if (externalId === undefined || !isMergeable(name)) return
  const [merged] = await createMergedRecordsRepository(db, name).findByExternalIds(actor.partnerId, [
    externalId,
  ])
  if (merged) throw new DomainError('external_id_taken', messageOf(name, merged))
}

/** Finds which of these external ids or ids belonged to merged records. Returns the fault of each, by the given key. */
export async function findMergedFaults(
  { actor, db }: Context,
  name: PostedName,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Fault>> {
  if (!isMergeable(name) || keys.length === 0) return new Map()
  const repository = createMergedRecordsRepository(db, name)
  const ids = keys.filter((key) => isId(prefixes[name], key))
  const byExternalId = await repository.findByExternalIds(actor.partnerId, keys)
  const byId = ids.length > 0 ? await repository.findAll(actor.partnerId, ids) : []
  return new Map([
    ...byId.map((merged) => [merged.id, mergedFault(messageOfId(name, merged))] as const),
    ...byExternalId.flatMap((merged) =>
      merged.externalId === null ? [] : [[merged.externalId, mergedFault(messageOf(name, merged))] as const],
    ),
  ])
}

/** Finds which of these organizations, of any partner, were merged into others. Returns the fault of each, by its id. */
export async function findMergedOrganizations(
  { db }: Context,
  ids: readonly Id<'org'>[],
): Promise<ReadonlyMap<string, Fault>> {
  if (ids.length === 0) return new Map()
  const merged = await createMergedRecordsRepository(db, 'organization').findAllOfAny(ids)
  return new Map(merged.map((one) => [one.id, mergedFault(messageOfId('organization', one))]))
}

/** Returns the error for an unknown id in a body. It names the kept record if the one meant was merged into another. */
export async function missingReference(
  ctx: Context,
  name: PostedName,
  { pointer, id }: { pointer: string; id: Id<IdPrefix> },
): Promise<DomainError> {
  const merged = (await findMergedFaults(ctx, name, [id])).get(id)
  return merged ? validationFailed([{ ...merged, pointer }]) : unknownReference(pointer, name)
}

function mergedFault(said: Message): Fault {
  return { pointer: '/external_id', code: 'record_merged', messages: [said] }
}

function messageOfId(name: PostedName, { intoId }: MergedRecord): Message {
  return message('fault_merged', { name, id: intoId, isExternal: false })
}

function messageOf(name: PostedName, { intoId }: MergedRecord): Message {
  return message('fault_merged', { name, id: intoId, isExternal: true })
}
