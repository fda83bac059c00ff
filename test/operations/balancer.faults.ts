import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../support/bodies.ts'
import { createTestDatabase } from '../support/database.ts'
import { hasHaproxy, startHaproxy } from '../support/haproxy.ts'
import { newToken, serve } from '../support/process.ts'

const skip = hasHaproxy ? false : 'HAProxy is not installed'
const PROCESSES = 3
const CLIENTS = 6
const REQUESTS_BETWEEN_KILLS = 200

t.test(
  'processes die under load, and the load balancer repeats what may be repeated',
  { skip },
  async (t) => {
    const { connectionString } = await createTestDatabase(t)
    const env = { DATABASE_URL: connectionString, PUBLIC_URL: 'http://test.example' }
    const running = [await serve(t, env)]
    while (running.length < PROCESSES) running.push(await serve(t, env))
    const balancer = await startHaproxy(
      t,
      running.map(({ address }) => address),
    )
    const authorization = `Bearer ${await newToken(balancer, env)}`
    const failures: string[] = []
    let sent = 0
    const call = async (url: string, body?: object) => {
      const key = `request-${sent++}`
      const reply = await fetch(balancer + url, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization,
          'idempotency-key': key,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await reply.text()
      if (!reply.ok) failures.push(`${reply.status} ${url} ${text}`)
      return reply.ok ? (JSON.parse(text) as { id: string }) : { id: '' }
    }
    const { id: organizationId } = await call('/v1/organizations', organizationBody())
    const { id: helperId } = await call('/v1/helpers', helperBody())
    const { id: needId } = await call('/v1/needs', needBody(organizationId))

    const client = async (end: number) => {
      while (sent < end) {
        await call('/v1/offers', offerBody(helperId))
        await call(`/v1/needs/${needId}/matches?limit=5`)
      }
    }
    for (const { child } of running.slice(1)) {
      const clients = Array.from({ length: CLIENTS }, () => client(sent + REQUESTS_BETWEEN_KILLS))
      child.kill('SIGKILL')
      await Promise.all(clients)
    }
    t.same(failures, [])
    t.ok(sent > 2 * REQUESTS_BETWEEN_KILLS)
  },
)
