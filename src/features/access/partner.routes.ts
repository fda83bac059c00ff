import { z } from 'zod'
import type { Queryable } from '../../platform/db/index.ts'
import type { InTransaction } from '../../platform/events/index.ts'
import {
  type App,
  actorOf,
  answeredNotModified,
  etag,
  ifMatchHeader,
  problem,
  readPrecondition,
} from '../../platform/http/index.ts'
import { isSandbox } from '../../shared/ids.ts'
import { idOf, instant } from '../../shared/wire.ts'
import { changePartner, readPartner } from './change-partner.ts'
import type { PartnerRow } from './partners.repository.ts'

const tags = ['Partner']
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const publicFeed = z
  .boolean()
  .describe('Whether anybody may read your open needs with `visibility: network`, without a token')
const settings = z.strictObject({ public_feed: publicFeed.optional() }).meta({ id: 'PartnerPatch' })
const partner = z
  .object({
    id: idOf('partner'),
    name: z.string(),
    kind: z.enum(['site', 'internship_office']),
    is_sandbox: z.boolean(),
    public_feed: publicFeed,
    version: z.int(),
    created_at: instant,
  })
  .meta({ id: 'Partner' })

/** What a partner reads and settles of itself. */
export function registerPartnerRoutes(app: App, deps: { db: Queryable; inTransaction: InTransaction }): void {
  app.get(
    '/v1/partner',
    {
      config: { scope: 'partner:read' },
      schema: {
        tags,
        summary: 'Read your own partner',
        response: { 200: partner, 304: z.undefined().describe('You have this version'), ...refusals },
      },
    },
    async (request, reply) => {
      const row = await readPartner(deps.db, actorOf(request).partnerId)
      if (answeredNotModified(request, reply, etag(row.version))) return reply
      return reply.header('etag', etag(row.version)).send(show(row))
    },
  )

  app.patch(
    '/v1/partner',
    {
      config: { scope: 'partner:write' },
      schema: {
        tags,
        summary: 'Change its settings',
        headers: ifMatchHeader,
        consumes: ['application/merge-patch+json', 'application/json'],
        body: settings,
        response: { 200: partner, 412: problem, 428: problem, ...refusals },
      },
    },
    async (request, reply) => {
      const precondition = readPrecondition(request, true)
      const { partnerId } = actorOf(request)
      const { public_feed } = request.body
      const row = await deps.inTransaction((tx) =>
        changePartner(tx, partnerId, { publicFeed: public_feed }, precondition),
      )
      return reply.header('etag', etag(row.version)).send(show(row))
    },
  )
}

function show(row: PartnerRow): z.output<typeof partner> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    is_sandbox: isSandbox(row.id),
    public_feed: row.publicFeed,
    version: row.version,
    created_at: row.createdAt.toISOString(),
  }
}
