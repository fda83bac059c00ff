import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PartnerId } from '../../../shared/ids.ts'
import type { List, ListedRow, ListSort } from './list.ts'
import { searchWords } from './search-words.ts'

/** Which rows of a list are read, in which order, and from where on. */
export interface ListAsked {
  limit: number
  /** Parsed values by the names of the filters. */
  filters?: Readonly<Record<string, unknown>>
  /** Words, or their beginnings, that rows have. */
  q?: string | undefined
  /** A name of `sorts`, with `-` before it for the other direction; `id` for an order in which rows never move. */
  sort?: string | undefined
  after?: ListPosition | undefined
}

/** The place of a row in an order. */
export interface ListPosition {
  id: string
  /** Null in the order of ids. */
  key: string | null
}

interface Order<R> {
  /** Null: by id. */
  sort: ListSort<R> | null
  isDescending: boolean
}

/** The order that is asked for, or the one that suits the filters: a span of time is read along that time. */
export function sortOf<R extends ListedRow>(
  list: List<R>,
  { filters = {}, sort }: Omit<ListAsked, 'limit'>,
): string {
  if (sort !== undefined) return sort
  const isGiven = (name: string) => filters[name] !== undefined
  const isByChange = list.sorts.updated_at && (isGiven('updated_since') || isGiven('updated_before'))
  return isByChange ? 'updated_at' : 'created_at'
}

function orderOf<R extends ListedRow>(list: List<R>, asked: ListAsked): Order<R> {
  const name = sortOf(list, asked)
  const isDescending = name.startsWith('-')
  const by = isDescending ? name.slice(1) : name
  const { filters = {} } = asked
  const isSpan = filters.created_since !== undefined || filters.created_before !== undefined
  if (by === 'id' || (by === 'created_at' && !isSpan)) return { sort: null, isDescending }
  const sort = list.sorts[by]
  if (!sort) throw new Error(`no order ${by}`)
  return { sort, isDescending }
}

/** The position of a row in the order that is asked for. */
export function positionOf<R extends ListedRow>(list: List<R>, asked: ListAsked, row: R): ListPosition {
  const { sort } = orderOf(list, asked)
  return { id: row.id, key: sort ? sort.positionOf(row) : null }
}

/** The conditions of the filters and the search, without the position. */
export function listWhere<R extends ListedRow>(
  { filters: known, words }: List<R>,
  partnerId: PartnerId,
  { filters = {}, q }: Pick<ListAsked, 'filters' | 'q'>,
): SQL | undefined {
  const conditions = Object.entries(filters).map(([name, value]) => {
    const filter = known[name]
    if (!filter) throw new Error(`no filter ${name}`)
    return value === undefined ? undefined : filter.where(value, partnerId)
  })
  if (q !== undefined && words) conditions.push(searchWords(words, partnerId, q))
  return and(...conditions)
}

/** What a query of the list ends with: its conditions with the position, and its order. */
export function listClauses<R extends ListedRow>(
  list: List<R>,
  partnerId: PartnerId,
  asked: ListAsked,
): { where: SQL | undefined; orderBy: SQL[] } {
  const order = orderOf(list, asked)
  const { id } = list.table
  const direction = order.isDescending ? sql`desc` : sql`asc`
  // Postgres takes the beginning of a word for a frequent one. In an order that no index has, it reads what the words
  // find, and not the whole list row by row.
  const sought = (key: SQLWrapper, type: 'uuid' | ListSort<R>['type']) => {
    if (asked.q === undefined) return sql`${key}`
    return type === 'timestamptz' ? sql`${key} + interval '0'` : sql`${key}::text || ''`
  }
  const keys = [...(order.sort ? [sought(order.sort.key, order.sort.type)] : []), sought(id, 'uuid')]
  return {
    where: and(listWhere(list, partnerId, asked), asked.after && behind(list, order, asked.after)),
    orderBy: keys.map((key) => sql`${key} ${direction}`),
  }
}

function behind<R extends ListedRow>(
  { table: { id } }: List<R>,
  { sort, isDescending }: Order<R>,
  after: ListPosition,
): SQL {
  const sign = isDescending ? sql`<` : sql`>`
  const afterId = sql.param(after.id, id)
  if (!sort) return sql`${id} ${sign} ${afterId}`
  const given = sql`${after.key}::${sql.raw(sort.type)}`
  return sql`(${sort.key}, ${id}) ${sign} (${sort.keyOf ? sort.keyOf(given) : given}, ${afterId})`
}

/** Whether a row of a list comes before another. */
export function compareRows<R extends ListedRow>(list: List<R>, asked: ListAsked): (a: R, b: R) => number {
  const { isDescending } = orderOf(list, asked)
  const textOf = (row: R) => {
    const { id, key } = positionOf(list, asked, row)
    return `${key ?? ''} ${id}`
  }
  return (a, b) => (textOf(a) < textOf(b) === isDescending ? 1 : -1)
}
