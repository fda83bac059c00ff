import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { organizationBody } from '../support/bodies.ts'
import { startMovableAddress } from '../support/movable-address.ts'
import { newToken, serve, until } from '../support/process.ts'
import { startPrimary, startStandby } from '../support/standby.ts'

const MOST_AWAY_MS = 10_000
const WRITERS = 4

async function run(connectionString: string, statement: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** One field of all items of a list. */
async function resourcesOf(url: string, field: string, authorization: string): Promise<Set<unknown>> {
  const found = new Set<unknown>()
  let cursor = ''
  for (;;) {
    const reply = await fetch(`${url}?limit=100${cursor && `&cursor=${cursor}`}`, {
      headers: { authorization },
    })
    if (reply.status !== 200) throw new Error(await reply.text())
    const page = (await reply.json()) as {
      data: Record<string, unknown>[]
      next_cursor: string | null
      has_more: boolean
    }
    for (const item of page.data) found.add(item[field])
    if (!page.has_more || page.next_cursor === null) return found
    cursor = page.next_cursor
  }
}

t.test(
  'when the primary dies and its replica is promoted, the service is back within 10 s and has all it acknowledged',
  async (t) => {
    const primary = await startPrimary(t)
    const standby = await startStandby(t, primary)
    await run(primary.ownerConnectionString, `alter system set synchronous_standby_names = '*'`)
    await run(primary.ownerConnectionString, 'select pg_reload_conf()')
    const address = await startMovableAddress(t, Number(new URL(primary.connectionString).port))
    const env = {
      DATABASE_URL: address.before(primary.connectionString),
      DATABASE_OWNER_URL: address.before(primary.ownerConnectionString),
      DATABASE_READ_URL: standby.connectionString,
      PUBLIC_URL: 'http://test.example',
    }
    const first = await serve(t, env)
    const processes = [first, await serve(t, env)]
    for (const one of processes)
      await until(async () => (await fetch(`${one.address}/readyz`)).status === 200)
    const authorization = `Bearer ${await newToken(first.address, env)}`

    const acknowledged: { id: string; atMs: number }[] = []
    let isOver = false
    const write = async (writer: number) => {
      const { address: at } = processes[writer % processes.length] ?? first
      while (!isOver) {
        const reply = await fetch(`${at}/v1/organizations`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(organizationBody()),
        })
        const { id } = (await reply.json()) as { id: string }
        if (reply.status === 201) acknowledged.push({ id, atMs: performance.now() })
        // What the service says while it has no primary: try again later.
        else if (reply.status !== 503) throw new Error(`${reply.status}: ${id}`)
      }
    }
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer))
    const writesSince = (ms: number) => acknowledged.filter(({ atMs }) => atMs > ms).length
    await until(() => acknowledged.length > 50)

    const pid = readFileSync(join(primary.dataDir, 'postgres18', 'postmaster.pid'), 'utf8').split('\n')[0]
    const diedAtMs = performance.now()
    process.kill(Number(pid), 'SIGKILL')
    await run(standby.ownerConnectionString, 'select pg_promote()')
    address.moveTo(Number(new URL(standby.connectionString).port))
    await until(() => writesSince(diedAtMs) > 50)
    const moments = acknowledged.map(({ atMs }) => atMs).sort((a, b) => a - b)
    const longestMs = Math.max(...moments.map((atMs, place) => atMs - (moments[place - 1] ?? atMs)))
    t.ok(longestMs < MOST_AWAY_MS, `away for ${Math.round(longestMs)} ms`)
    isOver = true
    await Promise.all(writers)

    for (const { address: at } of processes) {
      const shown = await resourcesOf(`${at}/v1/organizations`, 'id', authorization)
      t.same(
        acknowledged.filter(({ id }) => !shown.has(id)),
        [],
        'nothing acknowledged is lost',
      )
    }
    await until(async () => {
      const told = await resourcesOf(`${first.address}/v1/events`, 'resource_id', authorization)
      return acknowledged.every(({ id }) => told.has(id))
    })
    t.pass('each is told in the feed')
  },
)
