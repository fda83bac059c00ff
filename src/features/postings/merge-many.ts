import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError, type Fault } from '../../shared/errors.ts'
import { parseOrFaults, parseOrThrow, unknownReference, validationFailed } from '../../shared/faults.ts'
import { type Id, type IdPrefix, isId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import { mergePatch } from './merge-patch.ts'
import { findMergedFaults } from './merging/explain-merged.ts'
import { followMerged } from './merging/follow-merged.ts'
import type { PostedRow } from './posted.table.ts'
import {
  changedRow,
  newRow,
  type Parent,
  type PostedInput,
  type PostingDefinition,
} from './posting-definition.ts'
import { keepReplaced } from './replaced/keep-replaced.ts'
import { type Written, writeAll } from './write-all.ts'

/** A merge patch for the resource with this key, or the body that creates it. */
export interface Merge {
  /** External id of the resource, or its own id if it has none. */
  externalId: string
  patch: Record<string, unknown>
  /** JSON pointers of fields that are blank in the source. They stay unchanged. */
  blank?: readonly string[]
  /** Whether the resource must be new: an existing one with this external id is another resource. */
  mustBeNew?: boolean | undefined
  /** Fields of a new resource that the patch may omit. */
  forNew?: Readonly<Record<string, unknown>> | undefined
}

export type Merged =
  | { outcome: 'created' | 'updated' | 'unchanged'; id: Id<IdPrefix> }
  | { outcome: 'rejected'; faults: Fault[] }

/** Returns the field that may name a parent by external id: `organization_external_id` for `organization_id`. */
export function externalField(field: string): string {
  return field.replace(/_id$/, '_external_id')
}

/**
 * Creates or changes many resources, each by its external id or its own id, which may occur only once. Returns an outcome
 * for each merge, in the same order. A rejected merge is skipped; the others are written with a few statements. `dryRun`
 * writes nothing. Replaced records are kept, so that an import can be undone.
 */
export async function mergeMany<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  ctx: WriteContext,
  { merges: given, dryRun, importId }: { merges: readonly Merge[]; dryRun: boolean; importId?: Id<'import'> },
): Promise<Merged[]> {
  const patches = await followMerged(
    ctx,
    given.map(({ patch }) => patch),
  )
  const merges = given.map((merge, at) => ({ ...merge, patch: patches[at] ?? merge.patch }))
  const repository = definition.createRepository(ctx.db)
  const externalIds = merges.map(({ externalId }) => externalId)
  const prefix: IdPrefix = definition.prefix
  const ids = externalIds.filter((key) => isId(prefix, key))
  const rows = await repository.findAllByKey(ctx.actor.partnerId, { externalIds, ids })
  // After the rows were locked, so that a merge that ended meanwhile counts.
  const mergedFaults = await findMergedFaults(ctx, definition.name, externalIds)
  const findRow = rowFinder(definition, { rows, mergedFaults })
  const parents = await findParents(definition, ctx, merges, rows.map(definition.toInput))

  const now = ctx.clock()
  const batch = { ...ctx, clock: () => now }
  const merged: Merged[] = []
  const written: Written<R>[] = []
  await forEachSliced(merges, ({ externalId, patch, mustBeNew, forNew = {} }) => {
    try {
      const before = findRow(externalId, mustBeNew)
      const external_id = before ? before.externalId : externalId
      const input = readWithParent(definition, before, {
        patch: { ...patch, external_id },
        forNew,
        parents,
      })
      definition.requirePossible?.(input, { before, now })
      const after = before
        ? changedRow(definition, batch, { row: before, input })
        : newRow(definition, batch, input)
      if (after) written.push({ after, before })
      if (before) merged.push({ outcome: after ? 'updated' : 'unchanged', id: before.id })
      else if (after) merged.push({ outcome: 'created', id: after.id })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      merged.push({ outcome: 'rejected', faults: faultsIn(error) })
    }
  })
  if (dryRun) return merged
  await writeAll(definition, batch, written)
  if (importId) {
    const rows = written.flatMap(({ after, before }) => (before ? [{ after, before }] : []))
    await keepReplaced(definition, batch, { importId, rows })
  }
  return merged
}

/**
 * Finds a row by its external id, otherwise by its own id. Throws `validation_failed` for an id that no row has or that a
 * merged record had, and for a row that was found before or must be new.
 */
function rowFinder<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  { name, prefix }: PostingDefinition<P, I, R>,
  { rows, mergedFaults }: { rows: readonly R[]; mergedFaults: ReadonlyMap<string, Fault> },
): (key: string, mustBeNew?: boolean) => R | undefined {
  const byExternalId = new Map(rows.map((row) => [row.externalId, row]))
  const byId = new Map<string, R>(rows.map((row) => [row.id, row]))
  const found = new Set<R>()
  return (key, mustBeNew = false) => {
    const row = byExternalId.get(key) ?? byId.get(key)
    if (row && mustBeNew) throw validationFailed([takenId(name)])
    const merged = row ? undefined : mergedFaults.get(key)
    if (merged) throw validationFailed([merged])
    if (!row && isId(prefix, key)) throw unknownReference('/external_id', name)
    if (row && found.has(row)) {
      const messages = [message('fault_same_row', { name })]
      throw validationFailed([{ pointer: '/external_id', code: 'duplicate_key', messages }])
    }
    if (row) found.add(row)
    return row
  }
}

