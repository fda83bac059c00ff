import { execFile } from 'node:child_process'
import type { LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server, setGlobalProxyFromEnv } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import type { LookupAll } from '../../../../src/features/notifications/webhooks/guarded-agents.ts'
import { createSendRequest } from '../../../../src/features/notifications/webhooks/send-request.ts'
import { selfSigned } from './self-signed.ts'

const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 }
const PRIVATE: LookupAddress = { address: '10.0.0.1', family: 4 }
const PUBLIC: LookupAddress = { address: '8.8.8.8', family: 4 }
const MESSAGE = {
  headers: { 'content-type': 'application/json', 'webhook-id': 'm1' },
  body: '{"name":"Zoë"}',
}
/** So long that only a stuck request would wait for it. */
const NEVER_MS = 60_000

async function listen(t: Test, server: Server | TcpServer): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  // The address of a server that listens on a port is of this form.
  return (server.address() as AddressInfo).port
}

/** A receiver on loopback, and the requests that reached it. */
async function startReceiver(t: Test, answer: RequestListener = (_request, response) => response.end()) {
  const received: { method?: string; url?: string; headers: NodeJS.Dict<string | string[]>; body: string }[] =
    []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    received.push({ method, url, headers, body })
    answer(request, response)
  })
  const port = await listen(t, server)
  return { server, port, received, url: new URL(`http://127.0.0.1:${port}/hooks?a=1`) }
}

/** A server that gets hold of each connection before HTTP does. */
async function startTcp(t: Test, onConnection: (socket: Socket) => void): Promise<URL> {
  return new URL(`http://127.0.0.1:${await listen(t, createTcpServer(onConnection))}/`)
}

function createSend(options: { allowInsecure?: boolean; timeoutMs?: number; lookup?: LookupAll } = {}) {
  return createSendRequest({ allowInsecure: true, timeoutMs: NEVER_MS, ...options })
}

/** Answers with one of these after the other, and counts. */
function lookupOf(...answers: LookupAddress[][]) {
  const asked: string[] = []
  const lookup: LookupAll = (hostname, _options, callback) => {
    asked.push(hostname)
    callback(null, answers[asked.length - 1] ?? [])
  }
  return { lookup, asked }
}

t.test('the message is posted as it is, and the answer told whatever its status', async (t) => {
  for (const status of [200, 204, 404, 410, 500]) {
    const receiver = await startReceiver(t, (_request, response) => {
      response.writeHead(status, { 'x-test': 'a', 'set-cookie': ['a=1', 'b=2'] }).end('Grüße')
    })
    const sent = await createSend()(receiver.url, MESSAGE)
    t.match(sent, { status, headers: { 'x-test': 'a', 'set-cookie': 'a=1,b=2' }, elapsedMs: Number })
    t.match(sent, { bodyHead: status === 204 ? '' : 'Grüße' })
    t.match(receiver.received, [{ method: 'POST', url: '/hooks?a=1', ...MESSAGE }])
    t.match(receiver.received[0]?.headers, { 'content-length': '15', connection: 'close' })
  }
})

t.test('each request has a connection of its own, and brings back no cookie', async (t) => {
  const receiver = await startReceiver(t, (_request, response) =>
    response.setHeader('set-cookie', 'a=1').end(),
  )
  let connections = 0
  receiver.server.on('connection', () => connections++)
  const send = createSend()
  for (const _ of [1, 2]) t.match(await send(receiver.url, MESSAGE), { status: 200 })
  t.equal(connections, 2)
  t.notOk(receiver.received.some(({ headers }) => headers.cookie))
})

t.test('a redirect is an answer like others; where it leads is not asked', async (t) => {
  const target = await startReceiver(t)
  for (const status of [301, 302, 303, 307, 308]) {
    const location = target.url.href
    const receiver = await startReceiver(t, (_request, response) =>
      response.writeHead(status, { location }).end(),
    )
    t.match(await createSend()(receiver.url, MESSAGE), { status, headers: { location } })
  }
  t.same(target.received, [])
})

