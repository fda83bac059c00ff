import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type App,
  addRoute,
  scopes as allScopes,
  TOKEN_LIFETIME_S,
  type Tokens,
} from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { ClientAuthentication } from './authenticate-client.ts'
import type { Keyring } from './keyring.ts'
import { grantScopes, readTokenRequest, TokenRefusal, tokenError } from './token-request.ts'

/** Many times what a client with every scope sends. */
const TOKEN_FORM_LIMIT_BYTES = 16 * 1024

const tokenAnswer = z.object({
  access_token: z.string().describe('Access token. Send it as `Authorization: Bearer`'),
  token_type: z.literal('Bearer').describe('Always `Bearer`'),
  expires_in: z.int().describe('Seconds until the token expires'),
  scope: z.string().describe('Scopes of the token, separated by spaces'),
})
const tokenForm = z.looseObject({
  grant_type: z.literal('client_credentials').describe('Always `client_credentials`'),
  scope: z
    .string()
    .optional()
    .describe('Scopes to request, separated by spaces. Default: all scopes of the client'),
  client_id: z.string().optional().describe('Id of the client. Use this or HTTP Basic, not both'),
  client_secret: z.string().optional().describe('Secret of the client. Use this or HTTP Basic, not both'),
})

export interface OAuthPorts {
  authenticateClient: (clientId: string, secret: string) => Promise<ClientAuthentication>
  tokens: Tokens
  keyring: Keyring
  issuer: () => string
}

/** Registers OAuth 2 client credentials (RFC 6749), the keys that verify tokens (RFC 7517) and metadata (RFC 8414). */
export function registerOAuthRoutes(app: App, access: OAuthPorts): void {
  registerTokenRoute(app, access)

  addRoute(
    app,
    'GET',
    '/.well-known/jwks.json',
    {
      tag: 'Tokens',
      operationId: 'getSigningKeys',
      summary: 'Read the public keys that verify tokens',
      answers: {
        200: z.object({
          keys: z.array(z.record(z.string(), z.unknown())).describe('Public keys as JWK (RFC 7517)'),
        }),
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300')
      return { keys: access.keyring.all().map((key) => ({ ...key.publicJwk })) }
    },
  )

  addRoute(
    app,
    'GET',
    '/.well-known/oauth-authorization-server',
    {
      tag: 'Tokens',
      operationId: 'getAuthorizationServer',
      summary: 'Read the metadata of the authorization server',
      answers: { 200: z.record(z.string(), z.unknown()) },
    },
    async () => metadataOf(access.issuer()),
  )
}

/** Registers the token route, whose errors have the form of RFC 6749, section 5.2. */
function registerTokenRoute(app: App, ports: OAuthPorts): void {
  addRoute(
    app,
    'POST',
    '/oauth/token',
    {
      tag: 'Tokens',
      operationId: 'createToken',
      summary: 'Get an access token',
      description: 'OAuth 2 client credentials grant. The token is valid for 15 minutes.',
      rateClass: 'token',
      takesClientSecret: true,
      consumes: ['application/x-www-form-urlencoded'],
      body: tokenForm,
      bodyLimit: TOKEN_FORM_LIMIT_BYTES,
      answers: { 200: tokenAnswer, 400: tokenError, 401: tokenError },
      errorHandler: sendTokenError,
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return grantToken(ports, request)
    },
  )
}

async function grantToken(
  ports: OAuthPorts,
  { body, headers }: FastifyRequest,
): Promise<z.output<typeof tokenAnswer>> {
  const { clientId, secret, scope } = readTokenRequest(body, headers.authorization)
  const answer = await ports.authenticateClient(clientId, secret)
  if (!('client' in answer)) throw new TokenRefusal(401, 'invalid_client', refusalText(answer))
  const { client } = answer
  const granted = grantScopes(client.scopes, scope)
  return {
    access_token: ports.tokens.issue({ ...client, scopes: granted }),
    token_type: 'Bearer',
    expires_in: TOKEN_LIFETIME_S,
    scope: granted.join(' '),
  }
}

function refusalText(refused: Exclude<ClientAuthentication, { client: unknown }>): string {
  switch (refused.refusal) {
    case 'unknown':
      return 'The client is unknown, or its secret is wrong.'
    case 'disabled':
      return 'The client was disabled. Whoever manages your clients can enable it: with POST /v1/clients/{id}/enable, at the desk under Developers, or the operator.'
    case 'removed':
      return 'The client was removed for good. Use another one.'
    case 'secret_ended':
      return `This secret of the client ended at ${refused.endedAt.toISOString()}. Use the newest secret. If it is lost, have a new one created with POST /v1/clients/{id}/rotate-secret, at the desk under Developers, or by the operator.`
  }
}

/** Sends a token error. Rethrows errors that RFC 6749 does not define, which become problems. */
function sendTokenError(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (error instanceof TokenRefusal) {
    if (error.status === 401) reply.header('www-authenticate', 'Basic realm="smartsource"')
    return reply.code(error.status).send({ error: error.error, error_description: error.message })
  }
  const isNoForm =
    error instanceof DomainError
      ? error.code === 'malformed_request'
      : error.statusCode === 400 || error.statusCode === 415
  if (!isNoForm) throw error
  return reply.code(400).send({
    error: 'invalid_request',
    error_description: 'Send a form: application/x-www-form-urlencoded.',
  })
}

function metadataOf(issuer: string) {
  return {
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    scopes_supported: [...allScopes],
    service_documentation: `${issuer}/docs`,
  }
}
