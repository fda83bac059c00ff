import { BlockList } from 'node:net'
import fc from 'fast-check'
import t from 'tap'
import {
  isOutside,
  readEndpointUrl,
} from '../../../../src/features/notifications/webhooks/outside-address.ts'
import { textOf } from '../../../../src/shared/messages/index.ts'

const STRICT = { allowInsecure: false }
const INSECURE = { allowInsecure: true }

function codeOf(text: string, allowInsecure: boolean): string {
  const read = readEndpointUrl(text, { allowInsecure })
  return read.ok ? 'ok' : read.code
}

/** The text, its code, and its code where insecure endpoints are allowed, if another. */
const HOSTILE: [text: string, code: string, insecureCode?: string][] = [
  // No URL of an endpoint.
  ['', 'not_a_url'],
  ['hooks', 'not_a_url'],
  ['example.com/hooks', 'not_a_url'],
  ['//example.com/hooks', 'not_a_url'],
  ['/hooks', 'not_a_url'],
  ['https://', 'not_a_url'],
  ['https://exa mple.com', 'not_a_url'],
  ['https://example.com:65536', 'not_a_url'],
  ['https://example.com:-1', 'not_a_url'],
  ['https://%zz.com', 'not_a_url'],
  ['https://1.2.3.4.5', 'not_a_url'],
  ['https://256.256.256.256', 'not_a_url'],
  ['https://example.123', 'not_a_url'],
  ['https://[::1', 'not_a_url'],
  ['https://[fe80::1%25eth0]', 'not_a_url'],
  ['https://[::1%lo]', 'not_a_url'],
  ['https://[127.0.0.1]', 'not_a_url'],
  ['https://[v1.fe80]', 'not_a_url'],
  ['https://example.com%00.internal', 'not_a_url'],
  ['https://example.com%2f@127.0.0.1', 'credentials_not_allowed'],
  // Another scheme.
  ['http://example.com', 'scheme_not_allowed', 'ok'],
  ['HTTP://EXAMPLE.COM', 'scheme_not_allowed', 'ok'],
  ['ftp://example.com', 'scheme_not_allowed'],
  ['file:///etc/passwd', 'scheme_not_allowed'],
  ['gopher://127.0.0.1:6379/_INFO', 'scheme_not_allowed'],
  ['javascript:alert(1)', 'scheme_not_allowed'],
  ['data:text/plain,hooks', 'scheme_not_allowed'],
  ['blob:https://example.com/1', 'scheme_not_allowed'],
  ['wss://example.com', 'scheme_not_allowed'],
  ['localhost:3000', 'scheme_not_allowed'],
  // Credentials.
  ['https://user@example.com', 'credentials_not_allowed'],
  ['https://user:password@example.com', 'credentials_not_allowed'],
  ['https://:password@example.com', 'credentials_not_allowed'],
  ['https://example.com@127.0.0.1', 'credentials_not_allowed'],
  // Ports of other services.
  ['https://example.com:0', 'port_not_allowed'],
  ['https://example.com:22', 'port_not_allowed'],
  ['https://example.com:25', 'port_not_allowed'],
  ['https://example.com:80', 'port_not_allowed'],
  ['https://example.com:1023', 'port_not_allowed'],
  ['https://example.com:0000025', 'port_not_allowed'],
  // Loopback, in every notation.
  ['https://127.0.0.1', 'inside_address', 'ok'],
  ['https://127.0.0.1:8443', 'inside_address', 'ok'],
  ['https://127.255.255.254', 'inside_address', 'ok'],
  ['https://127.1', 'inside_address', 'ok'],
  ['https://127.0.1', 'inside_address', 'ok'],
  ['https://127.0.0.1.', 'inside_address', 'ok'],
  ['https://2130706433', 'inside_address', 'ok'],
  ['https://017700000001', 'inside_address', 'ok'],
  ['https://0177.0.0.1', 'inside_address', 'ok'],
  ['https://0x7f000001', 'inside_address', 'ok'],
  ['https://0X7F.1', 'inside_address', 'ok'],
  ['https://0x7f.0.0x0.01', 'inside_address', 'ok'],
  ['https://%31%32%37.0.0.1', 'inside_address', 'ok'],
  ['https://127%2e0%2e0%2e1', 'inside_address', 'ok'],
  ['https://１２７.０.０.１', 'inside_address', 'ok'],
  ['https://①②⑦.⓪.⓪.①', 'inside_address', 'ok'],
  ['https://127。0。0。1', 'inside_address', 'ok'],
  ['https://12\t7.0.0.1', 'inside_address', 'ok'],
  ['https:\\\\127.0.0.1\\@example.com', 'inside_address', 'ok'],
  ['https:127.0.0.1', 'inside_address', 'ok'],
  ['https://///127.0.0.1', 'inside_address', 'ok'],
  ['https://[::1]', 'inside_address', 'ok'],
  ['https://[0:0:0:0:0:0:0:1]', 'inside_address', 'ok'],
  ['https://[0000::0001]:8443', 'inside_address', 'ok'],
  ['http://127.0.0.1', 'scheme_not_allowed', 'ok'],
  ['http://[::1]:3000/hooks', 'scheme_not_allowed', 'ok'],
  ['https://localhost', 'inside_address', 'ok'],
  ['https://LOCALHOST.', 'inside_address', 'ok'],
  ['https://loc\u00adalhost', 'inside_address', 'ok'],
  ['https://ｌｏｃａｌｈｏｓｔ', 'inside_address', 'ok'],
  ['http://localhost:3000', 'scheme_not_allowed', 'ok'],
  // Inside addresses, which nothing allows.
  ['https://0.0.0.0', 'inside_address'],
  ['https://0', 'inside_address'],
  ['https://0x', 'inside_address'],
  ['https://10.0.0.1', 'inside_address'],
  ['https://10.1', 'inside_address'],
  ['https://167772161', 'inside_address'],
  ['https://0xa.0.0.1', 'inside_address'],
  ['https://012.0.0.1', 'inside_address'],
  ['https://100.64.0.1', 'inside_address'],
  ['https://100.100.100.200', 'inside_address'],
  ['https://168.63.129.16', 'inside_address'],
  ['https://169.254.169.254/latest/meta-data', 'inside_address'],
  ['https://2852039166', 'inside_address'],
  ['https://0xa9fea9fe', 'inside_address'],
  ['https://0251.0376.0251.0376', 'inside_address'],
  ['https://169.254.43518', 'inside_address'],
  ['https://172.16.0.1', 'inside_address'],
  ['https://172.31.255.255', 'inside_address'],
  ['https://192.0.0.192', 'inside_address'],
  ['https://192.0.2.1', 'inside_address'],
  ['https://192.88.99.1', 'inside_address'],
  ['https://192.168.1.1:8443', 'inside_address'],
  ['https://192.168.257', 'inside_address'],
  ['https://198.18.0.1', 'inside_address'],
  ['https://198.51.100.1', 'inside_address'],
  ['https://203.0.113.1', 'inside_address'],
  ['https://224.0.0.1', 'inside_address'],
  ['https://240.0.0.1', 'inside_address'],
  ['https://255.255.255.255', 'inside_address'],
  ['https://[::]', 'inside_address'],
  ['https://[::ffff:127.0.0.1]', 'inside_address'],
  ['https://[::ffff:7f00:1]', 'inside_address'],
  ['https://[::ffff:8.8.8.8]', 'inside_address'],
  ['https://[::127.0.0.1]', 'inside_address'],
  ['https://[::8.8.8.8]', 'inside_address'],
  ['https://[::ffff:0:127.0.0.1]', 'inside_address'],
  ['https://[64:ff9b::10.0.0.1]', 'inside_address'],
  ['https://[64:ff9b::8.8.8.8]', 'inside_address'],
  ['https://[64:ff9b:1::10.0.0.1]', 'inside_address'],
  ['https://[64:ff9b:1:ffff::1]', 'inside_address'],
  ['https://[2002:7f00:1::]', 'inside_address'],
  ['https://[2002:808:808::1]', 'inside_address'],
  ['https://[2001:0:808:808::f5ff:fffe]', 'inside_address'],
  ['https://[2606:4700::5efe:10.0.0.1]', 'inside_address'],
  ['https://[2606:4700::200:5efe:10.0.0.1]', 'inside_address'],
  ['https://[fe80::5efe:10.0.0.1]', 'inside_address'],
  ['https://[fe80::1]', 'inside_address'],
  ['https://[fec0::1]', 'inside_address'],
  ['https://[fc00::1]', 'inside_address'],
  ['https://[fd00:ec2::254]', 'inside_address'],
  ['https://[ff02::1]', 'inside_address'],
  ['https://[100::1]', 'inside_address'],
  ['https://[2001:db8::1]', 'inside_address'],
  ['https://[3fff::1]', 'inside_address'],
  ['https://[5f00::1]', 'inside_address'],
  ['https://[4000::1]', 'inside_address'],
  // Names of inside.
  ['https://hooks.localhost', 'inside_address'],
  ['https://printer.local', 'inside_address'],
  ['https://PRINTER.LOCAL.', 'inside_address'],
  ['https://metadata.google.internal', 'inside_address'],
  ['https://nas.home.arpa', 'inside_address'],
  ['https://home.arpa', 'inside_address'],
  ['https://internal', 'inside_address'],
  ['https://postgres:5432', 'inside_address'],
  ['https://intranet/', 'inside_address'],
  ['https://com', 'inside_address'],
  // No host at all.
  ['https://.', 'not_a_host'],
  ['https://a..b', 'not_a_host'],
  ['https://example.com..', 'not_a_host'],
  ['https://.example.com', 'not_a_host'],
  ['https://exa*mple.com', 'not_a_host'],
  ["https://exam'ple.com", 'not_a_host'],
  ['https://example.com,127.0.0.1.nip.io', 'not_a_host'],
  [`https://${'a'.repeat(64)}.com`, 'not_a_host'],
  [`https://${'a.'.repeat(126)}com`, 'not_a_host'],
  // Too long, as it is or as it gets.
  [`https://example.com/${'a'.repeat(2029)}`, 'too_long'],
  [`https://example.com/${'ü'.repeat(700)}`, 'too_long'],
]

