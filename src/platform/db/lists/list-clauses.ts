import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PartnerId } from '../../../shared/ids.ts'
import type { ListFilter } from './filters.ts'
import type { List, ListedRow, ListSort } from './list.ts'
import { mayHoldWords, searchWords } from './search-words.ts'

/** Which rows of a list to read, in which order, and from where. */
export interface ListAsked {
  limit: number
  /** Parsed values by the names of the filters. */
  filters?: Readonly<Record<string, unknown>>
  /** Words, or beginnings of words, that the rows must contain. */
  q?: string | undefined
  /** Name in `sorts`, with `-` in front for descending order; `id` for an order in which rows never move. */
  sort?: string | undefined
  after?: ListPosition | undefined
}

/** Position of a row in an order. */
export interface ListPosition {
  id: string
  /** Null if ordered by id. */
  key: string | null
}

interface Order<R> {
  /** Null: by id. */
  sort: ListSort<R> | null
  isDescending: boolean
}

/**
 * Returns the requested order, or the order that suits the filters: a span of time is read along that time.
 */
export function sortOf<R extends ListedRow>(
  list: List<R>,
  { filters = {}, sort }: Omit<ListAsked, 'limit'>,
): string {
  if (sort !== undefined) return sort
  const isGiven = (name: string) => filters[name] !== undefined
  const isByChange = list.sorts.updated_at && (isGiven('updated_since') || isGiven('updated_before'))
  if (isByChange) return 'updated_at'
  return list.isNewestFirst ? '-created_at' : 'created_at'
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

/** Returns the position of a row in the requested order. */
export function positionOf<R extends ListedRow>(list: List<R>, asked: ListAsked, row: R): ListPosition {
  const { sort } = orderOf(list, asked)
  return { id: row.id, key: sort ? sort.positionOf(row) : null }
}

/** The conditions of a list query, grouped by how rows are found. */
export interface ListParts {
  /**
   * Conditions that the index of the order can check: the start of the page, and a span of the order's key.
   */
  along: SQL | undefined
  /** Conditions that need the rows. */
  found: SQL | undefined
  /** Of these, the conditions of the filters, without the words. */
  byFilters: SQL | undefined
  /**
   * The same as `found`, written so that no index of the words is used. Undefined if no index finds the
   * filtered rows.
   */
  sifted: SQL | undefined
  /** A cheap test that every row with the words passes. */
  mayHold: SQL | undefined
  orderBy: SQL[]
  /** The same order, written so that no index is used: few rows are found first and then sorted. */
  orderOfFew: SQL[]
  /** Whether an index finds the rows in their order. */
  isServed: boolean
  /** Whether an index finds only by the words (together with the partner). */
  isFoundByWords: boolean
}

/** Splits the request of a list into its conditions. */
export function listParts<R extends ListedRow>(
  list: List<R>,
  partnerId: PartnerId,
  asked: ListAsked,
): ListParts {
  const order = orderOf(list, asked)
  const { id } = list.table
  const name = sortOf(list, asked).replace('-', '')
  const given = filtersOf(list, partnerId, asked)
  const isAlong = ({ spanOf }: GivenFilter) => order.sort !== null && spanOf === name
  const others = given.filter((one) => !isAlong(one))
  const words = wordsOf(list, partnerId, asked)
  const byFilters = and(...others.map(({ where }) => where))
  const isFoundByFilters = others.some((one) => one.isIndexed || one.isFound)
  const mayHold = list.words && asked.q !== undefined ? mayHoldWords(list.words, asked.q) : undefined
  const direction = order.isDescending ? sql`desc` : sql`asc`
  const inOrder = (keys: SQLWrapper[]) => keys.map((key) => sql`${key} ${direction}`)
  return {
    along: and(
      ...given.filter(isAlong).map(({ where }) => where),
      asked.after && behind(list, order, asked.after),
    ),
    found: and(byFilters, words),
    byFilters,
    sifted: words && isFoundByFilters ? and(byFilters, mayHold, sql`(${words}) is true`) : undefined,
    mayHold,
    orderBy: inOrder([...(order.sort ? [order.sort.key] : []), id]),
    orderOfFew: inOrder([
      ...(order.sort ? [unindexed(order.sort.key, order.sort.type)] : []),
      unindexed(id, 'uuid'),
    ]),
    isServed:
      !words &&
      (others.length === 0 || (others.length === 1 && others.every((one) => isServedBy(one, order, name)))),
    isFoundByWords: words !== undefined && !given.some((one) => one.isIndexed || one.spanOf),
  }
}

/** Returns an expression with the same order as a key that no index covers. */
function unindexed(key: SQLWrapper, type: 'uuid' | ListSort<never>['type']): SQL {
  if (type === 'timestamptz') return sql`${key} + interval '0'`
  return type === 'integer' ? sql`${key} + 0` : sql`${key}::text || ''`
}

type GivenFilter = Pick<ListFilter, 'isIndexed' | 'isFound' | 'isIndexedByChange' | 'spanOf'> & { where: SQL }

function isServedBy<R extends ListedRow>(filter: GivenFilter, order: Order<R>, name: string): boolean {
  if (order.sort === null) return filter.isIndexed === true
  return name === 'updated_at' && filter.isIndexedByChange === true
}

function filtersOf<R extends ListedRow>(
  { filters: known }: List<R>,
  partnerId: PartnerId,
  { filters = {} }: Pick<ListAsked, 'filters'>,
): GivenFilter[] {
  return Object.entries(filters).flatMap(([name, value]) => {
    const filter = known[name]
    if (!filter) throw new Error(`no filter ${name}`)
    const where = value === undefined ? undefined : filter.where(value, partnerId)
    const isOneValue = !Array.isArray(value) || value.length === 1
    return where
      ? [{ ...filter, where, isIndexedByChange: filter.isIndexedByChange === true && isOneValue }]
      : []
  })
}

function wordsOf<R extends ListedRow>(
  { words }: List<R>,
  partnerId: PartnerId,
  { q }: Pick<ListAsked, 'q'>,
): SQL | undefined {
  return q !== undefined && words ? searchWords(words, partnerId, q) : undefined
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

/** Returns a comparison function for the rows of a list. */
export function compareRows<R extends ListedRow>(list: List<R>, asked: ListAsked): (a: R, b: R) => number {
  const { isDescending } = orderOf(list, asked)
  const textOf = (row: R) => {
    const { id, key } = positionOf(list, asked, row)
    return `${key ?? ''} ${id}`
  }
  return (a, b) => (textOf(a) < textOf(b) === isDescending ? 1 : -1)
}
