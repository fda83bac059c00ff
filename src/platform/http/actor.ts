import type { Id, PartnerId } from '../../shared/ids.ts'
import type { Scope } from './scopes.ts'

/** Lifetime of an access token. */
export const TOKEN_LIFETIME_S = 15 * 60

/** The caller: who acts for a partner, and what they may do. */
export interface Caller {
  partnerId: PartnerId
  /** Null for people at the desk. */
  clientId: Id<'client'> | null
  scopes: ReadonlySet<Scope>
}

/** The caller of a request and what its token allows. */
export interface Actor extends Caller {
  clientId: Id<'client'>
}

/**
 * Why a verified token names no caller. `invalid`: a claim is missing or malformed, the issuer or audience is another,
 * or the token is not valid yet.
 */
export type TokenRefusal = 'invalid' | 'expired' | 'client_disabled' | 'client_removed'

export interface Tokens {
  /** Signs an access token (a JWT as in RFC 9068). */
  issue(actor: { partnerId: PartnerId; clientId: Id<'client'>; scopes: readonly Scope[] }): string
  /** Returns the public key with this id, as PEM. */
  publicKeyOf(kid: unknown): string | undefined
  /** Returns the caller that the claims of a verified token name, or why there is none. */
  callerOf(claims: object): { caller: Actor } | { refusal: TokenRefusal }
}