/** The text, and the address that requests are sent to. */
const GOOD: [text: string, href: string][] = [
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/hooks?a=1', 'https://example.com/hooks?a=1'],
  ['HTTPS://Example.COM/Hooks', 'https://example.com/Hooks'],
  ['https://example.com.', 'https://example.com/'],
  ['https://example.com:443/', 'https://example.com/'],
  ['https://example.com:8443/', 'https://example.com:8443/'],
  ['https://example.com:1024/', 'https://example.com:1024/'],
  ['https://example.com:65535/', 'https://example.com:65535/'],
  ['https://@example.com', 'https://example.com/'],
  [' https://example.com/\n', 'https://example.com/'],
  ['https://ex_ample-1.com', 'https://ex_ample-1.com/'],
  ['https://bücher.example', 'https://xn--bcher-kva.example/'],
  ['https://example.com\\@127.0.0.1', 'https://example.com/@127.0.0.1'],
  ['https://example.com#@127.0.0.1', 'https://example.com/#@127.0.0.1'],
  ['https://example.com/?next=http://127.0.0.1', 'https://example.com/?next=http://127.0.0.1'],
  ['https://localhost.example.com', 'https://localhost.example.com/'],
  ['https://notlocal.example', 'https://notlocal.example/'],
  ['https://mylocal.nonlocal', 'https://mylocal.nonlocal/'],
  ['https://8.8.8.8', 'https://8.8.8.8/'],
  ['https://134744072', 'https://8.8.8.8/'],
  ['https://172.32.0.1', 'https://172.32.0.1/'],
  ['https://[2606:4700:4700::1111]:8443/', 'https://[2606:4700:4700::1111]:8443/'],
  [`https://${'a'.repeat(63)}.com`, `https://${'a'.repeat(63)}.com/`],
  [`https://example.com/${'a'.repeat(2028)}`, `https://example.com/${'a'.repeat(2028)}`],
]

