import { z } from 'zod'
import { decodeCursor, pageOf, pageQuery, type RouteGroup, toPage } from '../../platform/http/index.ts'
import { type Id, type IdPrefix, isId, prefixes } from '../../shared/ids.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import { externalId, instant } from '../../shared/wire.ts'
import { addressOf, type PostedResource, type RowNamed } from './posted-resource.ts'
import type { PostedInput, PostedName } from './posting-definition.ts'

/** `GET /v1/needs?limit=&cursor=&updated_since=&external_id=` and the like, with the resource's own filters. */
export function addListRoute<N extends PostedName, I extends PostedInput, R extends RowNamed<N>, T>(
  routes: RouteGroup,
  { posting, name, show, shown, filters = {} }: PostedResource<N, I, R, T>,
): void {
  routes.get(
    addressOf(name),
    {
      summary: `List ${name}s`,
      query: listQueryOf(filters),
      answers: { 200: pageOf(shown) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query: { limit, cursor, updated_since, external_id, ...own } }) => {
      const rows = await posting.list(ctx, {
        limit: limit + 1,
        externalId: external_id,
        updatedSince: updated_since === undefined ? undefined : new Date(updated_since),
        after: cursor === undefined ? undefined : readPosition(prefixes[name], cursor),
        where: columnsOf<R>(filters, own),
      })
      // Showing a posting reads its text, so a page of them lets other work run in between.
      const shownRows = new Map<R, T>()
      await forEachSliced(rows.slice(0, limit), (row) => shownRows.set(row, show(row)))
      return { status: 200, body: toPage(rows, limit, (row) => shownRows.get(row) ?? show(row), positionOf) }
    },
  )
}

type Filters = Readonly<Record<string, { column: string; value: z.ZodType }>>

function listQueryOf(filters: Filters) {
  const own = Object.entries(filters).map(([parameter, { value }]) => [parameter, value.optional()] as const)
  return z.strictObject({
    ...pageQuery,
    updated_since: instant
      .optional()
      .describe('Return only resources changed since then, ordered by time of change'),
    external_id: externalId.optional(),
    ...Object.fromEntries(own),
  })
}

const positionSchema = z.object({ id: z.string(), u: instant })

function positionOf({ id, updatedAt }: { id: string; updatedAt: Date }) {
  return { id, u: updatedAt.toISOString() }
}

function readPosition(prefix: IdPrefix, cursor: string): { id: Id<IdPrefix>; updatedAt: Date } {
  const { id, u } = decodeCursor(
    cursor,
    positionSchema.refine((position) => isId(prefix, position.id)),
  )
  // The refinement has just checked it.
  return { id: id as Id<IdPrefix>, updatedAt: new Date(u) }
}

function columnsOf<R>(filters: Filters, query: Readonly<Record<string, unknown>>): Partial<R> {
  const given = Object.entries(filters).filter(([parameter]) => query[parameter] !== undefined)
  const columns = given.map(([parameter, { column }]) => [column, query[parameter]])
  // ListFilterOf ties each column to a schema of its type, and the query has been parsed by these schemas.
  return Object.fromEntries(columns) as Partial<R>
}
