import type { IdPrefix } from '../../shared/ids.ts'
import type { Counted, List, ListAsked, ListedRow } from '../db/index.ts'
import { type CsvCell, pagesOf } from './csv.ts'
import { declaredQueries } from './csv-list.ts'
import { type ListQuery, listPage, readAsked, readFilters, totalOf } from './list-query.ts'
import type { RequestContext } from './router.ts'
import { type ObjectSchema, selectionQuery } from './selection.ts'

interface DeclaredList<R extends ListedRow, T> {
  /** Plural name of the resource, such as `sprints`. */
  name: string
  list: List<R>
  /** Prefixes that ids of its rows may have. */
  prefixes: readonly IdPrefix[]
  item: ObjectSchema<T>
  show(row: R): T
  read(ctx: RequestContext, asked: ListAsked): Promise<R[]>
  count(
    ctx: RequestContext,
    given: { asked: Pick<ListAsked, 'filters' | 'q'>; most: number },
  ): Promise<Counted>
  csv: {
    description: string
    columns: readonly string[]
    cells(ctx: RequestContext, rows: readonly R[]): Promise<CsvCell[][]>
  }
}

/** Converts a declared list without parties or related filters to the form of `addCsvList`. */
export function declaredList<R extends ListedRow, T>(declared: DeclaredList<R, T>) {
  const { name, list, prefixes, item, show, csv } = declared

  async function* pages(ctx: RequestContext, { query }: { query: Readonly<Record<string, unknown>> }) {
    const found = readFilters(list, query)
    // Ordered by id, so that rows that change while the file is written keep their place.
    const read = (limit: number, last: R | undefined) =>
      declared.read(ctx, { ...found, sort: 'id', limit, after: last && { id: last.id, key: null } })
    for await (const rows of pagesOf(read)) yield await csv.cells(ctx, rows)
  }

  return {
    name,
    summary: `List ${name.replace('_', ' ')}`,
    queries: declaredQueries(list, 'id' in item.shape ? selectionQuery(item) : {}),
    item,
    async readPage(ctx: RequestContext, { query }: { query: ListQuery }) {
      const asked = readAsked(list, prefixes, query)
      const rows = await declared.read(ctx, { ...asked, limit: asked.limit + 1 })
      return {
        ...listPage(list, asked, { rows, show }),
        ...(await totalOf(query, (most) => declared.count(ctx, { asked, most }))),
      }
    },
    csv: {
      summary: `Export ${name.replace('_', ' ')} as CSV`,
      description: csv.description,
      columns: csv.columns,
      pages,
    },
  }
}
