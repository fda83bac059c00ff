import { z } from 'zod'
import { DomainError } from '../../shared/errors.ts'
import { type Id, type IdPrefix, isId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { wholeNumber } from '../../shared/written-numbers.ts'

export const DEFAULT_LIMIT = 20
export const MAX_LIMIT = 100
/** Maximum of totals: counting more would take longer than reading a page. */
export const MOST_COUNTED = 100_000

/** Query parameters of every list. */
export const pageQuery = {
  limit: wholeNumber(z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT)).describe(
    'Maximum number of items to return',
  ),
  cursor: z.string().min(1).max(1000).optional().describe('`next_cursor` of the previous page'),
}

/** Fields with which a page says whether another follows, the same in every list. */
export const pageEnd = {
  next_cursor: z
    .string()
    .nullable()
    .describe('Send it as `cursor` to read the next page. Null on the last page'),
  has_more: z.boolean().describe('Whether another page follows'),
}

/** Returns these fields for the position after which the next page begins, or for none. */
export function pageEndAt(next_cursor: string | null): { next_cursor: string | null; has_more: boolean } {
  return { next_cursor, has_more: next_cursor !== null }
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item).describe('The items of this page'), ...pageEnd })
}

export interface Page<T> {
  data: T[]
  next_cursor: string | null
  has_more: boolean
}

const total = z
  .object({
    value: z.int().describe('Number of resources that match the filters'),
    is_exact: z
      .boolean()
      .describe(
        `False if there are more than ${MOST_COUNTED.toLocaleString('en')}: \`value\` is then that number. Also false if the words of \`q\` occur in more than about 20,000 resources: \`value\` is then an estimate`,
      ),
  })
  .describe('Number of resources. Only with `include=total`')

/** Returns the schema of a page with an optional total. */
export function countedPageOf<T extends z.ZodType>(item: T) {
  return pageOf(item).extend({ total: total.optional() })
}

/** Converts rows to a page. One row more than the limit shows that there is a next page. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  show: (row: R) => T,
  positionOf: (row: R) => Record<string, string | number>,
): Page<T> {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { data: page.map(show), ...pageEndAt(last ? encodeCursor(positionOf(last)) : null) }
}

/** Returns the position in a list ordered by id, or undefined at its beginning. Throws `invalid_cursor`. */
export function idAfter<P extends IdPrefix>(prefix: P, cursor: string | undefined): Id<P> | undefined {
  if (cursor === undefined) return undefined
  const isOfKind = (value: unknown) => typeof value === 'string' && isId(prefix, value)
  return decodeCursor(cursor, z.object({ id: z.custom<Id<P>>(isOfKind) })).id
}

/** Returns a page of a list that is read as a whole, in the order of its ids. */
export function pageOfAll<R, T>(
  all: readonly R[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  { prefix, idOf, show }: { prefix: IdPrefix; idOf: (row: R) => string; show: (row: R) => T },
): Page<T> {
  const after = idAfter(prefix, cursor)
  const rest = after === undefined ? all : all.filter((row) => idOf(row) > after)
  return toPage(rest, limit, show, (row) => ({ id: idOf(row) }))
}

/** Encodes a position in a list as opaque text. */
export function encodeCursor(position: Record<string, string | number>): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Decodes a cursor. Throws `invalid_cursor` if it is not a position of this kind of list. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    value = undefined
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidCursor()
}

/** Creates the refusal of a cursor. */
export function invalidCursor(what: 'cursor' | 'cursor_of_other_list' = 'cursor'): DomainError {
  const said = message('fault_said', { what })
  const fault = { pointer: '?cursor', code: 'invalid_cursor', messages: [said] }
  return new DomainError('invalid_cursor', said, [fault])
}
