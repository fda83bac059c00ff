import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type IdPrefix, isId } from '../../shared/ids.ts'
import { text } from '../../shared/wire.ts'
import { type Counted, type List, type ListAsked, type ListedRow, positionOf, sortOf } from '../db/index.ts'
import type { Context } from '../events/index.ts'
import { decodeCursor, invalidCursor, MOST_COUNTED, type Page, pageQuery, toPage } from './pagination.ts'

/** The parameters that narrow a list, as JSON and as CSV. */
export function filterShape<R extends ListedRow>({ filters, words }: List<R>): Record<string, z.ZodType> {
  const own = Object.entries(filters).map(([name, { value }]) => [name, value.optional()] as const)
  const q = text(1, 200)
    .optional()
    .describe(
      `Return only resources that have all of these words, or words that begin with them, in ${words?.what}. Case and accents don't matter`,
    )
  return { ...Object.fromEntries(own), ...(words && { q }) }
}

/** Asks a list for its total. */
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

/** The parameters of one page of a list. */
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

/** A query that was parsed by the shapes above. */
export interface ListQuery {
  limit: number
  cursor?: string | undefined
  sort?: string | undefined
  include?: 'total' | undefined
  [filter: string]: unknown
}

/** The query of a list that is answered as JSON only. */
export function listQuery<R extends ListedRow>(list: List<R>): z.ZodType<ListQuery> {
  // The shapes of the filters are parsed and named by the list.
  return z.strictObject({ ...filterShape(list), ...pageShape(list) }) as unknown as z.ZodType<ListQuery>
}

/** A list as a partner asked for it. */
export type ReadAsked = Omit<ListAsked, 'filters'> & { filters: Record<string, unknown> }

/** Reads which rows a query asks for. Throws `invalid_cursor`. */
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
  if (position.f !== fingerprint(list, asked))
    throw invalidCursor(
      'This cursor belongs to a list with other filters or another order. Send the parameters of the page that it came with, or leave the cursor out to start again.',
    )
  return { ...asked, after: { id: position.id, key: position.k ?? null } }
}

/** What a query narrows a list to, as its CSV is. */
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

/** Finds the ids behind filters that name another resource, as the needs of a sprint. */
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
  /** Of the list that the cursor belongs to. */
  f: z.string(),
})

/** Tells lists with other filters or another order apart. */
function fingerprint<R extends ListedRow>(list: List<R>, asked: ReadAsked): string {
  const filters = Object.entries(asked.filters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const content = JSON.stringify([sortOf(list, asked), asked.q ?? null, filters])
  return createHash('sha256').update(content).digest('base64url').slice(0, 11)
}

/** The first rows of a list as a page. `rows` has one more than the limit if there is a next page. */
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

/** The number of rows, if the query asks for it. `count` counts up to one more than it is given. */
export async function totalOf(
  { include }: Pick<ListQuery, 'include'>,
  count: (most: number) => Promise<Counted>,
): Promise<{ total?: { value: number; is_exact: boolean } }> {
  if (include !== 'total') return {}
  const { value, isExact } = await count(MOST_COUNTED)
  return { total: { value, is_exact: isExact } }
}
