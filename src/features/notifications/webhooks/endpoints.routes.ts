import { z } from 'zod'
import type { Queryable } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import {
  type App,
  actorOf,
  answeredNotModified,
  createIdempotencyRepository,
  etag,
  idAfter,
  idempotencyHeader,
  ifMatchHeader,
  type Once,
  pageOf,
  pageQuery,
  problem,
  readPrecondition,
  toPage,
} from '../../../platform/http/index.ts'
import { notFound } from '../../../shared/errors.ts'
import { endpointInAddress } from './endpoint-in-address.ts'
import { createEndpointsRepository } from './endpoints.repository.ts'
import {
  endpointInput,
  endpointPatch,
  endpointShown,
  endpointWithSecret,
  rotateInput,
  secretShown,
  showEndpoint,
} from './endpoints.schemas.ts'
import {
  changeEndpoint,
  createEndpoint,
  type EndpointDeps,
  removeEndpoint,
  rotateWebhookSecret,
} from './endpoints.ts'

const tags = ['Webhooks']
const base = '/v1/webhook-endpoints'
const params = z.object({ id: z.string() })
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const ofOne = { ...refusals, 404: problem }

export function registerEndpointsRoutes(
  app: App,
  deps: EndpointDeps & { db: Queryable; inTransaction: InTransaction; once: Once },
): void {
  app.post(
    base,
    {
      config: { scope: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Be told of events at an address of yours',
        description:
          'Each event is POSTed at least once, signed after Standard Webhooks 1.0, with retries over about three days; what happens to one resource comes in its order. The secret is in this answer alone.',
        headers: idempotencyHeader,
        body: endpointInput,
        response: { 201: endpointWithSecret, 409: problem, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => {
        const { row, secret } = await createEndpoint(deps, tx, actorOf(request).partnerId, request.body)
        return {
          status: 201,
          headers: { etag: etag(row.version), location: `${base}/${row.id}` },
          body: { ...showEndpoint(row), secret },
          resourceId: row.id,
        }
      }),
  )

  app.get(
    base,
    {
      config: { scope: 'webhooks:read' },
      schema: {
        tags,
        summary: 'List your endpoints',
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(endpointShown), ...refusals },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const { partnerId } = actorOf(request)
      const after = idAfter('endpoint', cursor)
      const rows = await createEndpointsRepository(deps.db).list(partnerId, limit + 1, after)
      return toPage(rows, limit, showEndpoint, ({ id }) => ({ id }))
    },
  )

  app.get(
    `${base}/:id`,
    {
      config: { scope: 'webhooks:read' },
      schema: {
        tags,
        summary: 'Read an endpoint',
        params,
        response: { 200: endpointShown, 304: z.undefined().describe('You have this version'), ...ofOne },
      },
    },
    async (request, reply) => {
      const { partnerId, id } = endpointInAddress(request)
      const row = await createEndpointsRepository(deps.db).find(partnerId, id)
      if (!row) throw notFound('webhook_endpoint')
      if (answeredNotModified(request, reply, etag(row.version))) return reply
      return reply.header('etag', etag(row.version)).send(showEndpoint(row))
    },
  )

  app.patch(
    `${base}/:id`,
    {
      config: { scope: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Change an endpoint, or switch it off and on',
        description:
          'What waits while it is disabled is delivered once it is enabled; new events are not kept for it.',
        params,
        headers: ifMatchHeader,
        consumes: ['application/merge-patch+json', 'application/json'],
        body: endpointPatch,
        response: { 200: endpointShown, 412: problem, 428: problem, ...ofOne },
      },
    },
    async (request, reply) => {
      const key = endpointInAddress(request)
      const precondition = readPrecondition(request, true)
      const row = await deps.inTransaction((tx) => changeEndpoint(deps, tx, key, request.body, precondition))
      return reply.header('etag', etag(row.version)).send(showEndpoint(row))
    },
  )

  app.delete(
    `${base}/:id`,
    {
      config: { scope: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Delete an endpoint and its deliveries',
        params,
        headers: ifMatchHeader,
        response: { 204: z.undefined().describe('It is gone'), 412: problem, 428: problem, ...ofOne },
      },
    },
    async (request, reply) => {
      const key = endpointInAddress(request)
      const precondition = readPrecondition(request, true)
      await deps.inTransaction(async (tx) => {
        await removeEndpoint(tx, key, precondition)
        await createIdempotencyRepository(tx.db).removeOf(key.partnerId, key.id)
      })
      return reply.code(204).send()
    },
  )

  app.post(
    `${base}/:id/rotate-secret`,
    {
      config: { scope: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Give an endpoint a new secret',
        description: 'Until the old one ends, messages carry two signatures.',
        params,
        headers: idempotencyHeader,
        body: rotateInput,
        response: { 200: secretShown, ...ofOne },
      },
    },
    (request, reply) => {
      const key = endpointInAddress(request)
      return deps.once.write(request, reply, async (tx) => {
        const rotated = await rotateWebhookSecret(deps, tx, key, request.body.keep_old_hours)
        return {
          status: 200,
          body: { secret: rotated.secret, old_secret_ends_at: rotated.oldSecretEndsAt.toISOString() },
          resourceId: key.id,
        }
      })
    },
  )
}
