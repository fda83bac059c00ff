import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { ErrorCode } from '../../shared/errors.ts'
import type { List, ListedRow } from '../db/index.ts'
import { CSV, CSV_NOTES, type CsvCell, type CsvFormat, csvQuery, sendCsv } from './csv.ts'
import { filterShape, type ListQuery, pageShape } from './list-query.ts'
import { negotiate } from './negotiation.ts'
import { countedPageOf, pageOf, pageQuery } from './pagination.ts'
import { setLanguageHeaders } from './reader-language.ts'
import type { Ids, Input, NoIds } from './route.ts'
import type { RequestContext, RouteGroup } from './router.ts'
import type { Scope } from './scopes.ts'
import { type ObjectSchema, type Selected, sendSelected } from './selection.ts'

/** A list that is available as JSON, page by page, and as CSV, complete. */
export interface CsvList<I extends Ids, J, C, T> {
  /** Name of the list and of its CSV file. */
  name: string
  summary: string
  /** Additional description for the reference. */
  notes?: string
  /** Scope, if it is not that of the group. */
  scope?: Scope
  ids?: I
  /** See `listQueries`. */
  queries: { page: z.ZodType<J>; csv: z.ZodType<C>; countsTotal?: boolean }
  item: ObjectSchema<T>
  /** Schema of a page, if it has more fields than the items. */
  page?: z.ZodType
  refusals?: readonly ErrorCode[]
  /** The JSON contains sentences for readers. See `Route`. */
  isLocalized?: boolean
  readPage(
    ctx: RequestContext,
    input: Request<I, NoInfer<J>>,
  ): Promise<{ data: T[]; next_cursor: string | null }>
  csv: CsvForm<I, C>
}

interface CsvForm<I extends Ids, C> {
  summary: string
  /** Description of the rows, in one or more sentences. */
  description: string
  columns: readonly string[]
  pages(ctx: RequestContext, input: Request<I, NoInfer<C>>): AsyncIterable<readonly (readonly CsvCell[])[]>
  refusals?: readonly ErrorCode[]
}

type Request<I extends Ids, Q> = Pick<Input<I, undefined, Q, undefined>, 'ids' | 'query' | 'language'>

/**
 * Creates the query schemas of a list: for a page, and for the complete CSV. `selection` is that of
 * `selectionQuery`.
 */
export function listQueries<F extends z.ZodRawShape, S extends z.ZodRawShape = Record<never, never>>(
  filters: F,
  // The default is the empty shape that S then stands for.
  selection: S = {} as S,
) {
  return {
    page: z.strictObject({ ...pageQuery, ...filters, ...selection, ...csvQuery }),
    csv: z.strictObject({ ...filters, ...csvQuery }),
  }
}

/** The same for a declared list. The page can contain a total. */
export function declaredQueries<R extends ListedRow, S extends z.ZodRawShape = Record<never, never>>(
  list: List<R>,
  // The default is the empty shape that S then stands for.
  selection: S = {} as S,
) {
  const filters = filterShape(list)
  const page = z.strictObject({ ...filters, ...pageShape(list), ...selection, ...csvQuery })
  return {
    // The list parses and names the shapes of its filters.
    page: page as unknown as z.ZodType<ListQuery & Selected & CsvFormat>,
    csv: z.strictObject({ ...filters, ...csvQuery }) as unknown as z.ZodType<
      CsvFormat & Record<string, unknown>
    >,
    countsTotal: true,
  }
}

/** Adds a list whose `Accept` selects JSON or CSV, and its CSV at a separate address. */
export function addCsvList<J extends C & Selected, C extends CsvFormat, T, I extends Ids = NoIds>(
  routes: RouteGroup,
  url: string,
  list: CsvList<I, J, C, T>,
): void {
  const { ids, queries, item, csv, notes, scope, isLocalized = false } = list
  const given = { ...(ids && { ids }), ...(scope && { scope }) }
  routes.raw(
    'GET',
    url,
    {
      summary: list.summary,
      description: `${notes === undefined ? '' : `${notes} `}If \`Accept\` prefers \`text/csv\`, the answer is the same as of \`${shownPath(url)}.csv\`: the whole list, whatever \`limit\` and \`cursor\` are.`,
      ...given,
      query: queries.page,
      answers: {
        200: {
          'application/json': list.page ?? (queries.countsTotal ? countedPageOf : pageOf)(item),
          [CSV]: z.string(),
        },
      },
      isLocalized,
      readsMany: true,
      refusals: ['invalid_cursor', ...(list.refusals ?? []), ...(csv.refusals ?? [])],
    },
    async (ctx, input, { request, reply }) => {
      if (negotiate(request, reply, ['application/json', CSV]) === CSV) return send(list, ctx, input, reply)
      if (isLocalized) setLanguageHeaders(reply, input.language)
      return sendSelected(reply, item, input.query, await list.readPage(ctx, input))
    },
  )
  addCsvRoute(routes, `${url}.csv`, list)
}

/** Adds a list that is only available as CSV. */
export function addCsvRoute<C extends CsvFormat, I extends Ids = NoIds>(
  routes: RouteGroup,
  url: string,
  list: Pick<CsvList<I, unknown, C, unknown>, 'name' | 'ids' | 'scope' | 'refusals' | 'csv'> & {
    queries: { csv: z.ZodType<C> }
  },
): void {
  const { ids, csv, scope } = list
  routes.raw(
    'GET',
    url,
    {
      summary: csv.summary,
      description: `${csv.description} Columns: ${csv.columns.join(', ')}. ${CSV_NOTES}`,
      ...(ids && { ids }),
      ...(scope && { scope }),
      query: list.queries.csv,
      readsMany: true,
      answers: { 200: { [CSV]: z.string() } },
      refusals: [...(list.refusals ?? []), ...(csv.refusals ?? [])],
    },
    async (ctx, input, { reply }) => send(list, ctx, input, reply),
  )
}

function send<I extends Ids, C extends CsvFormat>(
  { name, csv: { columns, pages } }: { name: string; csv: CsvForm<I, C> },
  ctx: RequestContext,
  input: Request<I, C>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return sendCsv(reply, { name, columns, pages: pages(ctx, input) }, input.query)
}

/** Converts a path to the form of the reference: `/v1/placements/{id}/results`. */
export function shownPath(url: string): string {
  return url.replace(/:(\w+)/g, '{$1}')
}
