import { z } from 'zod'
import { type App, actorOf, idempotencyHeader, type Once, problem } from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { idOf } from '../../shared/wire.ts'
import { MAGIC, SILENT_EXPIRY_MS } from './answer-introductions.ts'
import { MOST_CLIENTS, openSandbox } from './open-sandbox.ts'
import { type ResetPorts, resetSandbox } from './reset-sandbox.ts'

const tags = ['Sandbox']
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }

export function registerSandboxRoutes(app: App, deps: { clock: Clock; once: Once } & ResetPorts): void {
  app.post(
    '/v1/sandbox',
    {
      config: { scope: 'sandbox:write' },
      schema: {
        tags,
        summary: 'Get a client of your sandbox',
        description: `A partner of its own, in a market of its own, where nothing meets live data. Up to ${MOST_CLIENTS} clients; each has the scopes of the token, and its secret is shown this once. Helpers whose \`external_id\` begins with \`${MAGIC.accepts}\`, \`${MAGIC.declines}\` or \`${MAGIC.silent}\` answer introductions by themselves: with yes, with no, or not at all, so that the introduction expires after ${SILENT_EXPIRY_MS / 1000} seconds.`,
        headers: idempotencyHeader,
        response: {
          201: z.object({
            partner_id: idOf('partner'),
            client_id: idOf('client'),
            client_secret: z.string().describe('Shown this once'),
          }),
          409: problem,
          ...refusals,
        },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => {
        const made = await openSandbox(deps, tx, actorOf(request))
        return {
          status: 201,
          body: { partner_id: made.partnerId, client_id: made.clientId, client_secret: made.clientSecret },
        }
      }),
  )

  app.post(
    '/v1/sandbox/reset',
    {
      config: { scope: 'sandbox:write' },
      schema: {
        tags,
        summary: 'Empty your sandbox',
        description:
          'With a token of the partner or of the sandbox. Its clients stay; live data are never touched.',
        headers: idempotencyHeader,
        response: { 200: z.object({ partner_id: idOf('partner') }), 404: problem, ...refusals },
      },
    },
    (request, reply) =>
      deps.once.write(request, reply, async (tx) => ({
        status: 200,
        body: { partner_id: await resetSandbox(deps, tx, actorOf(request).partnerId) },
      })),
  )
}
