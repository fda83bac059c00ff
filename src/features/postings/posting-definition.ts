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

/** Fields that every body of a posted resource may have. */
export interface PostedInput {
  external_id?: string | undefined
  metadata?: Metadata | undefined
}

/** The resource that a posted resource belongs to, such as a need's organization. */
export interface Parent<I> {
  name: PostedName
  prefix: IdPrefix
  /** The field of the body that names the parent. */
  field: string
  createRepository(db: Queryable): KeyRepository
  /** Returns the id of the parent, or null if the body names none. */
  idOf(input: I): Id<IdPrefix> | null
}

/** The differences between kinds of posted resources. The operations are the same for all kinds. */
export interface PostingDefinition<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>> {
  name: PostedName
  prefix: P
  /** Schema of the body of a POST or PUT, and of the result of a PATCH. */
  input: ZodType<I>
  createRepository(db: Queryable): PostingRepository<R>
  parent?: Parent<I>
  /** Creates the search by e-mail, if two of these records may be one person or organization. */
  searchLike?(db: Queryable): LikeSearch
  /** Tells whether a body must suit its parent, besides the parent's existence. By default it must. */
  isBoundToParent?(input: I): boolean
  /**
   * Loads these parents of the caller. Returns a check that throws `validation_failed` for a body that does not suit its
   * parent.
   */
  loadParentCheck?(ctx: WriteContext, parentIds: readonly Id<IdPrefix>[]): Promise<(input: I) => void>
  /**
   * Throws `validation_failed` for a body that makes no sense now, such as one in the past. `before` is the row that it
   * replaces.
   */
  requirePossible?(input: I, given: { before: R | undefined; now: Date }): void
  /**
   * Throws `validation_failed` if the body names resources that do not exist, apart from its parent. Only for kinds that
   * imports don't write.
   */
  requireReferences?(ctx: WriteContext, given: { input: I; before: R | undefined }): Promise<void>
  /** Returns the columns that a body fills. `before` is the row that it replaces. */
  columns(input: I, before?: R): Omit<R, keyof PostedRow>
  /** Returns the body that would post this row again. */
  toInput(row: R): I
  /** Fields of the body whose values events include: the status and ids, never personal data. */
  eventFields?: readonly (keyof I & string)[]
  /** Returns the body into which a patch is merged, if it is not the whole body of the row. */
  patchBase?(body: I, patch: unknown): unknown
  /** The error for a deletion while other rows refer to this one. */
  stillInUse?: { code: ErrorCode; detail: string }
  /** Throws if the locked row must stay although no row refers to it by a key. */
  requireRemovable?(ctx: WriteContext, row: R): Promise<void>
  /** The error for a value that another row already has, by name of the unique index. */
  taken?: Readonly<Record<string, { code: ErrorCode; detail: string }>>
  /** Throws if the row must not be changed or deleted directly. */
  guard?(row: R): void
  /** Updates what is derived from these rows, which were just written. All belong to one partner. */
  derive?(ctx: WriteContext, rows: readonly R[]): Promise<void>
}

/** Returns the row that a new body creates. */
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
    // PostedRow's fields and those of R make up R, which TypeScript can't infer for a generic.
  } as unknown as R
}

/** Returns the next version of a row, or null if the body changes nothing. */
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

/** Returns the row as the database would return it: no undefined, instants as text. */
function asStored(row: PostedRow): unknown {
  return JSON.parse(JSON.stringify(row))
}