function takenId(name: string): Fault {
  const messages = [message('fault_external_id_taken', { name })]
  return { pointer: '/external_id', code: 'external_id_taken', messages }
}

type Body = Pick<Merge, 'patch'> & Required<Pick<Merge, 'forNew'>>

/** Returns the body that results from a patch. */
function bodyOf<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  before: R | undefined,
  { patch, forNew }: Body,
): unknown {
  if (!before) return mergePatch(forNew, patch)
  definition.guard?.(before)
  const body = definition.toInput(before)
  return mergePatch(definition.patchBase?.(body, patch) ?? body, patch)
}

/** Reads a body and its parent. Throws `validation_failed` with the faults of both. */
function readWithParent<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  before: R | undefined,
  { patch, forNew, parents }: Body & { parents: Parents<I> },
): I {
  let resolved: Merge['patch']
  try {
    resolved = parents.resolve(patch)
  } catch (error) {
    if (!(error instanceof DomainError) || !definition.parent) throw error
    const { field } = definition.parent
    const { [externalField(field)]: _, ...rest } = patch
    const others = parseOrFaults(definition.input, bodyOf(definition, before, { patch: rest, forNew }))
    // A missing parent only follows from the first fault.
    const faults = 'faults' in others ? others.faults.filter(({ pointer }) => pointer !== `/${field}`) : []
    throw validationFailed([...faultsIn(error), ...faults])
  }
  const input = parseOrThrow(definition.input, bodyOf(definition, before, { patch: resolved, forNew }))
  parents.require(input)
  return input
}

export interface Parents<I> {
  /** Replaces a parent's external id with its id. Throws `validation_failed` if the given parent does not exist. */
  resolve(patch: Merge['patch']): Merge['patch']
  /** Throws `validation_failed` if the body names a parent that does not exist or does not suit it. */
  require(input: I): void
}

type Parented<I> = {
  parent?: Parent<I>
  loadParentCheck?(ctx: WriteContext, parentIds: readonly Id<IdPrefix>[]): Promise<(input: I) => void>
}

/** Finds and locks all parents that the patches and the stored bodies name. */
export async function findParents<I>(
  { parent, loadParentCheck }: Parented<I>,
  ctx: WriteContext,
  merges: readonly Merge[],
  bodies: readonly I[],
): Promise<Parents<I>> {
  if (!parent) return { resolve: (patch) => patch, require: () => {} }
  const { field, name } = parent
  const textsIn = (key: string) => [
    ...new Set(merges.flatMap(({ patch: { [key]: value } }) => (typeof value === 'string' ? [value] : []))),
  ]
  const given = textsIn(field).filter((text) => isId(parent.prefix, text))
  const found = await parent.createRepository(ctx.db).findKeys(ctx.actor.partnerId, {
    ids: [...new Set([...given, ...bodies.flatMap((body) => parent.idOf(body) ?? [])])],
    externalIds: textsIn(externalField(field)),
  })
  const ids = new Set<string>(found.map(({ id }) => id))
  const check = await loadParentCheck?.(
    ctx,
    found.map(({ id }) => id),
  )
  const byExternalId = new Map(found.map(({ id, externalId }) => [externalId, id]))
  const unknown = [
    ...textsIn(externalField(field)).filter((text) => !byExternalId.has(text)),
    ...given.filter((id) => !ids.has(id)),
  ]
  const mergedFaults = await findMergedFaults(ctx, name, unknown)
  const missing = (key: string, pointer: string) => {
    const merged = mergedFaults.get(key)
    return merged ? validationFailed([{ ...merged, pointer }]) : unknownReference(pointer, name)
  }
  return {
    resolve(patch) {
      const { [externalField(field)]: externalId, ...rest } = patch
      const { [field]: named } = rest
      if (typeof externalId === 'string') {
        const id = byExternalId.get(externalId)
        if (id === undefined) throw missing(externalId, `/${externalField(field)}`)
        return { ...rest, [field]: id }
      }
      if (typeof named === 'string' && isId(parent.prefix, named) && !ids.has(named))
        throw missing(named, `/${field}`)
      return patch
    },
    require(input) {
      const id = parent.idOf(input)
      if (id !== null && !ids.has(id)) throw missing(id, `/${field}`)
      check?.(input)
    },
  }
}

/** Returns the faults of an error. An error without faults is about the whole body. */
function faultsIn({ code, said, faults }: DomainError): Fault[] {
  return faults.length > 0 ? faults : [{ pointer: '', code, messages: [said] }]
}
