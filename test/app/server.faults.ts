import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { acquireEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts'
import { commandLine } from '../../src/platform/db/embedded/processes.ts'
import { organizationBody } from '../support/bodies.ts'
import { temporaryFolder } from '../support/folder.ts'
import { newToken, serve, spawnCli, until } from '../support/process.ts'

t.test('while the database is away it answers 503, lives on, and comes back by itself', async (t) => {
  const dataDir = temporaryFolder(t)
  const env = { DATA_DIR: dataDir }
  const { address, child } = await serve(t, env)
  const headers = { authorization: `Bearer ${await newToken(address, env)}` }
  const list = () => fetch(`${address}/v1/organizations`, { headers })
  t.equal((await list()).status, 200)
  t.equal((await fetch(`${address}/readyz`)).status, 200)

  const postmaster = Number(
    readFileSync(join(dataDir, 'postgres18', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(postmaster, 'SIGKILL')
  const away = await until(async () => {
    const reply = await list()
    return reply.status === 200 ? null : reply
  })
  t.equal(away.status, 503)
  t.equal(away.headers.get('retry-after'), '2')
  t.match(away.headers.get('content-type'), 'application/problem+json')
  t.match(await away.json(), { code: 'database_unavailable' })
  t.equal((await fetch(`${address}/livez`)).status, 200)
  await until(async () => (await list()).status === 200)
  await until(async () => (await fetch(`${address}/readyz`)).status === 200)
  const post = await fetch(`${address}/v1/organizations`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(organizationBody()),
  })
  t.equal(post.status, 201)
  t.equal(child.exitCode, null)
})

t.test('a process that is stopped while its database is away ends, and leaves none running', async (t) => {
  const dataDir = temporaryFolder(t)
  const { child, stdout } = await serve(t, { DATA_DIR: dataDir })
  const pidFile = join(dataDir, 'postgres18', 'postmaster.pid')
  const postmaster = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  process.kill(postmaster(), 'SIGKILL')
  // It has noticed, and may be about to start it again.
  await until(
    () => stdout().includes('database connection lost') || stdout().includes('notifications interrupted'),
  )
  child.kill('SIGTERM')
  await once(child, 'exit')
  t.equal(child.exitCode, 0)
  // Its file may name the one that was killed; of that nothing runs any more.
  const left = existsSync(pidFile) ? await commandLine(postmaster()) : null
  t.notOk(left?.includes(dataDir), `${left}`)
})

t.test('SIGTERM lets a request in flight finish, then the process ends and stops its database', async (t) => {
  const dataDir = temporaryFolder(t)
  const env = { DATA_DIR: dataDir }
  const running = await serve(t, env)
  const token = await newToken(running.address, env)
  const postgres = await acquireEmbeddedPostgres({ dataDir })
  const blocker = new pg.Client({ connectionString: postgres.ownerConnectionString })
  await blocker.connect()
  await blocker.query('begin; lock table organizations in exclusive mode')

  const post = fetch(`${running.address}/v1/organizations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(organizationBody()),
  })
  await until(async () => {
    const { rows } = await blocker.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)
    return rows.length > 0
  })
  running.child.kill('SIGTERM')
  await until(() =>
    fetch(`${running.address}/livez`).then(
      () => false,
      () => true,
    ),
  )
  t.equal(running.child.exitCode, null)
  await blocker.query('commit')
  t.equal((await post).status, 201)
  await blocker.end()
  const exited = running.child.exitCode === null ? once(running.child, 'exit') : null
  await postgres.release()
  await exited
  t.equal(running.child.exitCode, 0)
  t.throws(() => readFileSync(join(dataDir, 'postgres18', 'postmaster.pid')))
})

t.test('a signal while it starts ends it cleanly too', async (t) => {
  const dataDir = temporaryFolder(t)
  const { child } = spawnCli(['serve'], { DATA_DIR: dataDir, PORT: '0' })
  await until(() => {
    try {
      return readFileSync(join(dataDir, 'postgres18', 'postmaster.pid')).length > 0
    } catch {
      return false
    }
  })
  child.kill('SIGINT')
  await once(child, 'exit')
  t.equal(child.exitCode, 0)
  t.throws(() => readFileSync(join(dataDir, 'postgres18', 'postmaster.pid')))
})
