import { z } from 'zod'
import { pageEndAt, pageOf, type Router } from '../../platform/http/index.ts'
import { isId } from '../../shared/ids.ts'
import { idOf } from '../../shared/wire.ts'
import { clientShown, MAX_CLIENTS_OF_SANDBOX, showClient } from '../access/index.ts'
import { MAGIC, SILENT_EXPIRY_MS } from './answer-introductions.ts'
import type { Sandbox } from './sandbox.ts'

const newClient = z.object({
  partner_id: idOf('partner'),
  client_id: idOf('client'),
  client_secret: z
    .string()
    .nullable()
    .describe('Returned only here. Null in a repeat with the same Idempotency-Key: it is not kept'),
})

export function registerSandboxRoutes(router: Router, sandbox: Sandbox): void {
  const routes = router.group({ tag: 'Sandbox', scope: 'sandbox' })

  routes.post(
    '/v1/sandbox',
    {
      operationId: 'createSandboxClient',
      summary: 'Get a client for your sandbox',
      description: `The sandbox is a separate partner in a separate market and never touches live data. It has up to ${MAX_CLIENTS_OF_SANDBOX} clients. Each client has the scopes of your token. Its secret is returned only here, and not in a repeat with the same Idempotency-Key: remove the client then, and create another. Helpers whose \`external_id\` begins with \`${MAGIC.accepts}\` or \`${MAGIC.declines}\` answer introductions automatically. Those with \`${MAGIC.silent}\` never answer, so the introduction expires after ${SILENT_EXPIRY_MS / 1000} seconds.`,
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
    '/v1/sandbox/clients',
    {
      scope,
      summary: 'List the clients of your sandbox',
      description: 'Works with a token of the partner or of the sandbox.',
      answers: { 200: pageOf(clientShown) },
      refusals: ['sandbox_not_found'],
    },
    async (ctx) => {
      const clients = await sandbox.listClients(ctx)
      return { status: 200, body: { data: clients.map(showClient(ctx.actor.clientId)), ...pageEndAt(null) } }
    },
  )

  routes.delete(
    '/v1/sandbox/clients/:id',
    {
      scope,
      summary: 'Remove a client of your sandbox',
      description: 'Its secrets and tokens are refused at once. `POST /v1/sandbox` makes another client.',
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
        'Works with a token of the partner or of the sandbox. The clients stay. Live data is never touched.',
      answers: { 200: z.object({ partner_id: idOf('partner') }) },
      refusals: ['sandbox_not_found'],
    },
    async (ctx) => ({ status: 200, body: { partner_id: await sandbox.reset(ctx) } }),
  )
}
