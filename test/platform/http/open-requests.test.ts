import t from 'tap'
import { organizationBody } from '../../support/bodies.ts'
import { until } from '../../support/process.ts'
import { headOf, readAll, sendRaw } from '../../support/raw-request.ts'
import { startTestService } from '../../support/service.ts'

const LIMIT = 3
const service = await startTestService(t, {
  env: { OPEN_REQUESTS_PER_CLIENT: String(LIMIT), OPEN_REQUESTS_PER_ADDRESS: String(LIMIT) },
})
const { pool } = service.database
const port = Number(new URL(await service.app.listen({ port: 0, host: '127.0.0.1' })).port)

/** Takes every connection of the pool, so that requests stay open until the returned function gives them back. */
async function holdPool(): Promise<() => void> {
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  return () => {
    for (const client of held) client.release()
  }
}

t.test(
  'a client with too many requests open is refused, others go on, and what has ended counts no more',
  async (t) => {
    const [busy, other] = [await service.newPartner(), await service.newPartner()]
    const release = await holdPool()
    const waiting = Array.from({ length: LIMIT }, () => busy.call('GET', '/v1/needs'))
    await until(() => pool.waitingCount === LIMIT)
    t.match(await busy.call('GET', '/v1/skills?q=book'), {
      status: 429,
      headers: { 'retry-after': '1', 'content-type': /problem\+json/ },
      body: { code: 'too_many_open_requests', detail: /At most 3 requests of one client/ },
    })
    t.equal((await other.call('GET', '/v1/skills?q=book')).status, 200)
    t.equal((await service.inject({ method: 'GET', url: '/livez' })).status, 200)
    release()
    for (const { status } of await Promise.all(waiting)) t.equal(status, 200)
    for (let again = 0; again < 2 * LIMIT; again++)
      t.equal((await busy.call('GET', '/v1/skills?q=book')).status, 200)
  },
)

t.test('requests without a token count by address while their body comes', async (t) => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const head = headOf('POST', '/oauth/token', 100, form)
  const open = await Promise.all(Array.from({ length: LIMIT }, () => sendRaw(port, head)))
  const refused = await until(async () => {
    const answer = await readAll(
      await sendRaw(port, headOf('POST', '/oauth/token', 0, { connection: 'close' })),
    )
    return answer.startsWith('HTTP/1.1 429') && answer
  })
  t.match(refused, /too_many_open_requests/)
  for (const socket of open) socket.destroy()
  await until(async () => {
    const answer = await readAll(
      await sendRaw(port, headOf('POST', '/oauth/token', 0, { connection: 'close' })),
    )
    return answer.startsWith('HTTP/1.1 400')
  })
})

t.test('a caller who hangs up stays counted until the work for it has ended', async (t) => {
  const partner = await service.newPartner()
  const authorization = `Bearer ${partner.token}`
  const release = await holdPool()
  const body = JSON.stringify(organizationBody())
  const head = headOf('POST', '/v1/organizations', body.length, {
    authorization,
    'content-type': 'application/json',
  })
  const sockets = await Promise.all(Array.from({ length: LIMIT }, () => sendRaw(port, `${head}${body}`)))
  await until(() => pool.waitingCount === LIMIT)
  for (const socket of sockets) socket.destroy()
  await until(async () => (await connections()) === 0)
  t.match(await partner.call('GET', '/v1/skills?q=book'), { status: 429 })
  release()
  await until(async () => (await partner.call('GET', '/v1/skills?q=book')).status === 200)
})

function connections(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  service.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  return promise
}
