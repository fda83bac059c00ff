import { z } from 'zod'
import { type Scope, scope } from '../../platform/http/index.ts'
import { didYouMean } from '../../shared/did-you-mean.ts'

/** Errors of this endpoint have their own form (RFC 6749, section 5.2). */
export const tokenError = z
  .object({
    error: z
      .enum(['invalid_request', 'invalid_client', 'unsupported_grant_type', 'invalid_scope'])
      .describe('Error code of RFC 6749'),
    error_description: z.string().describe('What is wrong and what to do'),
  })
  .meta({
    examples: [
      {
        error: 'invalid_client',
        error_description: 'The client is unknown, or its secret is wrong.',
      },
    ],
  })

/** Thrown for a refused token request, with an error of RFC 6749. */
export class TokenRefusal extends Error {
  readonly status: 400 | 401
  readonly error: z.output<typeof tokenError>['error']
  constructor(status: 400 | 401, error: TokenRefusal['error'], description: string) {
    super(description)
    this.status = status
    this.error = error
  }
}

/** Reads the credentials and the requested scopes. Throws `TokenRefusal`. */
export function readTokenRequest(body: unknown, authorization: string | undefined) {
  const form = readForm(body)
  const grantType = form?.get('grant_type')
  if (!form || grantType === undefined)
    throw new TokenRefusal(
      400,
      'invalid_request',
      'Send grant_type as a form field, and send each field only once.',
    )
  if (grantType !== 'client_credentials')
    throw new TokenRefusal(400, 'unsupported_grant_type', 'grant_type must be client_credentials.')
  if (authorization !== undefined && form.has('client_secret'))
    throw new TokenRefusal(
      400,
      'invalid_request',
      'Send the client credentials by HTTP Basic or in the form, not both.',
    )
  const credentials = readCredentials(authorization, form)
  if (!credentials)
    throw new TokenRefusal(
      401,
      'invalid_client',
      'Send client_id and client_secret, by HTTP Basic or as form fields.',
    )
  return { clientId: credentials.id, secret: credentials.secret, scope: form.get('scope') }
}

/**
 * Returns the fields of a form. An empty field counts as missing. Returns null if it is not a form or repeats a field (RFC
 * 6749, section 3.2).
 */
function readForm(body: unknown): Map<string, string> | null {
  if (typeof body !== 'object' || body === null) return null
  const form = new Map<string, string>()
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') return null
    if (value !== '') form.set(name, value)
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

/** Decodes a part of the header, which is form-encoded (RFC 6749, section 2.3.1). */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/**
 * Returns the requested scopes that the client has, or all of its scopes if none are requested (RFC 6749, section 3.3: the
 * answer names them). Throws `TokenRefusal` if none remain, or for a scope that does not exist.
 */
export function grantScopes(owned: readonly Scope[], requested: string | undefined): Scope[] {
  if (requested === undefined) return [...owned]
  const names = requested.split(' ').filter((one) => one !== '')
  if (names.length === 0)
    throw new TokenRefusal(
      400,
      'invalid_scope',
      'The scope names nothing. Leave it out to get all scopes of the client.',
    )
  const parsed = z.array(scope).safeParse(names)
  if (!parsed.success) throw new TokenRefusal(400, 'invalid_scope', unknownScope(names))
  const granted = [...new Set(parsed.data)].filter((one) => owned.includes(one))
  if (granted.length === 0)
    throw new TokenRefusal(
      400,
      'invalid_scope',
      'The client has none of these scopes. Leave scope out to get all that it has.',
    )
  return granted
}

/** Characters that a description may repeat (RFC 6749, section 5.2), up to the length of a scope. */
const REPEATABLE = /^[\x21\x23-\x5B\x5D-\x7E]{1,40}$/

function unknownScope(names: readonly string[]): string {
  const unknown = names.find((name) => !scope.safeParse(name).success) ?? ''
  const named = REPEATABLE.test(unknown) ? `The scope ${unknown}` : 'One of these scopes'
  const meant = didYouMean(unknown, scope.options)
  const advice = meant
    ? `Did you mean ${meant}?`
    : 'scopes_supported at /.well-known/oauth-authorization-server lists all.'
  return `${named} does not exist. ${advice}`
}
