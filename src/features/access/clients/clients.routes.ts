import { z } from 'zod'
import {
  type Caller,
  decodeCursor,
  type Page,
  pageOf,
  pageOfAll,
  pageQuery,
  type RequestContext,
  type Router,
  scope,
  toPage,
} from '../../../platform/http/index.ts'
import type { Fault } from '../../../shared/errors.ts'
import { isId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import { idOf, text } from '../../../shared/wire.ts'
import { type ClientLogRow, clientActions } from './client-log.table.ts'
import type { ClientWithSecrets } from './clients.repository.ts'
import {
  createClient,
  disableClient,
  enableClient,
  listClients,
  MAX_CLIENTS_OF_PARTNER,
  MAX_CLIENTS_OF_SANDBOX,
  MAX_SECRETS_OF_CLIENT,
  readClient,
  readClientLog,
  removeClient,
  rotateClientSecret,
} from './clients.ts'
import { clientShown, newClientShown, showClient } from './show-client.ts'

const clientBody = z
  .strictObject({
    name: text(1, 100).optional().describe('Purpose of the client, such as `nightly sync`'),
    scopes: z
      .array(scope)
      .min(1)
      .max(scope.options.length)
      .describe('Scopes of its tokens. List only those that it needs. Your token must have all of them'),
  })
  .meta({ id: 'ClientBody' })
const rotation = z.strictObject({
  keep_old_hours: z
    .number()
    .min(0)
    .max(24 * 30)
    .default(24)
    .describe('Hours for which older secrets stay valid. 0 ends them at once'),
})
const logEntry = z
  .object({
    id: idOf('change'),
    client_id: idOf('client').describe('Client that was changed'),
    by_client_id: idOf('client')
      .nullable()
      .describe('Client that made the change. Null: the operator, or a person at the desk'),
    action: z.enum(clientActions).describe('What was done'),
    occurred_at: z.string().describe('RFC 3339'),
  })
  .meta({ id: 'ClientLogEntry' })

const cursorOfLog = z.object({ id: z.string().refine((id) => isId('change', id)) })
const inPages = { prefix: 'client', idOf: ({ client }: ClientWithSecrets) => client.id } as const
const shown = (ctx: RequestContext) => showClient(ctx.actor.clientId)

/** Registers the routes of the partner's own clients. */
export function registerClientsRoutes(router: Router): void {
  const routes = router.group({ tag: 'Clients', scope: 'clients', isInRealTime: true })
  const managing = { scope: 'clients:manage' as const }

  routes.get(
    '/v1/clients',
    {
      ...managing,
      summary: 'List your clients',
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(clientShown) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query }) => ({
      status: 200,
      body: pageOfAll(await listClients(ctx), query, { ...inPages, show: shown(ctx) }),
    }),
  )

  routes.get(
    '/v1/clients/log',
    {
      ...managing,
      summary: 'Read the log of your clients',
      description: 'Latest entries first. Each entry says who did what with which client, and when.',
      query: z.strictObject(pageQuery),
      answers: { 200: pageOf(logEntry) },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query: { limit, cursor } }) => {
      // The cursor schema has checked the id.
      const before =
        cursor === undefined ? undefined : (decodeCursor(cursor, cursorOfLog).id as ClientLogRow['id'])
      const rows = await readClientLog(ctx, { limit: limit + 1, before })
      const body: Page<z.output<typeof logEntry>> = toPage(rows, limit, showEntry, ({ id }) => ({ id }))
      return { status: 200, body }
    },
  )

  routes.get(
    '/v1/clients/:id',
    { ...managing, summary: 'Read a client', ids: { id: 'client' }, answers: { 200: clientShown } },
    async (ctx, { ids }) => ({ status: 200, body: shown(ctx)(await readClient(ctx, ids)) }),
  )

  routes.post(
    '/v1/clients',
    {
      ...managing,
      summary: 'Create a client',
      description: `Its secret is returned only here. A repeat with the same Idempotency-Key returns the client without it: rotate the secret if you missed it. A partner can have up to ${MAX_CLIENTS_OF_PARTNER} clients, a sandbox up to ${MAX_CLIENTS_OF_SANDBOX}.`,
      body: clientBody,
      explainFaults: (faults, caller) => faults.map((fault) => withScopesOf(caller, fault)),
      answers: { 201: newClientShown },
      refusals: ['scopes_not_held', 'too_many_clients'],
    },
    async (ctx, { body }) => {
      const made = await createClient(ctx, body)
      return { status: 201, body: newShown(ctx, made), resourceId: made.client.id }
    },
    async (ctx, { resourceId }) => ({ status: 201, body: newShown(ctx, await readAgain(ctx, resourceId)) }),
  )

  routes.post(
    '/v1/clients/:id/rotate-secret',
    {
      ...managing,
      operationId: 'rotateClientSecret',
      summary: 'Rotate the secret of a client',
      description: `The new secret is returned only here, and not in a repeat with the same Idempotency-Key. Older secrets stay valid for a while, so that you can switch without downtime. A client can have at most ${MAX_SECRETS_OF_CLIENT} valid secrets.`,
      ids: { id: 'client' },
      body: rotation,
      answers: { 200: newClientShown },
      refusals: ['scopes_not_held', 'too_many_secrets'],
    },
    async (ctx, { ids: { id }, body }) => {
      const rotated = await rotateClientSecret(ctx, { id, keepOldHours: body.keep_old_hours })
      return { status: 200, body: newShown(ctx, rotated), resourceId: id }
    },
    async (ctx, { ids }) => ({ status: 200, body: newShown(ctx, await readClient(ctx, ids)) }),
  )

  routes.post(
    '/v1/clients/:id/disable',
    {
      ...managing,
      summary: 'Disable a client and its tokens at once',
      ids: { id: 'client' },
      answers: { 200: clientShown },
      refusals: ['last_managing_client'],
    },
    async (ctx, { ids }) => ({ status: 200, body: shown(ctx)(await disableClient(ctx, ids)) }),
  )

  routes.post(
    '/v1/clients/:id/enable',
    {
      ...managing,
      summary: 'Enable a disabled client',
      ids: { id: 'client' },
      answers: { 200: clientShown },
      refusals: ['scopes_not_held', 'disabled_by_operator'],
    },
    async (ctx, { ids }) => ({ status: 200, body: shown(ctx)(await enableClient(ctx, ids)) }),
  )

  routes.delete(
    '/v1/clients/:id',
    {
      ...managing,
      summary: 'Remove a client permanently',
      description: 'Its secrets and tokens are refused at once. The log keeps its id.',
      ids: { id: 'client' },
      answers: { 204: z.undefined().describe('Removed') },
      refusals: ['last_managing_client'],
    },
    async (ctx, { ids }) => {
      await removeClient(ctx, ids)
      return { status: 204, body: undefined, resourceId: ids.id }
    },
  )

  function newShown(
    ctx: RequestContext,
    made: Parameters<ReturnType<typeof shown>>[0] & { clientSecret?: string },
  ) {
    return { ...shown(ctx)(made), client_secret: made.clientSecret ?? null }
  }
}

/** A missing list names the scopes that the caller can give. */
function withScopesOf({ scopes }: Caller, fault: Fault): Fault {
  if (fault.pointer !== '/scopes') return fault
  return { ...fault, messages: [...fault.messages, message('fault_scopes', { scopes: [...scopes] })] }
}

async function readAgain(ctx: RequestContext, resourceId: string) {
  if (!isId('client', resourceId)) throw new Error('a stored answer names no client')
  return readClient(ctx, { id: resourceId })
}

function showEntry(row: ClientLogRow): z.output<typeof logEntry> {
  return {
    id: row.id,
    client_id: row.clientId,
    by_client_id: row.byClientId,
    action: row.action,
    occurred_at: row.occurredAt.toISOString(),
  }
}
