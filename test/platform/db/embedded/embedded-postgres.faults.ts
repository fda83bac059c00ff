import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import t, { type Test } from 'tap'
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
  EmbeddedPostgresError,
} from '../../../../src/platform/db/embedded/embedded-postgres.ts'
import { processStart } from '../../../../src/platform/db/embedded/processes.ts'

const settings = { fsync: 'off' }
const isRoot = process.getuid?.() === 0
// Without user namespaces (most containers) root can't use private folders.
const canUsePrivateFolder = !isRoot || spawnSync('unshare', ['--user', 'true']).status === 0
const userScript = fileURLToPath(new URL('fixtures/embedded-postgres-user.ts', import.meta.url))

/** A use that ends with the test, whatever happens in it. */
async function acquire(test: Test, dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await acquireEmbeddedPostgres({ dataDir, settings })
  test.teardown(() => postgres.release())
  return postgres
}

/** A data folder that does not exist yet, below one with the given mode; it goes when the test ends. */
async function dataFolder(test: Test, mode = 0o755): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'embedded-postgres-'))
  await chmod(parent, mode)
  const dataDir = join(parent, 'data')
  test.teardown(async () => {
    // A use that comes and goes stops a server that a killed user left.
    if (await exists(postmasterPidFile(dataDir))) {
      await (await acquireEmbeddedPostgres({ dataDir })).release()
    }
    await rm(parent, { recursive: true })
  })
  return dataDir
}

function postmasterPidFile(dataDir: string): string {
  return join(dataDir, 'postgres18', 'postmaster.pid')
}

interface User {
  child: ChildProcess
  ownerConnectionString: string
  release(): Promise<void>
  kill(): Promise<void>
}

function spawnUser(test: Test, dataDir: string): ChildProcess {
  const stdio: ['pipe', 'pipe', 'inherit'] = ['pipe', 'pipe', 'inherit']
  // Its own process group, as a terminal gives it, so that a signal to the group reaches only it.
  const child = spawn(process.execPath, [userScript, dataDir], { stdio, detached: true })
  test.teardown(() => child.kill('SIGKILL'))
  return child
}

async function startUser(test: Test, dataDir: string): Promise<User> {
  const child = spawnUser(test, dataDir)
  const exit = once(child, 'exit')
  let ownerConnectionString = ''
  if (child.stdout)
    for await (const line of createInterface(child.stdout)) {
      ownerConnectionString = line
      break
    }
  return {
    child,
    ownerConnectionString,
    async release() {
      child.stdin?.end()
      test.equal((await exit)[0], 0, 'the user ends without an error')
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
  }
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const result = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return result.rows.flat()
  } finally {
    await client.end()
  }
}

async function postmaster(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(postmasterPidFile(dataDir), 'utf8'), 10)
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('The condition did not come true in time')
    await delay(10)
  }
}

