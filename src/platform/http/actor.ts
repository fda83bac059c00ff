import type { Id, PartnerId } from '../../shared/ids.ts'
import type { Scope } from './scopes.ts'

/** Lifetime of an access token. */
export const TOKEN_LIFETIME_S = 15 * 60

/** The caller of a request and what its token allows. */
export interface Actor {
  partnerId: PartnerId
  clientId: Id<'client'>
  scopes: ReadonlySet<Scope>
}

export interface Tokens {
  /** Signs an access token (a JWT as in RFC 9068). */
  issue(actor: { partnerId: PartnerId; clientId: Id<'client'>; scopes: readonly Scope[] }): string
  /** The public key with this id, as PEM. */
  publicKeyOf(kid: unknown): string | undefined
  /** The caller that the claims of a verified token name; null if they are not from this issuer or have expired. */
  callerOf(claims: unknown): Actor | null
}