t.test('of a body that never ends the first 2 KiB are told, and its connection is closed', async (t) => {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const receiver = await startReceiver(t, (_request, response) => {
    const more = () => {
      while (response.writable && response.write('ab'.repeat(32_768)));
    }
    response.on('drain', more).on('close', resolve)
    more()
  })
  const sent = await createSend()(receiver.url, MESSAGE)
  t.equal('bodyHead' in sent && sent.bodyHead, 'ab'.repeat(1024))
  await closed
})

t.test('of a body in several chunks no more than the first 2 KiB are told', async (t) => {
  const receiver = await startReceiver(t, (_request, response) => {
    for (const letter of 'abc') response.write(letter.repeat(1500))
    response.end('d'.repeat(10_000))
  })
  const sent = await createSend()(receiver.url, MESSAGE)
  t.equal('bodyHead' in sent && sent.bodyHead, 'a'.repeat(1500) + 'b'.repeat(548))
})

t.test('the head of a body is text: whole characters, and none that Postgres refuses', async (t) => {
  const bodies: [Buffer, string][] = [
    [Buffer.from(`a${'ü'.repeat(2000)}`), `a${'ü'.repeat(1023)}`],
    [Buffer.from('a\0b'), 'a\ufffdb'],
    [Buffer.from([0x61, 0xff, 0x62]), 'a\ufffdb'],
  ]
  for (const [body, bodyHead] of bodies) {
    const receiver = await startReceiver(t, (_request, response) => response.end(body))
    const sent = await createSend()(receiver.url, MESSAGE)
    t.equal('bodyHead' in sent && sent.bodyHead, bodyHead)
  }
})

