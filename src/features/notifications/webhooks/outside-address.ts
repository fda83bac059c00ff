import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Longer ones are refused by many servers and proxies. */
const MAX_LENGTH = 2048
/** RFC 1035, 2.3.4; the dots included. */
const MAX_NAME_LENGTH = 253
const LABEL = /^[a-z0-9_-]{1,63}$/
/** Names that no public DNS answers: RFC 6761, RFC 6762, ICANN's choice for private use, RFC 8375. */
const INSIDE_SUFFIXES = ['.localhost', '.local', '.internal', '.home.arpa']
/** RFC 6335: below are those of mail, shells and the like, which nobody shall reach through us. */
const FIRST_USER_PORT = 1024
/** All that IANA gives to the internet; what lies elsewhere embeds IPv4 (`::a.b.c.d`, NAT64) or is reserved. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** A public address, yet answered by Azure's host to each of its machines: it hands out their settings. */
const AZURE_HOST = '168.63.129.16'

const DETAILS = {
  not_a_url: 'Must be the whole address of your endpoint, such as https://site.example/hooks.',
  scheme_not_allowed: 'Must begin with https://, such as https://site.example/hooks.',
  credentials_not_allowed: 'The URL must not contain a user or password.',
  port_not_allowed: `The port must be the default one, or ${FIRST_USER_PORT} and above.`,
  not_a_host: 'The host must be a DNS name or an IP address.',
  inside_address:
    'The host must be on the public internet. While you develop, smartsource listen brings events to your machine.',
  too_long: `The URL must have at most ${MAX_LENGTH} characters.`,
} as const

export interface GuardOptions {
  /** For development only: permits the scheme http, addresses of loopback and the name `localhost`. */
  allowInsecure: boolean
}

export type EndpointUrlFault = keyof typeof DETAILS

export type EndpointUrl = { ok: true; url: URL } | { ok: false; code: EndpointUrlFault; detail: string }

/**
 * Reads the address of a webhook endpoint, or says why it can't be one. What counts is what the WHATWG parser makes
 * of the text (https://url.spec.whatwg.org/#host-parsing): `0x7f.1` is 127.0.0.1. So keep `url.href`, never the text.
 * Names are not resolved here: where they lead is checked at each connect.
 */
export function readEndpointUrl(text: string, options: GuardOptions): EndpointUrl {
  const url = URL.parse(text)
  if (!url) return refused('not_a_url')
  if (!isSchemeAllowed(url.protocol, options)) return refused('scheme_not_allowed')
  if (url.username !== '' || url.password !== '') return refused('credentials_not_allowed')
  if (url.port !== '' && Number(url.port) < FIRST_USER_PORT) return refused('port_not_allowed')
  // `example.com.` is the same host, but in no certificate.
  url.hostname = url.hostname.replace(/\.$/, '')
  const fault = faultOfHost(url.hostname.replace(/^\[|\]$/g, ''), options)
  if (fault) return refused(fault)
  if (url.href.length > MAX_LENGTH) return refused('too_long')
  return { ok: true, url }
}

/**
 * True for an IP address of the public internet: `unicast` in IANA's registries of special addresses (RFC 6890).
 * False for any other text, and for each form that embeds an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo,
 * ISATAP): where it leads is another's choice. Prefixes of a network's own NAT64 can't be told from others.
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

/** RFC 5214, 6.1: the lower half is 0000:5efe or, with the universal bit, 0200:5efe, then an IPv4 address. */
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
  return { ok: false, code, detail: DETAILS[code] }
}
