import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import t from 'tap'
import { createPartner } from '../../../../src/features/access/index.ts'
import {
  helperInput,
  needInput,
  offerInput,
  organizationInput,
} from '../../../../src/features/postings/index.ts'
import { isDatabaseAway, ping } from '../../../../src/platform/db/database.ts'
import { acquireEmbeddedPostgres } from '../../../../src/platform/db/embedded/embedded-postgres.ts'
import { prepareDatabase } from '../../../../src/platform/db/migrate.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../../support/bodies.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import { until } from '../../../support/process.ts'
import { holdAgainstFresh, startReplica } from '../../../support/replicas.ts'
import { writeAs } from '../../../support/write-as.ts'

// Commits wait for the log as ever: what was answered must outlive a crash of the server. What nobody waits for is
// written as late as can be, so that a crash loses it.
const settings = { fsync: 'off', full_page_writes: 'off', wal_writer_delay: '10s' }

const dataDir = temporaryFolder(t)
const address = await startDatabase()
const { connectionString } = address
// The tests start it again themselves, once writes have failed.
const source = { connectionString, revive: async () => {} }
await prepareDatabase(address)
const replicas = [await startReplica(t, source), await startReplica(t, source)] as const
const [writer] = replicas
const { partnerId } = await createPartner(writer.runtime, { name: 'P', kind: 'site' })
const organization = await writeAs(writer.runtime, partnerId, async (ctx) => {
  const helper = await writer.postings.helpers.post(ctx, helperInput.parse(helperBody()))
  await writer.postings.offers.post(ctx, offerInput.parse(offerBody(helper.id)))
  return writer.postings.organizations.post(ctx, organizationInput.parse(organizationBody()))
})

t.test('a database that crashes amid writes and comes back leaves no index behind it', async (t) => {
  const kept: string[] = []
  for (let round = 0; round < 2; round++) {
    kept.push(await postNeed(`Before ${round}`))
    const writes = Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => postNeed(`During ${round} ${at}`)),
    )
    crash()
    for (const one of await writes)
      if (one.status === 'fulfilled') kept.push(one.value)
      else t.ok(isDatabaseAway(one.reason), String(one.reason))
    kept.push(...(await postUntilRefused()))
    await startDatabase()
    kept.push(await until(() => postNeed(`After ${round}`).catch(() => null)))
  }
  await holdAgainstFresh(t, source, replicas)
  for (const { market } of replicas)
    for (const id of kept) t.equal(market.engine.partnerOfNeed(id), partnerId, 'what was answered is there')
})

t.test('transactions whose numbers a crash gives a second time are not taken for known ones', async (t) => {
  let lastNumber = 0
  for (let at = 0; at < 30; at++) lastNumber = await rollBackOne()
  for (const { market } of replicas) await market.feed.catchUp()
  crash()
  // No write here: its commit would make the numbers before it last.
  await until(() => ping(writer.runtime.db).then(() => false, isDatabaseAway))
  await startDatabase()
  const id = await until(() => postNeed('Under a number known before').catch(() => null))
  const { rows } = await writer.runtime.db.execute<{ xid: string }>(
    sql`select xid from events where resource_id = ${id}`,
  )
  t.ok(Number(rows[0]?.xid) <= lastNumber, 'the number was given before')
  await holdAgainstFresh(t, source, replicas)
})

async function startDatabase() {
  const server = await acquireEmbeddedPostgres({ dataDir, settings })
  t.teardown(server.release)
  return server
}

/** An immediate shutdown: all processes of the server end at once, in the middle of what they do. */
function crash(): void {
  const [postmaster] = readFileSync(join(dataDir, 'postgres18', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(postmaster), 'SIGQUIT')
}

async function postNeed(title: string): Promise<string> {
  const input = needInput.parse(needBody(organization.id, { title }))
  const { id } = await writeAs(writer.runtime, partnerId, (ctx) => writer.postings.needs.post(ctx, input))
  return id
}

/** Takes the number of a transaction that leaves no trace; returns it. */
async function rollBackOne(): Promise<number> {
  let number = 0
  const undone = new Error('undone')
  await writer.runtime.db
    .transaction(async (tx) => {
      const { rows } = await tx.execute<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`)
      number = Number(rows[0]?.xid)
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return number
}

/** Posts until the database is seen to be away; returns what it still took. */
async function postUntilRefused(): Promise<string[]> {
  const taken: string[] = []
  await until(() =>
    postNeed('Without a database').then(
      (id) => void taken.push(id),
      (error: unknown) => isDatabaseAway(error),
    ),
  )
  return taken
}
