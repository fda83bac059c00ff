import { sql } from 'drizzle-orm'
import pg from 'pg'
import t from 'tap'
import { createReadReplicas, openDatabase } from '../../../src/platform/db/index.ts'
import { until } from '../../support/process.ts'
import { startPrimary, startStandby } from '../../support/standby.ts'

const primary = await startPrimary(t)
const standby = await startStandby(t, primary)

function open(connectionString: string) {
  const database = openDatabase({ connectionString, poolSize: 10, onError: () => {} })
  t.teardown(database.close)
  return database.db
}

const writer = open(primary.ownerConnectionString)
const replicas = createReadReplicas({
  primary: writer,
  connectionStrings: [standby.ownerConnectionString],
  poolSize: 10,
  onError: () => {},
})
t.teardown(replicas.close)
await writer.execute(sql`create table notes (id int primary key)`)

/** Which server answers, and whether it shows a note. */
async function look(id: number) {
  return replicas.read(async (db) => {
    const { rows } = await db.execute<{ is_replica: boolean; shows: boolean }>(
      sql`select pg_is_in_recovery() as is_replica, exists (select from notes where id = ${id}) as shows`,
    )
    return rows[0]
  })
}

async function onStandby(statement: string) {
  const client = new pg.Client({ connectionString: standby.ownerConnectionString })
  await client.connect()
  await client.query(statement)
  await client.end()
}

t.test('a read shows what was written before it, and most are answered by the replica', async (t) => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, id) => {
      await writer.execute(sql`insert into notes values (${id})`)
      return look(id)
    }),
  )
  t.same(
    answers.filter((answer) => !answer?.shows),
    [],
  )
  t.ok(answers.filter((answer) => answer?.is_replica).length > 100)
})

t.test('while the replica is behind, the primary answers', async (t) => {
  await onStandby('select pg_wal_replay_pause()')
  await writer.execute(sql`insert into notes values (1000)`)
  t.same(await look(1000), { is_replica: false, shows: true })
  await onStandby('select pg_wal_replay_resume()')
  t.match(await until(async () => ((await look(1000))?.is_replica ? await look(1000) : null)), {
    shows: true,
  })
})

t.test('a read that the replica breaks off is answered by the primary', async (t) => {
  const answer = await replicas.read(async (db) => {
    const { rows } = await db.execute<{ is_replica: boolean }>(
      sql`select pg_is_in_recovery() as is_replica, case when pg_is_in_recovery() then pg_terminate_backend(pg_backend_pid()) end`,
    )
    return rows[0]?.is_replica
  })
  t.equal(answer, false)
})

t.test('what is wrong with a read is told, and not tried again', async (t) => {
  let runs = 0
  await t.rejects(
    replicas.read(async (db) => {
      runs++
      return db.execute(sql`select 1 / 0`)
    }),
  )
  t.equal(runs, 1)
})

t.test('without the replica the primary answers', async (t) => {
  await standby.release()
  t.same(await look(1), { is_replica: false, shows: true })
})
