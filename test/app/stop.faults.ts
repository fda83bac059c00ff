import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'
import type { ImportId } from '../../src/features/imports/imports.repository.ts'
import { acquireEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts'
import { idToUuid } from '../../src/shared/ids.ts'
import { organizationBody } from '../support/bodies.ts'
import { temporaryFolder } from '../support/folder.ts'
import { newToken, type RunningCli, serve, until } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

const SHUTDOWN_TIMEOUT_MS = 8000

/** Sends SIGTERM and checks that the process stops its database and ends with code 0: after the time limit it is code 1. */
async function stopInTime(t: Test, { child, stdout }: RunningCli, dataDir: string): Promise<void> {
  const startMs = performance.now()
  child.kill('SIGTERM')
  await once(child, 'exit')
  const elapsedMs = performance.now() - startMs
  t.comment(`ended after ${elapsedMs.toFixed(0)} ms with code ${child.exitCode}`)
  t.equal(child.exitCode, 0, `ended with code 0: ${stdout().split('\n').slice(-5).join('\n')}`)
  t.notOk(existsSync(join(dataDir, 'postgres18', 'postmaster.pid')), 'the database has stopped')
}

/** Connects as somebody else would: the server does not live on for it. */
async function connectTo(t: Test, dataDir: string): Promise<pg.Client> {
  const postgres = await acquireEmbeddedPostgres({ dataDir })
  const client = new pg.Client({ connectionString: postgres.connectionString })
  await postgres.release()
  // The server cuts it when it stops.
  client.on('error', () => {})
  await client.connect()
  t.teardown(() => client.end().catch(() => {}))
  return client
}

const waitForLocks = (client: pg.Client, count: number) =>
  until(async () => {
    // Else a transaction sees what it saw at its first look.
    await client.query('select pg_stat_clear_snapshot()')
    const { rowCount } = await client.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)
    return (rowCount ?? 0) >= count
  })

function poster(address: string, token: string) {
  return (path: string, body: unknown) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
}

t.test(
  'a webhook endpoint that never answers does not hold up a stop, and gets its message later',
  async (t) => {
    const dataDir = temporaryFolder(t)
    const env = {
      DATA_DIR: dataDir,
      SHUTDOWN_TIMEOUT_MS: `${SHUTDOWN_TIMEOUT_MS}`,
      ALLOW_INSECURE_WEBHOOKS: 'true',
      WEBHOOK_TIMEOUT_MS: '60000',
    }
    const receiver = await startReceiver(t)
    receiver.answer = () => {}
    const first = await serve(t, env)
    const post = poster(first.address, await newToken(first.address, env))
    t.equal((await post('/v1/webhook-endpoints', { url: receiver.url })).status, 201)
    t.equal((await post('/v1/organizations', organizationBody())).status, 201)
    await until(() => receiver.received.length === 1)
    await stopInTime(t, first, dataDir)

    receiver.answer = (response) => response.end()
    await serve(t, env)
    await until(() => receiver.received.length === 2)
    const client = await connectTo(t, dataDir)
    const attempts = async () =>
      (await client.query('select state, attempt_count from webhook_deliveries')).rows
    await until(async () => (await attempts())[0]?.state === 'delivered')
    t.same(await attempts(), [{ state: 'delivered', attempt_count: 1 }], 'a stop counts as no failure')
  },
)

t.test(
  'neither a stuck import nor a stuck request holds up a stop, and the import goes on later',
  async (t) => {
    const dataDir = temporaryFolder(t)
    const env = { DATA_DIR: dataDir, SHUTDOWN_TIMEOUT_MS: `${SHUTDOWN_TIMEOUT_MS}` }
    const first = await serve(t, env)
    const token = await newToken(first.address, env)
    const post = poster(first.address, token)
    const blocker = await connectTo(t, dataDir)
    await blocker.query('begin; lock table organizations in access exclusive mode')

    const { contact, ...organization } = organizationBody()
    const uploaded = await fetch(`${first.address}/v1/imports?type=organizations&mode=apply`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: `${JSON.stringify({ ...organization, contact, external_id: 'a' })}\n`,
    })
    t.equal(uploaded.status, 202, await uploaded.clone().text())
    const { id } = (await uploaded.json()) as { id: ImportId }
    const stuck = post('/v1/organizations', organizationBody()).then(
      () => 'answered',
      () => 'cut',
    )
    // A client that does not send the rest.
    const { hostname, port } = new URL(first.address)
    const silent = connect(Number(port), hostname).on('error', () => {})
    t.teardown(() => silent.destroy())
    silent.write(
      `POST /v1/imports?type=organizations&mode=apply HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/x-ndjson\r\ncontent-length: 100\r\n\r\n{`,
    )
    await waitForLocks(blocker, 2)
    await stopInTime(t, first, dataDir)
    t.equal(await stuck, 'cut')

    await serve(t, env)
    const client = await connectTo(t, dataDir)
    const read = async () => (await client.query('select id, state, created from imports')).rows
    await until(async () => (await read()).some(({ state }) => state === 'done'))
    t.match(await read(), [{ id: idToUuid(id), created: 1 }])
  },
)

t.test('a collector of traces that never answers does not hold up a stop', async (t) => {
  const collector = createServer(() => {}).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  t.teardown(() => {
    collector.closeAllConnections()
    collector.close()
  })
  const { port } = collector.address() as AddressInfo
  const dataDir = temporaryFolder(t)
  const service = await serve(t, {
    DATA_DIR: dataDir,
    SHUTDOWN_TIMEOUT_MS: `${SHUTDOWN_TIMEOUT_MS}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  })
  t.equal((await fetch(`${service.address}/livez`)).status, 200)
  await stopInTime(t, service, dataDir)
})
