import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type IdPrefix, isId } from '../../shared/ids.ts'
import { text } from '../../shared/wire.ts'
import { type Counted, type List, type ListAsked, type ListedRow, positionOf, sortOf } from '../db/index.ts'
import type { Context } from '../events/index.ts'
import { decodeCursor, invalidCursor, MOST_COUNTED, type Page, pageQuery, toPage } from './pagination.ts'

/** Returns the filter parameters of a list, for JSON and CSV. */
export function filterShape<R extends ListedRow>({ filters, words }: List<R>): Record<string, z.ZodType> {
  const own = Object.entries(filters).map(([name, { value }]) => [name, value.optional()] as const)
  const q = text(1, 200)
    .optional()
    .describe(
      `Return only resources that have all of these words, or words that begin with them, in ${words?.what}. Case and accents don't matter`,
    )
  return { ...Object.fromEntries(own), ...(words && { q }) }
}

/** The parameter that requests the total of a list. */
export const includeTotal = z
  .enum(['total'])
  .optional()
  .describe(
    `\`total\`: also count everything that the filters find, exactly up to ${MOST_COUNTED.toLocaleString('en')}, or an estimate for frequent words; \`is_exact\` says which`,
  )

function defaultSort<R extends ListedRow>({ sorts, isNewestFirst }: List<R>): string {
  if (!sorts.created_at) return 'by id'
  const byCreation = isNewestFirst ? '`-created_at`' : '`created_at`'
  if (!sorts.updated_at) return byCreation
  return `${byCreation}, or \`updated_at\` with \`updated_since\` or \`updated_before\``
}

/** Returns the parameters of a page of a list. */
export function pageShape<R extends ListedRow>(list: List<R>) {
  const sorts = Object.keys(list.sorts).flatMap((name) => [name, `-${name}`])
  return {
    ...pageQuery,
    sort: z
      .enum(sorts)
      .optional()
      .describe(`Order of the list; \`-\` turns it round. Default: ${defaultSort(list)}`),
    include: includeTotal,
  }
}

/** A query that was parsed with the shapes above. */
export interface ListQuery {
  limit: number
  cursor?: string | undefined
  sort?: string | undefined
  include?: 'total' | undefined
  [filter: string]: unknown
}

/** Returns the query schema of a list that is only available as JSON. */
export function listQuery<R extends ListedRow>(list: List<R>): z.ZodType<ListQuery> {
  // The list parses and names the shapes of its filters.
  return z.strictObject({ ...filterShape(list), ...pageShape(list) }) as unknown as z.ZodType<ListQuery>
}

/** A list as requested by a partner. */
export type ReadAsked = Omit<ListAsked, 'filters'> & { filters: Record<string, unknown> }

/** Converts a query to the requested rows and order. Throws `invalid_cursor`. */
export function readAsked<R extends ListedRow>(
  list: List<R>,
  prefixes: IdPrefix | readonly IdPrefix[],
  query: ListQuery,
): ReadAsked {
  const { limit, cursor, sort } = query
  const asked = { limit, sort, ...readFilters(list, query) }
  if (cursor === undefined) return asked
  const position = decodeCursor(cursor, positionSchema)
  if (![prefixes].flat().some((prefix) => isId(prefix, position.id))) throw invalidCursor()
  if (position.f !== fingerprint(list, asked)) throw invalidCursor('cursor_of_other_list')
  return { ...asked, after: { id: position.id, key: position.k ?? null } }
}

/** Converts a query to filters, as for CSV. */
export function readFilters<R extends ListedRow>(
  { filters }: List<R>,
  query: Readonly<Record<string, unknown>>,
): Pick<ReadAsked, 'filters' | 'q'> {
  const given = Object.keys(filters).filter((name) => query[name] !== undefined)
  return {
    filters: Object.fromEntries(given.map((name) => [name, query[name]])),
    q: typeof query.q === 'string' ? query.q : undefined,
  }
}

/** Reads the ids of the caller's rows that belong to another resource. */
export type RelatedIds = (ctx: Context, id: string) => Promise<readonly string[]>

/** Replaces filters that name another resource, such as a sprint, by the ids of its rows. */
export async function withRelated<A extends Pick<ReadAsked, 'filters'>>(
  ctx: Context,
  related: Readonly<Record<string, RelatedIds>>,
  asked: A,
): Promise<A> {
  const filters = { ...asked.filters }
  for (const [name, idsOf] of Object.entries(related)) {
    const id = filters[name]
    if (typeof id === 'string') filters[name] = await idsOf(ctx, id)
  }
  return { ...asked, filters }
}

const positionSchema = z.object({
  id: z.string(),
  k: z.string().optional(),
  /** Fingerprint of the list that the cursor belongs to. */
  f: z.string(),
})

/** Distinguishes lists with other filters or another order. */
function fingerprint<R extends ListedRow>(list: List<R>, asked: ReadAsked): string {
  const filters = Object.entries(asked.filters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const content = JSON.stringify([sortOf(list, asked), asked.q ?? null, filters])
  return createHash('sha256').update(content).digest('base64url').slice(0, 11)
}

/**
 * Converts the first rows of a list to a page. `rows` has one more than the limit if there is a next page.
 */
export function listPage<R extends ListedRow, T>(
  list: List<R>,
  asked: ReadAsked,
  { rows, show }: { rows: readonly R[]; show: (row: R) => T },
): Page<T> {
  return toPage(rows, asked.limit, show, (row) => {
    const { id, key } = positionOf(list, asked, row)
    return { id, ...(key !== null && { k: key }), f: fingerprint(list, asked) }
  })
}

/** Returns the number of rows if the query requests it. `count` counts up to one more than its argument. */
export async function totalOf(
  { include }: Pick<ListQuery, 'include'>,
  count: (most: number) => Promise<Counted>,
): Promise<{ total?: { value: number; is_exact: boolean } }> {
  if (include !== 'total') return {}
  const { value, isExact } = await count(MOST_COUNTED)
  return { total: { value, is_exact: isExact } }
}
