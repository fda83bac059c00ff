import { once } from 'node:events'
import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../support/bodies.ts'
import { createTestDatabase } from '../support/database.ts'
import { countLeaders } from '../support/leaders.ts'
import { startLoadBalancer } from '../support/load-balancer.ts'
import { newToken, type RunningCli, serve, until } from '../support/process.ts'

const PROCESSES = 3
const CLIENTS = 6

t.test('three processes are replaced one by one under load, and no request fails', async (t) => {
  const { connectionString } = await createTestDatabase(t)
  const env = {
    DATABASE_URL: connectionString,
    PUBLIC_URL: 'http://test.example',
    SHUTDOWN_DELAY_MS: '1000',
  }
  const balancer = await startLoadBalancer(t)
  const running: (RunningCli & { address: string })[] = []
  const add = async () => {
    const started = await serve(t, env)
    balancer.add(started.address)
    await until(() => balancer.isReady(started.address))
    running.push(started)
  }
  for (let started = 0; started < PROCESSES; started++) await add()

  const headers = {
    authorization: `Bearer ${await newToken(running[0]?.address ?? '', env)}`,
    'content-type': 'application/json',
  }
  const failures: string[] = []
  let answered = 0
  const call = async (url: string, body?: object) => {
    const reply = await fetch(`${balancer.address}${url}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const shown = (await reply.json()) as { id: string }
    if (!reply.ok) failures.push(`${reply.status} ${url} ${JSON.stringify(shown)}`)
    answered++
    return shown
  }
  const { id: organizationId } = await call('/v1/organizations', organizationBody())
  const { id: helperId } = await call('/v1/helpers', helperBody())
  const { id: needId } = await call('/v1/needs', needBody(organizationId))

  let isOver = false
  const client = async () => {
    while (!isOver) {
      await call('/v1/offers', offerBody(helperId))
      await call(`/v1/needs/${needId}/matches?limit=5`)
      await call('/v1/offers?limit=5&sort=-created_at')
    }
  }
  const clients = Array.from({ length: CLIENTS }, client)
  for (let replaced = 0; replaced < PROCESSES; replaced++) {
    await add()
    const [old] = running.splice(0, 1)
    old?.child.kill('SIGTERM')
    if (old) await once(old.child, 'exit')
    t.equal(old?.child.exitCode, 0)
    balancer.remove(old?.address ?? '')
  }
  isOver = true
  await Promise.all(clients)
  t.same(failures, [])
  t.ok(answered > 100, `${answered} requests`)
  const addresses = running.map(({ address }) => address)
  await until(async () => (await countLeaders(addresses)) === 1)
})
