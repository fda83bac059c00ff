import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { type GuardOptions, isOutside } from './outside-address.ts'

/** Time until the next address of a name is tried. Node's half second is too short for a distant server. */
const CONNECT_ATTEMPT_MS = 2500

/** `dns.lookup` for all addresses of a name. */
export type LookupAll = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A failed lookup. `code` is the resolver's, such as `ENOTFOUND`. */
export class LookupError extends Error {
  readonly failure: 'dns' | 'inside_address'
  readonly code: string | undefined

  constructor(failure: 'dns' | 'inside_address', code?: string) {
    super(failure)
    this.failure = failure
    this.code = code
  }
}

/**
 * Creates agents that connect only to public internet addresses, with one connection per request. Literal addresses are not
 * looked up: `readEndpointUrl` refuses them.
 */
export function createGuardedAgents({
  lookup = dnsLookup,
  ...options
}: GuardOptions & { lookup?: LookupAll }): { http: http.Agent; https: https.Agent } {
  const connecting = {
    lookup: guardLookup(lookup, options),
    // Makes the lookup request all addresses, whatever Node's default.
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: CONNECT_ATTEMPT_MS,
    keepAlive: false,
  }
  return {
    http: new http.Agent(connecting),
    // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED would change the default. A cached session would skip the check.
    https: new https.Agent({ ...connecting, rejectUnauthorized: true, maxCachedSessions: 0 }),
  }
}

/** Refuses a name with any inside address, because the socket might use it. */
function guardLookup(lookup: LookupAll, options: GuardOptions): LookupFunction {
  return (hostname, _options, callback) =>
    lookup(hostname, { all: true }, (error, addresses) => {
      if (error) return callback(new LookupError('dns', error.code), [])
      if (addresses.length === 0) return callback(new LookupError('dns', 'ENODATA'), [])
      const isAllowed = addresses.every(({ address }) => isOutside(address, options))
      callback(isAllowed ? null : new LookupError('inside_address'), addresses)
    })
}
