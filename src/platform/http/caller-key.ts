import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { isSandbox } from '../../shared/ids.ts'

/** Bits of an IPv6 address that identify a network. Its owner may use all addresses in it. */
const IPV6_NETWORK_BITS = 64

/** Key by which requests are counted: a client, a sandbox with all its clients, or an IP address. */
export interface CallerKey {
  kind: 'client' | 'address'
  key: string
}

/** Returns the key for limits: by token if it is valid, else by address. */
export function callerKeyOf({ actor, ip }: FastifyRequest): CallerKey {
  if (!actor) return { kind: 'address', key: `address:${networkOf(ip)}` }
  return { kind: 'client', key: isSandbox(actor.partnerId) ? actor.partnerId : actor.clientId }
}

/** All IPv6 addresses of one network count as one caller. */
function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (!(address instanceof ipaddr.IPv6)) return address.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${address}/${IPV6_NETWORK_BITS}`).toString()
}
