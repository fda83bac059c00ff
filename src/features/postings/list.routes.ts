import { z } from 'zod'
import type { Context } from '../../platform/events/index.ts'
import {
  addCsvList,
  type CsvCell,
  type CsvFormat,
  countedPageOf,
  declaredQueries,
  expandRows,
  filterShape,
  type ListQuery,
  listPage,
  pageShape,
  pagesOf,
  type RequestContext,
  type RouteGroup,
  readAsked,
  readFilters,
  type Selected,
  selectionQuery,
  totalOf,
  withRelated,
} from '../../platform/http/index.ts'
import { prefixes } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import {
  addressOf,
  type BodySheet,
  type PostedResource,
  type RowNamed,
  withArticle,
} from './posted-resource.ts'
import type { PostedInput, PostedName } from './posting-definition.ts'

/** Adds the list route of a resource, such as `GET /v1/needs`, as its list is declared. */
export function addListRoute<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  resource: PostedResource<N, I, R, T>,
): void {
  const { name, shown, list, isLocalized = false, sheet, expansions } = resource
  if (sheet) {
    addListWithCsv(routes, resource, sheet)
    return
  }
  routes.get(
    addressOf(name),
    {
      summary: `List ${name}s`,
      query: z.strictObject({
        ...filterShape(list),
        ...pageShape(list),
        ...selectionQuery(shown, expansions),
      }),
      selects: shown,
      answers: { 200: countedPageOf(shown) },
      isLocalized,
      refusals: ['invalid_cursor'],
    },
    async (ctx, input) => ({ status: 200, body: await readPage(resource, ctx, input) }),
  )
}

/** Adds the list as paged JSON and as a complete CSV. */
function addListWithCsv<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  resource: PostedResource<N, I, R, T>,
  sheet: BodySheet,
): void {
  const { name, shown, list, isLocalized = false, expansions } = resource
  addCsvList(routes, addressOf(name), {
    name: `${name}s`,
    summary: `List ${name}s`,
    queries: declaredQueries(list, selectionQuery(shown, expansions)),
    item: shown,
    isLocalized,
    readPage: (ctx, input) => readPage(resource, ctx, input),
    csv: {
      summary: `Export ${name}s as CSV`,
      description: `The whole list, with the columns of the import: importing the file again changes nothing. For ${withArticle(name)} without an \`external_id\` that column holds the id. A value that does not fit a plain cell is written as \`**JSON**\` followed by the value as in the API.`,
      columns: sheet.columns,
      pages: (ctx, { query }) => sheetPages(resource, sheet, ctx, query),
    },
  })
}

async function readPage<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  { posting, name, show, list, related = {}, expansions = {} }: PostedResource<N, I, R, T>,
  ctx: RequestContext,
  { query, language }: { query: ListQuery & Selected; language: ReaderLanguage },
) {
  const asked = readAsked(list, prefixes[name], query)
  const found = await withRelated(ctx, related, asked)
  const rows = await posting.list(ctx, { ...found, limit: asked.limit + 1 })
  // Showing a posting reads its text, so the page is sliced to let other work run in between.
  const page = rows.slice(0, asked.limit)
  const expanded = await expandRows(ctx, expansions, { rows: page, expand: query.expand, language })
  const shownRows = new Map<R, T>()
  await forEachSliced(page, (row) => shownRows.set(row, { ...show(row, language), ...expanded(row) }))
  return {
    ...listPage(list, asked, { rows, show: (row) => shownRows.get(row) ?? show(row, language) }),
    ...(await totalOf(query, (most) => posting.count(ctx, { asked: found, most }))),
  }
}

async function* sheetPages<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  { posting, list, related = {} }: PostedResource<N, I, R, T>,
  sheet: BodySheet,
  ctx: Context,
  query: CsvFormat & Readonly<Record<string, unknown>>,
): AsyncGenerator<CsvCell[][]> {
  const found = await withRelated(ctx, related, readFilters(list, query))
  // Sorted by id, so that rows keep their place if they change while the file is written.
  const read = (limit: number, last: R | undefined) =>
    posting.list(ctx, { ...found, sort: 'id', limit, after: last && { id: last.id, key: null } })
  for await (const rows of pagesOf(read)) {
    const written: CsvCell[][] = []
    await forEachSliced(rows, (row) => {
      written.push(sheet.write(posting.toInput(row), row.id, query))
    })
    yield written
  }
}
