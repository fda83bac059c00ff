import { z } from 'zod'
import type { Queryable } from '../../../platform/db/index.ts'
import type { InTransaction, Transaction } from '../../../platform/events/index.ts'
import {
  type Answer,
  type App,
  actorOf,
  etag,
  idAfter,
  idempotencyHeader,
  type Once,
  pageOf,
  problem,
  toPage,
} from '../../../platform/http/index.ts'
import { notFound } from '../../../shared/errors.ts'
import { idInAddress } from '../../../shared/id-in-address.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { createMarketRepository } from '../../matches/index.ts'
import { createNeedsRepository, createOrganizationsRepository } from '../../postings/index.ts'
import { findRings } from '../find-rings.ts'
import { acceptRing, declineRing } from './answer-ring.ts'
import type { CloseDeps } from './close-ring.ts'
import { type ProposeRingDeps, proposeRing } from './propose-ring.ts'
import { createRingsRepository, type Ring, type RingId } from './rings.repository.ts'
import {
  type RingFullyShown,
  ring,
  ringInput,
  ringListQuery,
  ringShown,
  ringsQuery,
} from './rings.schemas.ts'
import { showFound, showRing } from './show-ring.ts'

const tags = ['Rings']
const read = { scope: 'rings:read' } as const
const write = { scope: 'rings:write' } as const
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const idParams = z.object({ id: z.string() })
const found = z.object({ data: z.array(ringShown) })

export type RingsDeps = ProposeRingDeps &
  CloseDeps & { db: Queryable; once: Once; inTransaction: InTransaction; demandIndex(): void }

export function registerRingsRoutes(app: App, deps: RingsDeps): void {
  app.get(
    '/v1/needs/:id/rings',
    {
      config: { ...read, rateClass: 'rank' },
      schema: {
        tags,
        summary: 'Direct swaps and rings through a need, best first',
        params: idParams,
        querystring: ringsQuery,
        response: { 200: found, ...refusals },
      },
    },
    async (request) => {
      deps.demandIndex()
      const { partnerId } = actorOf(request)
      const id = idInAddress('need', request.params.id, 'need')
      if (!(await createNeedsRepository(deps.db).find(partnerId, id))) throw notFound('need')
      const party = deps.barter.partyOf(id)
      if (party === undefined) return { data: [] }
      const reader = {
        ...deps.barter,
        into: (one: string) => deps.barter.into(one, one === party ? id : undefined),
      }
      return { data: await searched(partnerId, party, request.query, reader) }
    },
  )

  app.get(
    '/v1/organizations/:id/rings',
    {
      config: { ...read, rateClass: 'rank' },
      schema: {
        tags,
        summary: 'Direct swaps and rings through an organization, best first',
        description: 'With all of its needs, and the barter offers of the helper that it is.',
        params: idParams,
        querystring: ringsQuery,
        response: { 200: found, ...refusals },
      },
    },
    async (request) => {
      deps.demandIndex()
      const { partnerId } = actorOf(request)
      const id = idInAddress('org', request.params.id, 'organization')
      if (!(await createOrganizationsRepository(deps.db).find(partnerId, id))) throw notFound('organization')
      return { data: await searched(partnerId, id, request.query, deps.barter) }
    },
  )

  async function searched(
    partnerId: PartnerId,
    party: string,
    { max_length, limit }: z.output<typeof ringsQuery>,
    reader: Parameters<typeof findRings>[0],
  ) {
    const rings = await findRings(reader, party, { maxLength: max_length, limit })
    return showFound(deps, rings, partnerId)
  }

  app.post(
    '/v1/rings',
    {
      config: write,
      schema: {
        tags,
        summary: 'Propose a ring',
        description:
          'By the partner of any party, which says yes for its own by it. Until it ends its needs and offers take part in no other barter.',
        headers: idempotencyHeader,
        body: ringInput,
        response: { 201: ring, 409: problem, ...refusals },
      },
    },
    async (request, reply) => {
      deps.demandIndex()
      const { partnerId } = actorOf(request)
      return deps.once.write(request, reply, async (tx) =>
        answerOf(tx, await proposeRing(deps, tx, partnerId, request.body), partnerId, 201),
      )
    },
  )

  app.get(
    '/v1/rings',
    {
      config: read,
      schema: {
        tags,
        summary: 'List rings that you have a party in, the latest first',
        querystring: ringListQuery,
        response: { 200: pageOf(ring), ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const { limit, cursor, state } = request.query
      const page = { limit: limit + 1, before: idAfter('ring', cursor), state }
      const rows = await createRingsRepository(deps.db).list(partnerId, page)
      const shown = await Promise.all(rows.map((row) => showRing(deps, row, partnerId)))
      return toPage(
        shown,
        limit,
        (one) => one,
        ({ id }) => ({ id }),
      )
    },
  )

  app.get(
    '/v1/rings/:id',
    {
      config: read,
      schema: { tags, summary: 'Read a ring', params: idParams, response: { 200: ring, ...refusals } },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const id = idInAddress('ring', request.params.id, 'ring')
      const row = await createRingsRepository(deps.db).find(partnerId, id)
      if (!row) throw notFound('ring')
      return reply.header('etag', etag(row.version)).send(await showRing(deps, row, partnerId))
    },
  )

  const verbs: Record<
    string,
    { summary: string; run(tx: Transaction, by: PartnerId, id: RingId): Promise<Ring> }
  > = {
    accept: {
      summary: 'Say yes for all of your parties; with the last yes all engagements begin, or none',
      run: (tx, by, id) => acceptRing(deps, tx, by, id),
    },
    decline: {
      summary: 'Say no for a party of yours, or take a proposal back',
      run: (tx, by, id) => declineRing(deps, tx, by, id),
    },
  }
  for (const [verb, { summary, run }] of Object.entries(verbs)) {
    app.post(
      `/v1/rings/:id/${verb}`,
      {
        config: write,
        schema: {
          tags,
          summary,
          params: idParams,
          headers: idempotencyHeader,
          response: { 200: ring, 409: problem, ...refusals },
        },
      },
      (request, reply) =>
        deps.once.write(request, reply, async (tx) => {
          const { partnerId } = actorOf(request)
          const id = idInAddress('ring', request.params.id, 'ring')
          return answerOf(tx, await run(tx, partnerId, id), partnerId, 200)
        }),
    )
  }

  /** Reads on the connection of the transaction: two for one request could use the pool up. */
  async function answerOf(
    { db }: Transaction,
    row: Ring,
    partnerId: PartnerId,
    status: number,
  ): Promise<Answer<RingFullyShown>> {
    const market = createMarketRepository(db)
    return {
      status,
      headers: { etag: etag(row.version), location: `/v1/rings/${row.id}` },
      body: await showRing({ market }, row, partnerId),
      resourceId: row.id,
    }
  }
}
