import { z } from 'zod'
import { scope } from '../../../platform/http/index.ts'
import { idOf } from '../../../shared/wire.ts'
import type { ClientId, ClientWithSecrets } from './clients.repository.ts'

export const clientShown = z
  .object({
    id: idOf('client'),
    name: z.string().nullable().describe('Purpose of the client'),
    scopes: z.array(scope).describe('Scopes that its tokens may have'),
    status: z
      .enum(['enabled', 'disabled'])
      .describe(
        'Status of the client. A disabled client gets no tokens, and its existing tokens are refused',
      ),
    is_yours: z.boolean().describe('True for the client that sent the request'),
    secrets: z
      .array(
        z.object({
          id: idOf('secret'),
          created_at: z.string().describe('RFC 3339'),
          expires_at: z.string().nullable().describe('When the secret expires. Null: never'),
          last_used_at: z
            .string()
            .nullable()
            .describe('Last use, accurate to the minute. Null if it was never used'),
        }),
      )
      .describe('Valid secrets, without their values'),
    created_at: z.string().describe('RFC 3339'),
    disabled_at: z.string().nullable().describe('When the client was disabled. Null if it is enabled'),
  })
  .meta({ id: 'Client' })
export const newClientShown = clientShown
  .extend({
    client_secret: z
      .string()
      .nullable()
      .describe('Secret, returned only once. Null in a repeat of the request'),
  })
  .meta({ id: 'NewClient' })

/** Creates a function that returns a client in the form that its partner sees. `caller` is the requesting client. */
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
