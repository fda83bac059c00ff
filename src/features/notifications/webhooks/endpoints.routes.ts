import { z } from 'zod'
import { idAfter, pageOf, pageQuery, type Router, toPage } from '../../../platform/http/index.ts'
import {
  endpointInput,
  endpointPatch,
  endpointShown,
  endpointWithSecret,
  rotateInput,
  secretShown,
  showEndpoint,
} from './endpoints.schemas.ts'
import type { EndpointRow } from './webhooks.table.ts'
import type { Webhooks } from './webhooks.ts'

const base = '/v1/webhook-endpoints'
const ids = { id: 'webhook_endpoint' } as const

export function registerEndpointsRoutes(router: Router, webhooks: Webhooks): void {
  const routes = router.group({ tag: 'Webhooks', scope: 'webhooks', isInRealTime: true })

  routes.post(
    base,
    {
      summary: 'Add a webhook endpoint',
      description:
        'Each event is POSTed at least once, signed as Standard Webhooks 1.0 describes, with retries over about three days. Events about one resource arrive in order. The secret is returned only here.',
      body: endpointInput,
      answers: { 201: endpointWithSecret },
      versioned: true,
      located: true,
      refusals: ['too_many_endpoints'],
    },
    async (ctx, { body }) => {
      const { row, secret } = await webhooks.add(ctx, body)
      const location = `${base}/${row.id}`
      return { ...answerOf(row), status: 201, body: { ...showEndpoint(row), secret }, location }
    },
  )

  routes.get(
    base,
    {
      summary: 'List your endpoints',
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(endpointShown) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query: { limit, cursor } }) => {
      const rows = await webhooks.list(ctx, { limit: limit + 1, after: idAfter('endpoint', cursor) })
      return { status: 200, body: toPage(rows, limit, showEndpoint, ({ id }) => ({ id })) }
    },
  )

  routes.get(
    `${base}/:id`,
    { summary: 'Read an endpoint', ids, answers: { 200: endpointShown }, versioned: true },
    async (ctx, input) => answerOf(await webhooks.read(ctx, input.ids)),
  )

  routes.patch(
    `${base}/:id`,
    {
      summary: 'Change, disable or enable an endpoint',
      description:
        'Pending deliveries are sent once the endpoint is enabled again. Events that occur while it is disabled are not sent.',
      ids,
      consumes: ['application/merge-patch+json', 'application/json'],
      body: endpointPatch,
      answers: { 200: endpointShown },
      versioned: true,
    },
    async (ctx, { ids: { id }, body: patch, precondition }) =>
      answerOf(await webhooks.change(ctx, { id, patch, precondition })),
  )

  routes.delete(
    `${base}/:id`,
    {
      summary: 'Delete an endpoint and its deliveries',
      ids,
      answers: { 204: z.undefined().describe('The endpoint was deleted') },
      versioned: true,
    },
    async (ctx, { ids: { id }, precondition }) => {
      await webhooks.remove(ctx, { id, precondition })
      return { status: 204, body: undefined, resourceId: id }
    },
  )

  routes.post(
    `${base}/:id/rotate-secret`,
    {
      operationId: 'rotateWebhookSecret',
      summary: 'Give an endpoint a new secret',
      description: 'Until the old secret expires, messages carry two signatures.',
      ids,
      body: rotateInput,
      answers: { 200: secretShown },
    },
    async (ctx, { ids: { id }, body }) => {
      const rotated = await webhooks.rotateSecret(ctx, { id, keepOldHours: body.keep_old_hours })
      const old_secret_ends_at = rotated.oldSecretEndsAt.toISOString()
      return { status: 200, body: { secret: rotated.secret, old_secret_ends_at }, resourceId: id }
    },
  )
}

function answerOf(row: EndpointRow) {
  return { status: 200, body: showEndpoint(row), version: row.version, resourceId: row.id }
}