t.test('a hostile URL is refused, with the code of its fault', async (t) => {
  for (const [text, code] of HOSTILE) t.equal(codeOf(text, false), code, named(text))
})

t.test('insecure endpoints being allowed lets http and loopback through, and nothing else', async (t) => {
  for (const [text, code, insecureCode = code] of HOSTILE)
    t.equal(codeOf(text, true), insecureCode, named(text))
})

t.test('a public URL is taken, as the parser understands it', async (t) => {
  for (const [text, href] of GOOD) {
    for (const options of [STRICT, INSECURE]) {
      const read = readEndpointUrl(text, options)
      t.equal(read.ok && read.url.href, href, named(text))
    }
  }
})

t.test('a URL that was taken is taken again, unchanged', async (t) => {
  for (const [, href] of GOOD) {
    const read = readEndpointUrl(href, STRICT)
    t.equal(read.ok && read.url.href, href, named(href))
  }
})

t.test('a refusal says what is wrong without repeating the URL', async (t) => {
  const read = readEndpointUrl('https://user:canary@example.com', STRICT)
  t.match(read, { ok: false, code: 'credentials_not_allowed' })
  t.match(read.ok ? '' : textOf(read.said, 'en'), /must not contain a user or password/)
  t.notMatch(JSON.stringify(read), 'canary')
})

