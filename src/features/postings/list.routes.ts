import { z } from 'zod'
import type { Context } from '../../platform/events/index.ts'
import {
  addCsvList,
  type CsvCell,
  type CsvFormat,
  decodeCursor,
  expandRows,
  listQueries,
  pageOf,
  pageQuery,
  pagesOf,
  type RequestContext,
  type RouteGroup,
  type Selected,
  selectionQuery,
  toPage,
} from '../../platform/http/index.ts'
import { type IdPrefix, isId, prefixes } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { metadataFilter } from '../../shared/metadata.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import { externalId, instant } from '../../shared/wire.ts'
import {
  addressOf,
  type BodySheet,
  type PostedResource,
  type RowNamed,
  withArticle,
} from './posted-resource.ts'
import type { ListFilter } from './posting.repository.ts'
import type { PostedInput, PostedName } from './posting-definition.ts'

/** `GET /v1/needs?limit=&cursor=&updated_since=&external_id=` and the like, with the resource's own filters. */
export function addListRoute<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  resource: PostedResource<N, I, R, T>,
): void {
  const { name, shown, filters = {}, isLocalized = false, sheet, expansions } = resource
  if (sheet) {
    addListWithCsv(routes, resource, sheet)
    return
  }
  routes.get(
    addressOf(name),
    {
      summary: `List ${name}s`,
      query: z.strictObject({
        ...pageQuery,
        ...filterQueryOf(filters),
        ...selectionQuery(shown, expansions),
      }),
      selects: shown,
      answers: { 200: pageOf(shown) },
      isLocalized,
      refusals: ['invalid_cursor'],
    },
    async (ctx, input) => ({ status: 200, body: await readPage(resource, ctx, input) }),
  )
}

/** The list as JSON, page by page, and as CSV, whole. */
function addListWithCsv<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  resource: PostedResource<N, I, R, T>,
  sheet: BodySheet,
): void {
  const { name, shown, filters = {}, isLocalized = false, expansions } = resource
  addCsvList(routes, addressOf(name), {
    name: `${name}s`,
    summary: `List ${name}s`,
    queries: listQueries(filterQueryOf(filters), selectionQuery(shown, expansions)),
    item: shown,
    isLocalized,
    readPage: (ctx, input) => readPage(resource, ctx, input),
    csv: {
      summary: `Export ${name}s as CSV`,
      description: `The whole list, with the columns of the import: an import of the file changes nothing. \`external_id\` holds the id of ${withArticle(name)} that has none. A value that has no plain form in a cell is written as \`**JSON**\` and the value as the API takes it.`,
      columns: sheet.columns,
      pages: (ctx, { query }) => sheetPages(resource, sheet, ctx, query),
    },
  })
}

type FilterQuery = z.output<z.ZodObject<ReturnType<typeof filterQueryOf>>>
type PageQuery = FilterQuery & Selected & { limit: number; cursor?: string | undefined }

async function readPage<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  { posting, name, show, filters = {}, expansions = {} }: PostedResource<N, I, R, T>,
  ctx: RequestContext,
  { query, language }: { query: PageQuery; language: ReaderLanguage },
) {
  const { limit, cursor } = query
  const rows = await posting.list(ctx, {
    ...filterOf<R>(filters, query),
    limit: limit + 1,
    after: cursor === undefined ? undefined : readPosition<R>(prefixes[name], cursor),
  })
  // Showing a posting reads its text, so a page of them lets other work run in between.
  const page = rows.slice(0, limit)
  const expanded = await expandRows(ctx, expansions, { rows: page, expand: query.expand, language })
  const shownRows = new Map<R, T>()
  await forEachSliced(page, (row) => shownRows.set(row, { ...show(row, language), ...expanded(row) }))
  return toPage(rows, limit, (row) => shownRows.get(row) ?? show(row, language), positionOf)
}

async function* sheetPages<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  { posting, filters = {} }: PostedResource<N, I, R, T>,
  sheet: BodySheet,
  ctx: Context,
  query: FilterQuery & CsvFormat,
): AsyncGenerator<CsvCell[][]> {
  const filter = { ...filterOf<R>(filters, query), order: 'id' as const }
  const read = (limit: number, after: R | undefined) => posting.list(ctx, { ...filter, limit, after })
  for await (const rows of pagesOf(read)) {
    const written: CsvCell[][] = []
    await forEachSliced(rows, (row) => {
      written.push(sheet.write(posting.toInput(row), row.id, query))
    })
    yield written
  }
}

type Filters = Readonly<Record<string, { column: string; value: z.ZodType }>>

function filterQueryOf(filters: Filters) {
  const own = Object.entries(filters).map(
    ([parameter, { value }]) =>
      [parameter, value.optional().describe(`Return only resources with this \`${parameter}\``)] as const,
  )
  return {
    updated_since: instant
      .optional()
      .describe('Return only resources changed since then. Pages of JSON are ordered by time of change'),
    external_id: externalId.optional(),
    metadata: metadataFilter.optional(),
    ...Object.fromEntries(own),
  }
}

function filterOf<R>(
  filters: Filters,
  query: FilterQuery,
): Omit<ListFilter<R & RowNamed<PostedName>>, 'limit'> {
  const { updated_since, external_id, metadata } = query
  return {
    externalId: external_id,
    metadata,
    updatedSince: updated_since === undefined ? undefined : new Date(updated_since),
    where: columnsOf(filters, query),
  }
}

const positionSchema = z.object({ id: z.string(), u: instant })

function positionOf({ id, updatedAt }: { id: string; updatedAt: Date }) {
  return { id, u: updatedAt.toISOString() }
}

function readPosition<R extends { id: string }>(
  prefix: IdPrefix,
  cursor: string,
): { id: R['id']; updatedAt: Date } {
  const { id, u } = decodeCursor(
    cursor,
    positionSchema.refine((position) => isId(prefix, position.id)),
  )
  // The refinement has just checked it.
  return { id: id as R['id'], updatedAt: new Date(u) }
}

function columnsOf<R>(filters: Filters, query: Readonly<Record<string, unknown>>): Partial<R> {
  const given = Object.entries(filters).filter(([parameter]) => query[parameter] !== undefined)
  const columns = given.map(([parameter, { column }]) => [column, query[parameter]])
  // ListFilterOf ties each column to a schema of its type, and the query has been parsed by these schemas.
  return Object.fromEntries(columns) as Partial<R>
}
