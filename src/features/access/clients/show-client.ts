import { z } from 'zod'
import { scope } from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import type { ClientId, ClientWithSecrets } from './clients.repository.ts'

export const clientShown = z
  .object({
    id: idOf('client'),
    name: z.string().nullable().describe('What the client is for'),
    scopes: z.array(scope).describe('Scopes that its tokens may have'),
    status: z
      .enum(['enabled', 'disabled'])
      .describe('A disabled client gets no tokens, and those it has are refused'),
    is_yours: z.boolean().describe('True for the client that asks'),
    secrets: z
      .array(
        z.object({
          id: idOf('secret'),
          created_at: z.string().describe('RFC 3339'),
          expires_at: z.string().nullable().describe('When it ends. Null: it does not'),
          last_used_at: z.string().nullable().describe('Exact to the minute. Null if it was never used'),
        }),
      )
      .describe('Secrets that work, without their text'),
    created_at: z.string().describe('RFC 3339'),
    disabled_at: z.string().nullable().describe('When it was disabled'),
  })
  .meta({ id: 'Client' })
export const newClientShown = clientShown
  .extend({
    client_secret: z.string().nullable().describe('Returned only once. Null in a repeat of the request'),
  })
  .meta({ id: 'NewClient' })

/** A client as its partner sees it. `caller` is the client that asks. */
export function showClient(caller: ClientId | null) {
  return ({ client, secrets }: ClientWithSecrets): z.output<typeof clientShown> => ({
    id: client.id,
    name: client.name,
    scopes: client.scopes,
    status: client.disabledAt ? 'disabled' : 'enabled',
    is_yours: client.id === caller,
    secrets: secrets.map((one) => ({
      id: one.id,
      created_at: one.createdAt.toISOString(),
      expires_at: one.expiresAt?.toISOString() ?? null,
      last_used_at: one.lastUsedAt?.toISOString() ?? null,
    })),
    created_at: client.createdAt.toISOString(),
    disabled_at: client.disabledAt?.toISOString() ?? null,
  })
}