async function isGone(pid: number): Promise<boolean> {
  return (await processStart(pid)) === null
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

t.test(
  'processes that come at the same moment share one server, and the last one out stops it',
  async (t) => {
    const dataDir = await dataFolder(t)
    const [first, second] = await Promise.all([startUser(t, dataDir), startUser(t, dataDir)])
    const pid = await postmaster(dataDir)
    t.equal(first.ownerConnectionString, second.ownerConnectionString)
    const sql = "select pg_postmaster_start_time()::text, current_database(), lower('ÄΣ')"
    const seen = await query(first.ownerConnectionString, sql)
    t.same(seen.slice(1), ['smartsource', 'äσ'])
    t.same(await query(second.ownerConnectionString, sql), seen)

    await first.release()
    t.same(await query(second.ownerConnectionString, sql), seen, 'the other goes on with the same server')
    await second.release()
    t.equal(await isGone(pid), true)
    t.same(await readdir(join(dataDir, 'users')), [])
  },
)

// Made once: what these tests guarantee does not depend on how the folder began.
const dataDir = await dataFolder(t)

t.test('uses in one process are counted, and a second release of one does nothing', async (t) => {
  const [first, second] = await Promise.all([acquire(t, dataDir), acquire(t, dataDir)])
  const pid = await postmaster(dataDir)
  await first.release()
  await first.release()
  t.same(await query(second.ownerConnectionString, 'select 1'), [1])
  await Promise.all([second.release(), second.release()])
  t.equal(await isGone(pid), true)
})

t.test('a user that was killed does not keep the server running', async (t) => {
  const killed = await startUser(t, dataDir)
  const other = await acquire(t, dataDir)
  const pid = await postmaster(dataDir)
  await killed.kill()
  t.same(await query(other.ownerConnectionString, 'select 1'), [1])
  await other.release()
  t.equal(await isGone(pid), true)
})

t.test('a process that has the id of a killed user is not taken for it', async (t) => {
  const postgres = await acquire(t, dataDir)
  const pid = await postmaster(dataDir)
  await writeFile(join(dataDir, 'users', `${process.ppid}-killed`), 'another start')
  await postgres.release()
  t.equal(await isGone(pid), true)
})

t.test('a server that nobody released is joined by the next', async (t) => {
  const killed = await startUser(t, dataDir)
  const pid = await postmaster(dataDir)
  await killed.kill()
  const next = await acquire(t, dataDir)
  t.equal(await postmaster(dataDir), pid)
  await next.release()
  t.equal(await isGone(pid), true)
})

t.test('Ctrl-C in the terminal of the process that started it does not stop the server', async (t) => {
  const starter = await startUser(t, dataDir)
  const other = await acquire(t, dataDir)
  const exit = once(starter.child, 'exit')
  process.kill(-Number(starter.child.pid), 'SIGINT')
  await exit
  t.same(await query(other.ownerConnectionString, 'select 1'), [1])
  await other.release()
})

t.test('data and address survive a stop and a start', async (t) => {
  const before = await acquire(t, dataDir)
  await query(before.ownerConnectionString, 'create table stopped as select 42 as value')
  await before.release()
  const after = await acquire(t, dataDir)
  t.equal(after.ownerConnectionString, before.ownerConnectionString)
  t.same(await query(after.ownerConnectionString, 'select value from stopped'), [42])
  await after.release()
})

t.test('a port that was taken meanwhile is replaced', async (t) => {
  await (await acquire(t, dataDir)).release()
  const port = Number(await readFile(join(dataDir, 'port'), 'utf8'))
  const occupant = createServer().listen(port, '127.0.0.1')
  t.teardown(() => occupant.close())
  await once(occupant, 'listening')
  const postgres = await acquire(t, dataDir)
  t.not(new URL(postgres.ownerConnectionString).port, String(port))
  t.same(await query(postgres.ownerConnectionString, 'select 1'), [1])
  await postgres.release()
})

t.test('after the server was killed the next acquire brings it back with its data and address', async (t) => {
  const first = await acquire(t, dataDir)
  await query(first.ownerConnectionString, 'create table killed as select 42 as value')
  const pid = await postmaster(dataDir)
  process.kill(pid, 'SIGKILL')
  await until(() => isGone(pid))
  const second = await acquire(t, dataDir)
  t.equal(second.ownerConnectionString, first.ownerConnectionString)
  t.same(await query(first.ownerConnectionString, 'select value from killed'), [42])
  await first.release()
  await second.release()
})

for (const [state, edit] of [
  ['names a process id that is in use again', (text: string) => text.replace(/^\d+/, String(process.ppid))],
  ['is empty', () => ''],
] as const) {
  t.test(`a pid file from before a crash that ${state} does not stop a start`, async (t) => {
    // In a private folder the other process is one that Postgres may signal, and so takes for its own.
    const dataDir = await dataFolder(t, canUsePrivateFolder ? 0o700 : 0o755)
    const before = await acquire(t, dataDir)
    const text = await readFile(postmasterPidFile(dataDir), 'utf8')
    await before.release()
    await writeFile(postmasterPidFile(dataDir), edit(text))
    const after = await acquire(t, dataDir)
    t.same(await query(after.ownerConnectionString, 'select 1'), [1])
    await after.release()
  })
}

t.test('a first start that was killed half-way is begun anew', async (t) => {
  const dataDir = await dataFolder(t)
  const child = spawnUser(t, dataDir)
  await until(async () =>
    (await readdir(dataDir).catch(() => [])).some((name) => name.includes('unfinished')),
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  // The time that passes until a lock counts as abandoned.
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(join(dataDir, 'lock'), longAgo, longAgo)
  const postgres = await acquire(t, dataDir)
  t.same(await query(postgres.ownerConnectionString, 'select current_database()'), ['smartsource'])
  await postgres.release()
  t.same((await readdir(dataDir)).sort(), ['port', 'postgres.log', 'postgres18', 'users'])
})

t.test(
  'a start that fails says why in one line, leaves nothing running, and can be tried again',
  async (t) => {
    const dataDir = await dataFolder(t)
    const failed = acquireEmbeddedPostgres({ dataDir, settings: { fsync: 'off', shared_buffers: 'plenty' } })
    const error: unknown = await failed.catch((reason: unknown) => reason)
    if (!(error instanceof EmbeddedPostgresError)) throw error
    t.match(error.message, /^PostgreSQL did not start in .*shared_buffers.*plenty/)
    t.notMatch(error.message, '\n')
    t.match(error.log, 'shared_buffers')
    t.same(await readdir(join(dataDir, 'users')), [])
    t.equal(await exists(postmasterPidFile(dataDir)), false)

    const postgres = await acquire(t, dataDir)
    t.same(await query(postgres.ownerConnectionString, 'select 1'), [1])
    await postgres.release()
  },
)

t.test('only the user of the server may read its password, and no log holds it', async (t) => {
  const postgres = await acquire(t, dataDir)
  const { password } = new URL(postgres.ownerConnectionString)
  await postgres.release()
  t.equal((await stat(join(dataDir, 'postgres18', 'password'))).mode & 0o777, 0o600)
  t.equal((await stat(join(dataDir, 'postgres18'))).mode & 0o777, 0o700)
  t.notMatch(await readFile(join(dataDir, 'postgres.log'), 'utf8'), password)
  const wrong = new URL(postgres.ownerConnectionString)
  wrong.password = `${password}x`
  const again = await acquire(t, dataDir)
  await t.rejects(query(wrong.href, 'select 1'), { code: '28P01' })
  await again.release()
})

/** The programs stand in the project: an account that can't come there can't run them. */
const isProjectOpen =
  isRoot &&
  spawnSync('/bin/sh', ['-c', 'cd "$0"', process.cwd()], { cwd: '/', uid: 65534, gid: 65534 }).status === 0

t.test(
  'root: in an open folder the server runs under an ordinary account',
  {
    skip: !(isRoot && isProjectOpen) && 'needs root, and a project folder that others can read',
  },
  async (t) => {
    const postgres = await acquire(t, dataDir)
    t.not((await stat(join(dataDir, 'postgres18'))).uid, 0)
    t.not((await stat(`/proc/${await postmaster(dataDir)}`)).uid, 0)
    await postgres.release()
  },
)

t.test(
  'root: in a private folder the server runs in a user namespace without any capability',
  {
    skip: !(isRoot && canUsePrivateFolder) && 'needs root and user namespaces',
  },
  async (t) => {
    const dataDir = await dataFolder(t, 0o700)
    for (const visit of ['first', 'second']) {
      const postgres = await acquire(t, dataDir)
      const pid = await postmaster(dataDir)
      t.match(await readFile(`/proc/${pid}/status`, 'utf8'), /^CapEff:\t0+$/m, `${visit} start`)
      t.same(await query(postgres.ownerConnectionString, 'select 1'), [1])
      t.equal((await stat(join(dataDir, 'postgres18'))).uid, 0)
      await postgres.release()
      t.equal(await isGone(pid), true)
    }
  },
)

t.test('a data folder that can not be used is refused with one clear line', async (t) => {
  const folder = t.testdir({
    file: '',
    older: { postgres17: {} },
    newer: {},
    foreign: { PG_VERSION: '18\n' },
  })
  await mkdir(join(folder, 'newer', 'postgres18'), { recursive: true })
  await writeFile(join(folder, 'newer', 'postgres18', 'PG_VERSION'), '19\n')
  const refusals: [string, RegExp][] = [
    ['file', /^The data folder .*file is a file: choose another DATA_DIR$/],
    ['file/data', /^The data folder .*data is a file: choose another DATA_DIR$/],
    ['older', /^.*older holds PostgreSQL data of version 17, but version 18 is needed: .* DATABASE_URL$/],
    ['newer', /^.*newer holds PostgreSQL data of version 19, but version 18 is needed: .* DATABASE_URL$/],
    ['foreign', /^.*foreign is itself the data folder of a PostgreSQL server: .* DATABASE_URL$/],
  ]
  for (const [name, message] of refusals) {
    await t.rejects(acquire(t, join(folder, name)), { name: 'EmbeddedPostgresError', message }, name)
  }
  t.same(await readdir(join(folder, 'foreign')), ['PG_VERSION'], 'nothing was written there')
})

t.test(
  'a folder that may not be written is refused at once',
  { skip: isRoot && 'root may write anywhere' },
  async (t) => {
    const folder = t.testdir({ users: {} })
    await chmod(folder, 0o500)
    const error: unknown = await acquire(t, folder).catch((reason: unknown) => reason)
    await chmod(folder, 0o700)
    t.match(error, {
      name: 'EmbeddedPostgresError',
      message: /^No right to use the data folder .* DATABASE_URL$/,
    })
  },
)
