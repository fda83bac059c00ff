import ipaddr from 'ipaddr.js'
import { z } from 'zod'

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']
const MAX_HOPS = 10
const WRONG =
  'Must be the number of proxies in front of the service, such as 1, or their networks, such as 10.0.0.0/8,192.168.0.7. Trusting every address would let callers choose theirs'

/**
 * Setting of the proxies that may report the client's address: their number in front of the service, or their
 * networks. False if there are none.
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

/**
 * Converts the setting to Fastify's form. Fastify refuses a plain number, because it is safe only if clients
 * cannot bypass the proxies.
 */
export function toTrustProxy(setting: z.output<typeof trustProxy>) {
  return typeof setting === 'number' ? (_address: string, hop: number) => hop < setting : setting
}

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)) return true
  // A network of all addresses would trust everybody.
  return ipaddr.isValidCIDR(text) && ipaddr.parseCIDR(text)[1] > 0
}