t.test('what is no address in its usual form is not outside', async (t) => {
  const texts = ['', 'example.com', '8.8.8', '8.8.8.08', '0x8.8.8.8', '134744072', ' 8.8.8.8', '8.8.8.8/32']
  for (const text of [...texts, '[2606::1]', '2606:4700::1%eth0', 'fe80::1%1', 'localhost']) {
    t.equal(isOutside(text, INSECURE), false, text)
  }
})

const anyIpv4 = fc.ipV4()
/** IANA's registry of special IPv4 addresses, typed from RFC 6890 and its successors. */
const SPECIAL_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
]

t.test('an IPv4 address is outside just where no special range holds it', async () => {
  const special = new BlockList()
  const nearby = SPECIAL_IPV4.flatMap((range) => {
    const [network = '', bits = ''] = range.split('/')
    special.addSubnet(network, Number(bits))
    const first = numberOf(network)
    const last = first + 2 ** (32 - Number(bits)) - 1
    return [first - 1, first, last, last + 1].filter((number) => number >= 0 && number < 2 ** 32).map(ipv4Of)
  })
  fc.assert(
    fc.property(fc.oneof(anyIpv4, fc.constantFrom(...nearby)), (address) => {
      return isOutside(address, STRICT) === !special.check(address)
    }),
    { numRuns: 2000 },
  )
})

t.test('a number in any notation is judged as the address that it is', async () => {
  fc.assert(
    fc.property(anyIpv4, (address) => {
      const number = numberOf(address)
      const [a, ...rest] = address.split('.').map(Number)
      const forms = [`${number}`, `0x${number.toString(16)}`, `0${number.toString(8)}`]
      forms.push(`0${a?.toString(8)}.${rest.join('.')}`, `${a}.${number % 2 ** 24}`, `${address}.`)
      const code = isOutside(address, STRICT) ? 'ok' : 'inside_address'
      return forms.every((form) => codeOf(`https://${form}/`, false) === code)
    }),
  )
})

t.test('no IPv6 address that embeds an IPv4 address is outside', async () => {
  const prefixes = ['::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::', '2606:4700::5efe:']
  fc.assert(
    fc.property(anyIpv4, fc.constantFrom(...prefixes), (address, prefix) => {
      return !isOutside(prefix + address, STRICT)
    }),
  )
  fc.assert(
    fc.property(anyIpv4, fc.constantFrom('2002:', '2001:0:'), (address, prefix) => {
      const hex = numberOf(address).toString(16).padStart(8, '0')
      return !isOutside(`${prefix}${hex.slice(0, 4)}:${hex.slice(4)}::1`, STRICT)
    }),
  )
})

t.test('no IPv6 address but those of 2000::/3 is outside', async () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16))
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const isGlobal = Number.parseInt(groups[0] ?? '', 16) >> 13 === 1
      return isGlobal || !isOutside(groups.join(':'), STRICT)
    }),
  )
})

t.test('insecure endpoints being allowed adds loopback to the addresses, and nothing else', async () => {
  const isLoopback = (address: string) =>
    address.startsWith('127.') || URL.parse(`http://[${address}]`)?.hostname === '[::1]'
  const addresses = fc.oneof(anyIpv4, fc.ipV6(), fc.constantFrom('127.0.0.1', '127.255.255.255', '::1'))
  fc.assert(
    fc.property(addresses, (address) => {
      return isLoopback(address) || isOutside(address, INSECURE) === isOutside(address, STRICT)
    }),
  )
})

function named(text: string): string {
  return text.slice(0, 80)
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, octet) => number * 256 + Number(octet), 0)
}

function ipv4Of(number: number): string {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')
}
