import ipaddr from 'ipaddr.js'
import { z } from 'zod'

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']
const MAX_HOPS = 10
const WRONG =
  'Must be the number of proxies in front of the service, such as 1, or their networks, such as 10.0.0.0/8,192.168.0.7. Trusting every address would let callers choose theirs'

/**
 * Which proxies may say who the caller is: how many are in front of the service, or the networks that they are in. Nobody
 * may if this is false.
 */
export const trustProxy = z
  .string()
  .default('false')
  .transform((text, { addIssue }): false | number | string[] => {
    if (text === 'false' || text === '0') return false
    const hops = Number(text)
    if (Number.isInteger(hops) && hops > 0 && hops <= MAX_HOPS) return hops
    const networks = text.split(',').map((one) => one.trim())
    if (networks.every(isNetwork)) return networks
    addIssue({ code: 'custom', message: WRONG })
    return z.NEVER
  })

/** The setting in the form that Fastify takes. It refuses a plain number: one is safe only behind proxies. */
export function toTrustProxy(setting: z.output<typeof trustProxy>) {
  return typeof setting === 'number' ? (_address: string, hop: number) => hop < setting : setting
}

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)) return true
  // A network of all addresses is everybody.
  return ipaddr.isValidCIDR(text) && ipaddr.parseCIDR(text)[1] > 0
}
