import { z } from 'zod'
import { pageOf, pageOfAll, pageQuery, type Router } from '../../platform/http/index.ts'
import { type Id, isId } from '../../shared/ids.ts'
import { SECOND_MS } from '../../shared/time.ts'
import { idOf } from '../../shared/wire.ts'
import { type ClientWithSecrets, clientShown, MAX_CLIENTS_OF_SANDBOX, showClient } from '../access/index.ts'
import { ANSWER_PREFIXES, SILENT_EXPIRY_MS } from './answer-introductions.ts'
import type { SandboxShown } from './read-sandbox.ts'
import { clockMove, clockMoved, newClient, sandboxShown } from './sandbox.schemas.ts'
import type { Sandbox } from './sandbox.ts'

const MOST_EVENTS_SHOWN = 100

export function registerSandboxRoutes(router: Router, sandbox: Sandbox): void {
  const routes = router.group({ tag: 'Sandbox', scope: 'sandbox', isInRealTime: true })

  routes.post(
    '/v1/sandbox',
    {
      operationId: 'createSandboxClient',
      summary: 'Create a client for your sandbox',
      description: `The sandbox is a separate partner in a separate market and never touches live data. It has up to ${MAX_CLIENTS_OF_SANDBOX} clients. Each client has the scopes of your token. Its secret is returned only here, and not in a repeat with the same Idempotency-Key: in that case remove the client and create another. Helpers whose \`external_id\` begins with \`${ANSWER_PREFIXES.accepts}\` or \`${ANSWER_PREFIXES.declines}\` answer introductions automatically. Helpers with \`${ANSWER_PREFIXES.silent}\` never answer, so the introduction expires after ${SILENT_EXPIRY_MS / 1000} seconds.`,
      answers: { 201: newClient },
      refusals: ['too_many_clients'],
    },
    async (ctx) => {
      const { partnerId, clientId, clientSecret } = await sandbox.open(ctx)
      const body = { partner_id: partnerId, client_id: clientId, client_secret: clientSecret }
      return { status: 201, body, resourceId: clientId }
    },
    async (ctx, { resourceId }) => {
      if (!isId('client', resourceId)) throw new Error('a stored answer names no client')
      const { client } = await sandbox.readClient(ctx, { id: resourceId })
      const body = { partner_id: client.partnerId, client_id: client.id, client_secret: null }
      return { status: 201, body }
    },
  )

  const scope = 'sandbox:write' as const
  routes.get(
    '/v1/sandbox',
    {
      scope,
      summary: 'Read your sandbox',
      description:
        'Shows its time, its clients and the numbers of its records. Works with a token of the partner or of the sandbox.',
      answers: { 200: sandboxShown },
      refusals: ['sandbox_not_found'],
    },
    async (ctx) => ({ status: 200, body: show(await sandbox.read(ctx), ctx.actor.clientId) }),
  )

  routes.post(
    '/v1/sandbox/clock',
    {
      operationId: 'moveSandboxClock',
      summary: 'Move the clock of your sandbox forward',
      description:
        'Only the clock of this sandbox moves, and only forward. Everything that becomes due happens at once: introductions and rings expire, sprints reach their halfway point and end. Comparisons with the current time, such as deadlines and the days for which hours may be logged, use the sandbox clock. Tokens, secrets, rate limits, Idempotency-Keys, deliveries and the times of events stay in real time. A reset returns the clock to real time.',
      body: clockMove,
      answers: { 200: clockMoved },
      refusals: ['sandbox_not_found'],
    },
    async (ctx, { body }) => {
      const { partnerId, now, aheadMs, events } = await sandbox.moveClock(ctx, body)
      return {
        status: 200,
        body: {
          partner_id: partnerId,
          clock: showClock({ now, aheadMs }),
          events: events
            .slice(0, MOST_EVENTS_SHOWN)
            .map(({ type, resourceId }) => ({ type, resource_id: resourceId })),
          event_count: events.length,
        },
      }
    },
  )

  routes.get(
    '/v1/sandbox/clients',
    {
      scope,
      summary: 'List the clients of your sandbox',
      description: 'Works with a token of the partner or of the sandbox.',
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(clientShown) },
      refusals: ['sandbox_not_found', 'invalid_cursor'],
    },
    async (ctx, { query }) => {
      const inPages = {
        prefix: 'client',
        idOf: ({ client }: ClientWithSecrets) => client.id,
        show: showClient(ctx.actor.clientId),
      } as const
      return { status: 200, body: pageOfAll(await sandbox.listClients(ctx), query, inPages) }
    },
  )

  routes.delete(
    '/v1/sandbox/clients/:id',
    {
      scope,
      summary: 'Remove a client of your sandbox',
      description: 'Its secrets and tokens are refused at once. `POST /v1/sandbox` creates another client.',
      ids: { id: 'client' },
      answers: { 204: z.undefined().describe('Removed') },
      refusals: ['sandbox_not_found'],
    },
    async (ctx, { ids }) => {
      await sandbox.removeClient(ctx, ids)
      return { status: 204, body: undefined }
    },
  )

  routes.post(
    '/v1/sandbox/reset',
    {
      summary: 'Empty your sandbox',
      description:
        'Works with a token of the partner or of the sandbox. The clients are kept, and the clock returns to real time. Live data is never touched.',
      answers: { 200: z.object({ partner_id: idOf('partner') }) },
      refusals: ['sandbox_not_found'],
    },
    async (ctx) => ({ status: 200, body: { partner_id: await sandbox.reset(ctx) } }),
  )
}

function showClock({ now, aheadMs }: Pick<SandboxShown, 'now' | 'aheadMs'>) {
  return { now: now.toISOString(), ahead_seconds: aheadMs / SECOND_MS }
}

function show(shown: SandboxShown, caller: Id<'client'> | null): z.output<typeof sandboxShown> {
  return {
    partner_id: shown.partnerId,
    name: shown.name,
    created_at: shown.createdAt.toISOString(),
    clock: showClock(shown),
    clients: shown.clients.map(showClient(caller)),
    holds: shown.holds,
  }
}
