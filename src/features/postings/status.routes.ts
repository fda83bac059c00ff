import { z } from 'zod'
import type { App, Once, Scope } from '../../platform/http/index.ts'
import { actorOf, etag, idempotencyHeader, problem } from '../../platform/http/index.ts'
import { idInAddress } from '../../shared/id-in-address.ts'
import type { IdPrefix } from '../../shared/ids.ts'
import type { PostedRow } from './posted.table.ts'
import type { Posting } from './posting.ts'

/**
 * `POST /v1/needs/{id}/close` and the like: shortcuts to the PATCH of `status`, without If-Match, since
 * they ask for an end whatever else has changed. Taking what is not open out of every ranking is the market's part.
 */
export function registerStatusRoutes<P extends IdPrefix, I, R extends PostedRow<P>>(
  app: App,
  deps: { once: Once },
  routes: {
    posting: Posting<R, I>
    path: 'needs' | 'offers'
    tag: string
    name: 'need' | 'offer'
    prefix: P
    writeScope: Scope
    shown: z.ZodType
    show: (row: R) => unknown
    /** Last part of the address → the status that it sets. */
    verbs: Record<string, string>
  },
): void {
  for (const [verb, status] of Object.entries(routes.verbs)) {
    app.post(
      `/v1/${routes.path}/:id/${verb}`,
      {
        config: { scope: routes.writeScope },
        schema: {
          tags: [routes.tag],
          summary: `${verb[0]?.toUpperCase()}${verb.slice(1)} ${routes.name}`,
          description: `Sets its status to \`${status}\`.`,
          params: z.object({ id: z.string() }),
          headers: idempotencyHeader,
          response: {
            200: routes.shown,
            401: problem,
            403: problem,
            404: problem,
            409: problem,
            503: problem,
          },
        },
      },
      (request, reply) =>
        deps.once.write(request, reply, async (tx) => {
          const id = idInAddress(routes.prefix, request.params.id, routes.name)
          const row = await routes.posting.change(tx, actorOf(request).partnerId, id, { status }, null)
          return {
            status: 200,
            headers: { etag: etag(row.version) },
            body: routes.show(row),
            resourceId: row.id,
          }
        }),
    )
  }
}
