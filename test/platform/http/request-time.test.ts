import { once } from 'node:events'
import fastify from 'fastify'
import t from 'tap'
import { createSendProblem, registerErrorHandler } from '../../../src/platform/http/error-handler.ts'
import { type App, closeUnreadBodies, limitRequestTime } from '../../../src/platform/http/index.ts'
import { candidateLine, HEADER, newOffice } from '../../support/office.ts'
import { headOf, readAll, sendRaw } from '../../support/raw-request.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t, { env: { REQUEST_TIMEOUT_MS: '300' } })
const port = portOf(await service.app.listen({ port: 0, host: '127.0.0.1' }))
const json = { 'content-type': 'application/json' }

t.test('a body that does not come in time is refused with 408, a file has longer', async (t) => {
  const office = await newOffice(service)
  const authorization = `Bearer ${office.token}`
  const file = `${HEADER}\n${candidateLine('a')}\n`
  const path = `/v1/imports?type=candidates&mode=apply&program_id=${office.programId}`
  const uploadHead = headOf('POST', path, file.length, {
    authorization,
    'content-type': 'text/csv',
    connection: 'close',
  })
  const upload = await sendRaw(port, `${uploadHead}${HEADER}`)
  const slow = await sendRaw(
    port,
    `${headOf('POST', '/v1/organizations', 100, { authorization, ...json })}{"name":`,
  )
  const answer = await readAll(slow)
  t.match(answer, /^HTTP\/1\.1 408 .*connection: close.*content-type: application\/problem\+json/is)
  t.match(answer, /"code":"request_timeout","detail":"Send a whole request within 0\.3 s/)
  upload.write(file.slice(HEADER.length))
  t.match(await readAll(upload), /^HTTP\/1\.1 202 /)
})

t.test(
  'unknown addresses and missing tokens are answered before the body comes, which may follow',
  async (t) => {
    for (const [path, status, headers] of [
      ['/nope', 404, {}],
      ['/v1/needs', 401, {}],
      ['/v1/needs', 401, { authorization: 'Bearer none' }],
    ] as const) {
      const text = headOf('POST', path, 4, { ...json, ...headers })
      const socket = await sendRaw(port, text)
      const [first] = await once(socket, 'data')
      t.match(String(first), new RegExp(`^HTTP/1\\.1 ${status} `), path)
      socket.write('null')
      socket.write(text)
      const [second] = await once(socket, 'data')
      t.match(String(second), new RegExp(`^HTTP/1\\.1 ${status} `), 'the connection goes on')
      await once(socket.resume(), 'close')
      t.pass('a body that does not follow ends the connection')
    }
  },
)

t.test('a body below the minimum rate is refused, one that the service reads slowly is not', async (t) => {
  const app = fastify() as unknown as App
  t.teardown(() => app.close())
  registerErrorHandler(
    app,
    createSendProblem(() => ''),
  )
  limitRequestTime(app, { requestMs: 60_000, minBytesPerS: 1_000_000, graceMs: 100 })
  closeUnreadBodies(app)
  app.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload))
  app.post('/body', async () => ({}))
  const { promise: mayRead, resolve: read } = Promise.withResolvers<void>()
  app.post('/file', { config: { isUpload: true } }, async ({ raw }) => {
    await mayRead
    let bytes = 0
    for await (const piece of raw) bytes += piece.length
    return { bytes }
  })
  const port = portOf(await app.listen({ port: 0, host: '127.0.0.1' }))

  const waiting = await sendRaw(
    port,
    `${headOf('POST', '/file', 2, { 'content-type': 'text/csv', connection: 'close' })}a`,
  )
  const slow = await sendRaw(port, `${headOf('POST', '/body', 100, json)}{`)
  t.match(await readAll(slow), /^HTTP\/1\.1 408 .*1000000 bytes per second or more/s)
  // By now the file has been checked as often as the body was.
  waiting.write('b')
  read()
  t.match(await readAll(waiting), /"bytes":2/)

  const file = await sendRaw(port, `${headOf('POST', '/file', 100, { 'content-type': 'text/csv' })}a`)
  await once(file.on('error', () => {}).resume(), 'close')
  t.pass('a file that comes too slowly loses its connection')
})

function portOf(address: string): number {
  return Number(new URL(address).port)
}
