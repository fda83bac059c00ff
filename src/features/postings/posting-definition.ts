import { isDeepStrictEqual } from 'node:util'
import type { ZodType } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import type { WriteContext } from '../../platform/events/index.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { type Id, type IdPrefix, newId } from '../../shared/ids.ts'
import type { Metadata } from '../../shared/metadata.ts'
import type { LikeSearch } from './like-search.repository.ts'
import type { PostedRow } from './posted.table.ts'
import type { KeyRepository, PostingRepository } from './posting.repository.ts'

export type PostedName = 'organization' | 'helper' | 'need' | 'offer' | 'program' | 'candidate' | 'cohort'

/** What every body of a posted resource may hold. */
export interface PostedInput {
  external_id?: string | undefined
  metadata?: Metadata | undefined
}

/** The resource that a posted resource belongs to: a need belongs to its organization. */
export interface Parent<I> {
  name: PostedName
  prefix: IdPrefix
  /** The field of the body that names the parent. */
  field: string
  createRepository(db: Queryable): KeyRepository
  /** Null if the body names no parent. */
  idOf(input: I): Id<IdPrefix> | null
}

/** The differences between kinds of posted resources. The verbs are the same for all kinds. */
export interface PostingDefinition<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>> {
  name: PostedName
  prefix: P
  /** Body of a POST or PUT, and what the result of a PATCH must satisfy. */
  input: ZodType<I>
  createRepository(db: Queryable): PostingRepository<R>
  parent?: Parent<I>
  /** Searches by e-mail, if two of these records may be one person or organization. */
  searchLike?(db: Queryable): LikeSearch
  /** Whether a body must suit its parent in more than that it exists. By default each must. */
  isBoundToParent?(input: I): boolean
  /**
   * Loads these parents of the caller. The check that it returns throws `validation_failed` for a body that does not suit
   * its parent.
   */
  loadParentCheck?(ctx: WriteContext, parentIds: readonly Id<IdPrefix>[]): Promise<(input: I) => void>
  /** Throws `validation_failed` for a body that cannot be meant as it is now. `before` is the row that it replaces. */
  requirePossible?(input: I, given: { before: R | undefined; now: Date }): void
  /**
   * Throws `validation_failed` if the body names resources that do not exist, apart from its parent. Only for kinds that no
   * import writes.
   */
  requireReferences?(ctx: WriteContext, given: { input: I; before: R | undefined }): Promise<void>
  /** The columns that a body fills. `before` is the row that it replaces. */
  columns(input: I, before?: R): Omit<R, keyof PostedRow>
  /** The body that would post this row again. */
  toInput(row: R): I
  /** Fields of the body that events tell with their values: the status, and ids. Never personal data. */
  toldFields?: readonly (keyof I & string)[]
  /** The body that a patch is merged into, if that is not the whole body of the row. */
  patchBase?(body: I, patch: unknown): unknown
  /** The refusal of a deletion while other rows refer to this one. */
  stillInUse?: { code: ErrorCode; detail: string }
  /** Throws if the locked row must stay although no row refers to it by a key. */
  requireRemovable?(ctx: WriteContext, row: R): Promise<void>
  /** The refusal of a value that another row already has, by the name of the unique index. */
  taken?: Readonly<Record<string, { code: ErrorCode; detail: string }>>
  /** Throws if the row must not be changed or deleted directly. */
  guard?(row: R): void
  /** Updates what is derived from these rows, which were just written. All are one partner's. */
  derive?(ctx: WriteContext, rows: readonly R[]): Promise<void>
}

/** The row that a new body makes. */
export function newRow<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  { actor, clock }: Pick<WriteContext, 'actor' | 'clock'>,
  input: I,
): R {
  const now = clock()
  return {
    ...definition.columns(input),
    partnerId: actor.partnerId,
    id: newId(definition.prefix),
    externalId: input.external_id ?? null,
    metadata: input.metadata ?? {},
    version: 1,
    createdAt: now,
    updatedAt: now,
    // PostedRow's fields and R's own together are R; TypeScript can't add up a generic.
  } as unknown as R
}

/** The next version of a row, or null if the body changes nothing. */
export function changedRow<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  { clock }: Pick<WriteContext, 'clock'>,
  { row, input }: { row: R; input: I },
): R | null {
  const next: R = {
    ...row,
    ...definition.columns(input, row),
    externalId: input.external_id ?? null,
    metadata: input.metadata ?? {},
  }
  if (isDeepStrictEqual(asStored(next), asStored(row))) return null
  return { ...next, version: row.version + 1, updatedAt: clock() }
}

/** As the database would return it: no undefined, instants as text. */
function asStored(row: PostedRow): unknown {
  return JSON.parse(JSON.stringify(row))
}
