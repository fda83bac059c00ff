import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { type Message, type MessageValues, message } from '../../../shared/messages/index.ts'

/** Many servers and proxies refuse longer URLs. */
const MAX_LENGTH = 2048
/** RFC 1035, section 2.3.4, including the dots. */
const MAX_NAME_LENGTH = 253
const LABEL = /^[a-z0-9_-]{1,63}$/
/** Names that public DNS does not resolve: RFC 6761, RFC 6762, ICANN's choice for private use, RFC 8375. */
const INSIDE_SUFFIXES = ['.localhost', '.local', '.internal', '.home.arpa']
/** RFC 6335: lower ports belong to mail, shells and the like, which must not be reachable through this service. */
const FIRST_USER_PORT = 1024
/** The range that IANA assigns to the internet. Other addresses embed IPv4 (`::a.b.c.d`, NAT64) or are reserved. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** A public address at which Azure's host answers each of its machines with their settings. */
const AZURE_HOST = '168.63.129.16'

export interface GuardOptions {
  /** For development only: permits the scheme http, loopback addresses and the name `localhost`. */
  allowInsecure: boolean
}

export type EndpointUrlFault = MessageValues['fault_endpoint']['what']

export type EndpointUrl = { ok: true; url: URL } | { ok: false; code: EndpointUrlFault; said: Message }

/**
 * Reads the URL of a webhook endpoint, or explains why it is refused. The result of the WHATWG parser counts
 * (https://url.spec.whatwg.org/#host-parsing): `0x7f.1` is 127.0.0.1. So store `url.href`, never the text. Names are not
 * resolved here; their addresses are checked at each connection.
 */
export function readEndpointUrl(text: string, options: GuardOptions): EndpointUrl {
  const url = URL.parse(text)
  if (!url) return refused('not_a_url')
  if (!isSchemeAllowed(url.protocol, options)) return refused('scheme_not_allowed')
  if (url.username !== '' || url.password !== '') return refused('credentials_not_allowed')
  if (url.port !== '' && Number(url.port) < FIRST_USER_PORT) return refused('port_not_allowed')
  // `example.com.` is the same host, but no certificate has it.
  url.hostname = url.hostname.replace(/\.$/, '')
  const fault = faultOfHost(url.hostname.replace(/^\[|\]$/g, ''), options)
  if (fault) return refused(fault)
  if (url.href.length > MAX_LENGTH) return refused('too_long')
  return { ok: true, url }
}

/**
 * Tells whether a text is an IP address of the public internet: `unicast` in IANA's registries of special addresses (RFC
 * 6890). False for any other text, and for each form that embeds an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo,
 * ISATAP), because others decide where it leads. NAT64 prefixes of a network can't be recognized.
 */
export function isOutside(address: string, { allowInsecure }: GuardOptions): boolean {
  // A zone names an interface of this machine.
  if (isIP(address) === 0 || address.includes('%')) return false
  const ip = ipaddr.parse(address)
  const range = ip.range()
  if (range === 'loopback') return allowInsecure
  if (range !== 'unicast') return false
  if (ip instanceof ipaddr.IPv6) return ip.match(GLOBAL_IPV6) && !isIsatap(ip)
  return ip.toString() !== AZURE_HOST
}

/**
 * Tells whether an address is ISATAP. RFC 5214, section 6.1: the lower half is 0000:5efe or, with the universal bit,
 * 0200:5efe, then an IPv4 address.
 */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe
}

function isSchemeAllowed(protocol: string, { allowInsecure }: GuardOptions): boolean {
  return protocol === 'https:' || (allowInsecure && protocol === 'http:')
}

function faultOfHost(host: string, options: GuardOptions): EndpointUrlFault | undefined {
  if (isIP(host) !== 0) return isOutside(host, options) ? undefined : 'inside_address'
  const labels = host.split('.')
  if (host.length > MAX_NAME_LENGTH || !labels.every((label) => LABEL.test(label))) return 'not_a_host'
  if (host === 'localhost' && options.allowInsecure) return undefined
  const isInside = labels.length === 1 || INSIDE_SUFFIXES.some((suffix) => `.${host}`.endsWith(suffix))
  return isInside ? 'inside_address' : undefined
}

function refused(code: EndpointUrlFault): EndpointUrl {
  const said = message('fault_endpoint', { what: code, firstPort: FIRST_USER_PORT, most: MAX_LENGTH })
  return { ok: false, code, said }
}
