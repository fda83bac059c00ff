import { z } from 'zod'
import {
  type App,
  actorOf,
  decodeCursor,
  pageOf,
  pageQuery,
  problem,
  toPage,
} from '../../platform/http/index.ts'
import { type Id, type IdPrefix, isId } from '../../shared/ids.ts'
import { externalId, instant } from '../../shared/wire.ts'
import type { PostedRow } from './posted.table.ts'
import type { PostingRoutes } from './posting-routes.ts'

const cursorSchema = z.object({ id: z.string(), u: instant })

type Filters = Record<string, { schema: z.ZodType<string | undefined>; column: string }>

/** `GET /v1/needs?limit=&cursor=&updated_since=&external_id=` and the like, with the filters of the resource. */
export function registerListRoute<
  P extends IdPrefix,
  I extends { external_id?: string | undefined },
  R extends PostedRow<P>,
>(app: App, routes: PostingRoutes<P, I, R>): void {
  const { posting, path, name, show, shown, filters = {} } = routes
  const querystring = listQueryOf(filters)
  app.get(
    `/v1/${path}`,
    {
      config: { scope: routes.readScope },
      schema: {
        tags: [routes.tag],
        summary: `List ${name}s`,
        querystring,
        response: { 200: pageOf(shown), 401: problem, 403: problem, 422: problem, 503: problem },
      },
    },
    async (request) => {
      const { limit, cursor, updated_since, external_id, ...rest } = request.query
      const rows = await posting.list(actorOf(request).partnerId, {
        limit: limit + 1,
        externalId: external_id,
        updatedSince: updated_since === undefined ? undefined : new Date(updated_since),
        after: cursor === undefined ? undefined : readPosition(routes.prefix, cursor),
        where: columnsOf(filters, rest),
      })
      return toPage(rows, limit, show, ({ id, updatedAt }) => ({ id, u: updatedAt.toISOString() }))
    },
  )
}

function listQueryOf(filters: Filters) {
  const schemas = Object.entries(filters).map(([key, filter]) => [key, filter.schema] as const)
  return z.strictObject({
    ...pageQuery,
    updated_since: instant.optional().describe('Only what has changed since; ordered by change'),
    external_id: externalId.optional(),
    ...Object.fromEntries(schemas),
  })
}

function readPosition(prefix: IdPrefix, cursor: string): { id: Id<IdPrefix>; updatedAt: Date } {
  const { id, u } = decodeCursor(
    cursor,
    cursorSchema.refine((position) => isId(prefix, position.id)),
  )
  // The refinement has just checked it.
  return { id: id as Id<IdPrefix>, updatedAt: new Date(u) }
}

function columnsOf(filters: Filters, query: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([key, { column }]) => {
      const value = query[key]
      return typeof value === 'string' ? [[column, value]] : []
    }),
  )
}
