import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { isDatabaseAway } from '../../platform/db/index.ts'
import type { App } from '../../platform/http/index.ts'
import {
  scopes as allScopes,
  type Scope,
  scope,
  TOKEN_LIFETIME_S,
  type Tokens,
} from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { AuthenticatedClient } from './authenticate-client.ts'
import type { Keyring } from './keyring.ts'

const tokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
  scope: z.string(),
})
/** RFC 6749, section 5.2: this endpoint's errors have a form of their own. */
const tokenError = z.object({
  error: z.enum(['invalid_request', 'invalid_client', 'unsupported_grant_type', 'invalid_scope']),
  error_description: z.string(),
})
type TokenError = z.output<typeof tokenError>

const tokenForm = z.looseObject({
  grant_type: z.literal('client_credentials'),
  scope: z.string().optional().describe('By spaces; all of the client where it is left out'),
  client_id: z.string().optional().describe('Instead of HTTP Basic'),
  client_secret: z.string().optional().describe('Instead of HTTP Basic'),
})

export interface OAuthDeps {
  authenticateClient: (clientId: string, secret: string) => Promise<AuthenticatedClient | null>
  tokens: Tokens
  keyring: Keyring
  issuer: () => string
}

/** OAuth 2 client credentials (RFC 6749), the keys that verify tokens (RFC 7517) and metadata (RFC 8414). */
export function registerOAuthRoutes(app: App, deps: OAuthDeps): void {
  app.post(
    '/oauth/token',
    {
      config: { rateClass: 'token' },
      schema: {
        tags: ['Tokens'],
        summary: 'Get an access token',
        description: 'Client credentials grant; the token is good for 15 minutes.',
        consumes: ['application/x-www-form-urlencoded'],
        body: tokenForm,
        response: { 200: tokenAnswer, 400: tokenError, 401: tokenError },
      },
      onRequest: async (_request, reply) => {
        reply.header('cache-control', 'no-store')
      },
      // The handler answers in the form of RFC 6749, also to what is no form at all.
      validatorCompiler: () => (data: unknown) => ({ value: data }),
      errorHandler(error, _request, reply) {
        if (isDatabaseAway(error) || (error.statusCode ?? 500) >= 500 || error instanceof DomainError)
          throw error
        return refuse(reply, 400, 'invalid_request', 'Send a form: application/x-www-form-urlencoded.')
      },
    },
    async (request, reply) => {
      const form = readForm(request.body)
      const grantType = form?.get('grant_type')
      if (!form || grantType === undefined) {
        return refuse(reply, 400, 'invalid_request', 'Send grant_type and the rest as a form, each once.')
      }
      if (grantType !== 'client_credentials') {
        return refuse(reply, 400, 'unsupported_grant_type', 'grant_type must be client_credentials.')
      }
      const { authorization } = request.headers
      if (authorization !== undefined && form.has('client_secret')) {
        return refuse(
          reply,
          400,
          'invalid_request',
          'Send the client by HTTP Basic or in the form, not both.',
        )
      }
      const credentials = readCredentials(authorization, form)
      if (!credentials) return refuse(reply, 401, 'invalid_client', 'Send client_id and client_secret.')
      const client = await deps.authenticateClient(credentials.id, credentials.secret)
      if (!client) return refuse(reply, 401, 'invalid_client', 'Unknown client, or wrong or expired secret.')
      const granted = grantScopes(client.scopes, form.get('scope'))
      if (!granted)
        return refuse(reply, 400, 'invalid_scope', 'This client may not have one of these scopes.')
      return {
        access_token: deps.tokens.issue({
          partnerId: client.partnerId,
          clientId: client.clientId,
          scopes: granted,
        }),
        token_type: 'Bearer' as const,
        expires_in: TOKEN_LIFETIME_S,
        scope: granted.join(' '),
      }
    },
  )

  app.get(
    '/.well-known/jwks.json',
    {
      schema: {
        tags: ['Tokens'],
        summary: 'Keys that verify tokens',
        response: { 200: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300')
      return { keys: deps.keyring.all().map((key) => ({ ...key.publicJwk })) }
    },
  )

  app.get(
    '/.well-known/oauth-authorization-server',
    {
      schema: {
        tags: ['Tokens'],
        summary: 'Metadata of the token endpoint',
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async () => ({
      issuer: deps.issuer(),
      token_endpoint: `${deps.issuer()}/oauth/token`,
      jwks_uri: `${deps.issuer()}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: [...allScopes],
      service_documentation: `${deps.issuer()}/docs`,
    }),
  )
}

function refuse(reply: FastifyReply, status: 400 | 401, error: TokenError['error'], description: string) {
  if (status === 401) reply.header('www-authenticate', 'Basic realm="smartsource"')
  return reply.code(status).send({ error, error_description: description })
}

/** The fields of a form; null where it is none or has a field twice (RFC 6749, section 3.2). */
function readForm(body: unknown): Map<string, string> | null {
  if (typeof body !== 'object' || body === null) return null
  const form = new Map<string, string>()
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') return null
    form.set(name, value)
  }
  return form
}

function readCredentials(authorization: string | undefined, form: Map<string, string>) {
  if (authorization !== undefined) {
    const [, basic = ''] = /^Basic ([A-Za-z0-9+/=_-]+)$/i.exec(authorization) ?? []
    const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString()) ?? []
    return id && secret ? { id: formDecode(id), secret: formDecode(secret) } : null
  }
  const id = form.get('client_id')
  const secret = form.get('client_secret')
  return id && secret ? { id, secret } : null
}

/** RFC 6749, section 2.3.1: both parts are form-encoded before they go into the header. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** The scopes asked for where the client has them all; all of the client's where none is asked for. */
function grantScopes(owned: readonly Scope[], asked: string | undefined): Scope[] | null {
  if (asked === undefined || asked === '') return [...owned]
  const parsed = z.array(scope).safeParse(asked.split(' ').filter((one) => one !== ''))
  if (!parsed.success || parsed.data.some((one) => !owned.includes(one))) return null
  return [...new Set(parsed.data)]
}
