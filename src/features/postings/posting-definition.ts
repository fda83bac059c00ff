import { isDeepStrictEqual } from 'node:util'
import type { ZodType } from 'zod'
import type { Transaction } from '../../platform/events/index.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { type Id, type IdPrefix, newId, type PartnerId } from '../../shared/ids.ts'
import type { PostedRow } from './posted.table.ts'
import type { KeyRepository, PostingRepository } from './posting.repository.ts'

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

/** As the database would give it back: no undefined, instants as text. */
function asStored(row: PostedRow): unknown {
  return JSON.parse(JSON.stringify(row))
}
