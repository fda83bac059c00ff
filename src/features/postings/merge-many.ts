import type { Transaction } from '../../platform/events/index.ts'
import { DomainError, type Fault } from '../../shared/errors.ts'
import { parseOrThrow, unknownReference } from '../../shared/faults.ts'
import { type Id, type IdPrefix, isId, type PartnerId } from '../../shared/ids.ts'
import { eachInSteps } from '../../shared/in-steps.ts'
import { mergePatch } from './merge-patch.ts'
import type { PostedRow } from './posted.table.ts'
import { changedRow, newRow, type Parent, type PostingDefinition } from './posting-definition.ts'

/** A merge patch of what has this external id, or the body that creates it. */
export interface Merge {
  externalId: string
  patch: Record<string, unknown>
}

export type Merged =
  | { outcome: 'created' | 'updated' | 'unchanged'; id: Id<IdPrefix> }
  | { outcome: 'rejected'; faults: Fault[] }

/** The field that may name a parent by its external id: `organization_external_id` for `organization_id`. */
export function externalField(field: string): string {
  return field.replace(/_id$/, '_external_id')
}

/**
 * Creates or changes many postings at once, each by its external id, which must come only once. What can't be accepted
 * is told and left out; the others are written with a few statements, or only looked at with `dryRun`.
 */
export async function mergeMany<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
>(
  definition: PostingDefinition<P, I, R>,
  tx: Transaction,
  partnerId: PartnerId,
  merges: readonly Merge[],
  { now, dryRun }: { now: Date; dryRun: boolean },
): Promise<Merged[]> {
  const { repository, name } = definition
  const externalIds = merges.map(({ externalId }) => externalId)
  const rows = await repository.findAllByExternalId(tx.db, partnerId, externalIds)
  const existing = new Map(rows.map((row) => [row.externalId, row]))
  const parents = await findParents(definition.parent, tx, partnerId, merges, rows.map(definition.toInput))

  const merged: Merged[] = []
  const written: R[] = []
  await eachInSteps(merges, ({ externalId, patch }) => {
    try {
      const before = existing.get(externalId)
      const input = readBody(definition, before, { ...parents.named(patch), external_id: externalId })
      parents.demand(input)
      const after = before
        ? changedRow(definition, before, input, now)
        : newRow(definition, partnerId, input, now)
      if (after) written.push(after)
      if (before) merged.push({ outcome: after ? 'updated' : 'unchanged', id: before.id })
      else if (after) merged.push({ outcome: 'created', id: after.id })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      merged.push({ outcome: 'rejected', faults: faultsIn(error) })
    }
  })
  if (dryRun) return merged
  await repository.writeAll(tx.db, written)
  await definition.derive?.(tx, written)
  for (const { id, version } of written)
    tx.append({ partnerId, type: version === 1 ? `${name}.posted` : `${name}.changed`, resourceId: id })
  return merged
}

function readBody<P extends IdPrefix, I extends { external_id?: string | undefined }, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  before: R | undefined,
  patch: Record<string, unknown>,
): I {
  if (!before) return parseOrThrow(definition.input, mergePatch({}, patch))
  definition.guard?.(before)
  const body = definition.toInput(before)
  return parseOrThrow(definition.input, mergePatch(definition.patchBase?.(body, patch) ?? body, patch))
}

/** The parents that patches and stored bodies name, looked up together. */
async function findParents<I>(
  parent: Parent<I> | undefined,
  tx: Transaction,
  partnerId: PartnerId,
  merges: readonly Merge[],
  bodies: readonly I[],
) {
  if (!parent) return { named: (patch: Merge['patch']) => patch, demand: () => {} }
  const { field, name, repository } = parent
  const textsIn = (key: string) => [
    ...new Set(merges.flatMap(({ patch: { [key]: value } }) => (typeof value === 'string' ? [value] : []))),
  ]
  const given = textsIn(field).filter((text) => isId(parent.prefix, text))
  const ids = [...new Set([...given, ...bodies.flatMap((body) => parent.idOf(body) ?? [])])]
  const found = await repository.keysOf(tx.db, partnerId, { ids, externalIds: textsIn(externalField(field)) })
  const there = new Set<string>(found.map(({ id }) => id))
  const byExternalId = new Map(found.map(({ id, externalId }) => [externalId, id]))
  return {
    named(patch: Merge['patch']): Merge['patch'] {
      const { [externalField(field)]: externalId, ...rest } = patch
      if (typeof externalId !== 'string') return patch
      const id = byExternalId.get(externalId)
      if (id === undefined) throw unknownReference(`/${externalField(field)}`, name)
      return { ...rest, [field]: id }
    },
    demand(input: I): void {
      const id = parent.idOf(input)
      if (id !== null && !there.has(id)) throw unknownReference(`/${field}`, name)
    },
  }
}

/** A refusal without faults of its own is about the whole. */
function faultsIn({ code, message, faults }: DomainError): Fault[] {
  return faults.length > 0 ? faults : [{ pointer: '', code, detail: message }]
}