const slow: [behaviour: string, onConnection: (socket: Socket) => void][] = [
  ['does not answer', () => {}],
  ['drips its head', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx-a: ')],
  ['drips its body', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n\r\n')],
  ['goes on with provisional answers', (socket) => drip(socket, '', 'HTTP/1.1 102 Processing\r\n\r\n')],
  ['stops amid its body', (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc')],
]
for (const [behaviour, onConnection] of slow) {
  t.test(
    `an endpoint that ${behaviour} is given up after the time limit, its connection closed`,
    async (t) => {
      const { promise: closed, resolve } = Promise.withResolvers<void>()
      const url = await startTcp(t, (socket) => {
        socket.on('close', () => resolve()).resume()
        onConnection(socket)
      })
      const sent = await createSend({ timeoutMs: 100 })(url, MESSAGE)
      t.match(sent, { failed: 'timeout', detail: /time limit/ })
      t.ok(sent.elapsedMs >= 99)
      await closed
    },
  )
}

function drip(socket: Socket, start: string, drop = 'a'): void {
  socket.write(start)
  const timer = setInterval(() => socket.write(drop), 5)
  socket.on('close', () => clearInterval(timer))
}

t.test('a name that is never resolved is given up after the time limit', async (t) => {
  const receiver = await startReceiver(t)
  const url = new URL(`http://example.com:${receiver.port}`)
  t.match(await createSend({ timeoutMs: 100, lookup: () => {} })(url, MESSAGE), { failed: 'timeout' })
})

const broken: [behaviour: string, failed: string, onConnection: (socket: Socket) => void][] = [
  ['closes at once', 'connection', (socket) => socket.destroy()],
  ['resets at once', 'connection', (socket) => socket.resetAndDestroy()],
  ['ends without an answer', 'connection', (socket) => socket.end()],
  ['closes amid its head', 'connection', (socket) => socket.end('HTTP/1.1 200 OK\r\nx-a: ')],
  [
    'closes amid its body',
    'connection',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'),
  ],
  ['speaks another protocol', 'protocol', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
  [
    'sends an endless head',
    'protocol',
    (socket) => socket.end(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(99_999)}`),
  ],
  [
    'breaks its chunks',
    'connection',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz'),
  ],
]
for (const [behaviour, failed, onConnection] of broken) {
  t.test(`an endpoint that ${behaviour} is a failure: ${failed}`, async (t) => {
    const url = await startTcp(t, (socket) => {
      socket.resume()
      onConnection(socket)
    })
    const sent = await createSend()(url, MESSAGE)
    t.match(sent, { failed })
    t.notMatch(sent, { detail: '127.0.0.1' })
  })
}

t.test('an endpoint that wants to go on in another protocol never gets to', async (t) => {
  const url = await startTcp(t, (socket) => {
    socket.resume().write('HTTP/1.1 101 Switching Protocols\r\nupgrade: ws\r\nconnection: upgrade\r\n\r\n')
  })
  t.match(await createSend()(url, MESSAGE), { failed: 'connection' })
})

t.test('an endpoint that is not there is a failure that tells no address', async (t) => {
  const receiver = await startReceiver(t)
  receiver.server.close()
  await once(receiver.server, 'close')
  const sent = await createSend()(receiver.url, MESSAGE)
  t.match(sent, { failed: 'connection', detail: /ECONNREFUSED/ })
  t.notMatch(sent, { detail: '127.0.0.1' })
})

t.test('a name is resolved once for each request, to the addresses that are connected to', async (t) => {
  const receiver = await startReceiver(t)
  const { lookup, asked } = lookupOf([LOOPBACK], [PRIVATE], [LOOPBACK])
  const send = createSend({ lookup })
  const url = new URL(`http://example.com:${receiver.port}`)
  t.match(await send(url, MESSAGE), { status: 200 })
  t.match(await send(url, MESSAGE), { failed: 'inside_address' })
  t.same(asked, ['example.com', 'example.com'])
  t.equal(receiver.received.length, 1)
})

t.test('one inside address among those of a name is enough to refuse it, wherever it stands', async (t) => {
  const receiver = await startReceiver(t)
  const url = new URL(`http://example.com:${receiver.port}`)
  for (const addresses of [[LOOPBACK, PRIVATE], [PRIVATE, LOOPBACK], [PRIVATE]]) {
    const { lookup } = lookupOf(addresses)
    const sent = await createSend({ lookup })(url, MESSAGE)
    t.match(sent, { failed: 'inside_address' })
    t.notMatch(sent, { detail: '10.0.0.1' })
  }
  t.same(receiver.received, [])
})

t.test('loopback is an inside address unless insecure endpoints are allowed', async (t) => {
  const url = new URL(
    `https://example.com:${await listen(
      t,
      createTcpServer(() => t.fail('reached')),
    )}`,
  )
  for (const addresses of [[LOOPBACK], [PUBLIC, LOOPBACK], [{ address: '::ffff:127.0.0.1', family: 6 }]]) {
    const { lookup } = lookupOf(addresses)
    t.match(await createSend({ allowInsecure: false, lookup })(url, MESSAGE), { failed: 'inside_address' })
  }
})

t.test('a URL that could not be an endpoint today is not asked, whenever it was taken', async (t) => {
  const port = await listen(
    t,
    createTcpServer(() => t.fail('reached')),
  )
  const { lookup, asked } = lookupOf()
  const send = createSend({ allowInsecure: false, lookup })
  const refused = [
    [`https://127.0.0.1:${port}`, 'inside_address'],
    [`https://[::1]:${port}`, 'inside_address'],
    [`https://2130706433:${port}`, 'inside_address'],
    [`https://localhost:${port}`, 'inside_address'],
    [`http://example.com:${port}`, 'url_not_allowed'],
    [`https://user:password@example.com:${port}`, 'url_not_allowed'],
    ['https://example.com:25', 'url_not_allowed'],
    ['file:///etc/passwd', 'url_not_allowed'],
  ] as const
  for (const [text, failed] of refused) t.match(await send(new URL(text), MESSAGE), { failed }, text)
  t.same(asked, [])
})

t.test('the name localhost is resolved as the system does, where it is allowed', async (t) => {
  const receiver = await startReceiver(t)
  t.match(await createSend()(new URL(`http://localhost:${receiver.port}`), MESSAGE), { status: 200 })
})

t.test('a name that is not there is a failure of the DNS', async (t) => {
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
  const url = new URL('https://example.com')
  const unknown = createSend({ lookup: (_hostname, _options, callback) => callback(error, []) })
  t.match(await unknown(url, MESSAGE), { failed: 'dns', detail: /ENOTFOUND/ })
  t.match(await createSend({ lookup: lookupOf([]).lookup })(url, MESSAGE), { failed: 'dns' })
})

t.test('the proxy of the environment is not used', async (t) => {
  const proxy = await startReceiver(t)
  const receiver = await startReceiver(t)
  t.teardown(setGlobalProxyFromEnv({ http_proxy: `http://127.0.0.1:${proxy.port}` }))
  t.match(await createSend()(receiver.url, MESSAGE), { status: 200 })
  t.equal(receiver.received.length, 1)
  t.same(proxy.received, [])
})

async function startTls(t: Test, certificate: { key: string; cert: string }) {
  const received: string[] = []
  const server = createTlsServer(certificate, (request, response) => {
    received.push(request.headers.host ?? '')
    response.end('secure')
  })
  server.on('tlsClientError', () => {})
  return { received, port: await listen(t, server) }
}

t.test(
  'a certificate is trusted by its issuer and its name, and nothing is sent where it is not',
  async (t) => {
    const trusted = selfSigned('example.com')
    const usual = getCACertificates('default')
    setDefaultCACertificates([...usual, trusted.cert])
    t.teardown(() => setDefaultCACertificates(usual))
    const server = await startTls(t, trusted)
    const unknown = await startTls(t, selfSigned('example.com'))
    const lookup: LookupAll = (_hostname, _options, callback) => callback(null, [LOOPBACK])
    const send = createSend({ lookup })

    const sent = await send(new URL(`https://example.com:${server.port}`), MESSAGE)
    t.match(sent, { status: 200, bodyHead: 'secure' })
    const otherName = await send(new URL(`https://example.org:${server.port}`), MESSAGE)
    t.match(otherName, { failed: 'tls', detail: /ERR_TLS_CERT_ALTNAME_INVALID/ })
    const otherIssuer = await send(new URL(`https://example.com:${unknown.port}`), MESSAGE)
    t.match(otherIssuer, { failed: 'tls', detail: /SELF_SIGNED/ })
    t.same(server.received, [`example.com:${server.port}`])
    t.same(unknown.received, [])
  },
)

t.test('the environment can not turn the check of certificates off', async (t) => {
  const server = await startTls(t, selfSigned('example.com'))
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  t.teardown(() => delete process.env.NODE_TLS_REJECT_UNAUTHORIZED)
  t.match(await createSend()(new URL(`https://127.0.0.1:${server.port}`), MESSAGE), { failed: 'tls' })
  t.same(server.received, [])
})

t.test('an endpoint that speaks no TLS, or breaks off its handshake, is a failure of TLS', async (t) => {
  for (const onConnection of [(socket: Socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'), hangUp]) {
    const url = await startTcp(t, onConnection)
    url.protocol = 'https:'
    t.match(await createSend()(url, MESSAGE), { failed: 'tls' })
  }
  function hangUp(socket: Socket): void {
    socket.once('data', () => socket.destroy())
  }
})

t.test('headers that HTTP can not carry are the error of the caller', async (t) => {
  const receiver = await startReceiver(t)
  const message = { headers: { 'x-a': 'a\r\nx-b: b' }, body: '' }
  await t.rejects(createSend()(receiver.url, message), { code: 'ERR_INVALID_CHAR' })
  t.same(receiver.received, [])
})

const lasting: [behaviour: string, answer: string, bodyBytes: number][] = [
  ['has more to say', `content-length: 99999\r\n\r\n${'a'.repeat(99_998)}`, 0],
  ['keeps its connection', 'content-length: 0\r\n\r\n', 0],
  ['answers before it takes the body', 'content-length: 0\r\n\r\n', 32 * 1024 * 1024],
]
for (const [behaviour, answer, bodyBytes] of lasting) {
  t.test(
    `a request that has ended does not hold the process, though the endpoint ${behaviour}`,
    async (t) => {
      const url = await startTcp(t, (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\nconnection: keep-alive\r\n${answer}`)
      })
      const module = new URL(
        '../../../../src/features/notifications/webhooks/send-request.ts',
        import.meta.url,
      )
      const script = `import { createSendRequest } from '${module}'
      const send = createSendRequest({ allowInsecure: true, timeoutMs: ${NEVER_MS} })
      const sent = await send(new URL('${url}'), { headers: {}, body: 'a'.repeat(${bodyBytes}) })
      console.log(sent.status)`
      const args = ['--input-type=module', '--eval', script]
      const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: NEVER_MS / 2 })
      t.equal(stdout, '200\n')
    },
  )
}
