import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import t from 'tap'
import { createTimetable } from '../../../src/app/timetable.ts'
import { placeTables } from '../../../src/platform/db/citus/distribute.ts'
import { migrate } from '../../../src/platform/db/migrate.ts'
import { createEventPositionsRepository, createEventsRepository } from '../../../src/platform/events/index.ts'
import { idToUuid, isId, newId } from '../../../src/shared/ids.ts'
import { nodesOfCluster } from '../../support/citus.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

// What only a cluster can show. Run by citus.test.ts.
const service = await startTestService(t)
const { db } = service.database
const owner = await connected(service.database.ownerConnectionString)
const partner = await service.newPartner()

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  t.teardown(() => client.end())
  return client
}

t.test('all periodic work runs', async (t) => {
  await postWorld(partner)
  for (const [name, { run }] of Object.entries(createTimetable(service.services, () => {}).oneProcess))
    await t.resolves(run(), name)
})

t.test('rows of one shard and of the coordinator are committed together', async (t) => {
  const count = async () => (await owner.query('select from pg_dist_transaction')).rowCount ?? 0
  const { needId } = await postWorld(partner)
  const before = await count()
  const headers = { 'if-match': '*' }
  const body = { title: 'Another title' }
  const reply = await partner.call('PATCH', `/v1/needs/${needId}`, { headers, body })
  t.equal(reply.status, 200)
  t.ok((await count()) > before, 'Citus has prepared the transaction on the worker')
})

t.test('a row that its worker shows later than the coordinator its event is not missed', async (t) => {
  const { needId } = await postWorld(partner)
  const need = isId('need', needId) ? needId : newId('need')
  const { rows } = await owner.query<{ node: string; shard: string; group: number }>(
    `select nodename || ':' || nodeport as node, 'needs_' || s.shardid as shard, p.groupid as group
    from pg_dist_shard s join pg_dist_placement p using (shardid) join pg_dist_node n using (groupid)
    where s.shardid = get_shard_id_for_distribution_column('needs', $1::uuid)`,
    [idToUuid(partner.partnerId)],
  )
  const [placed] = rows
  if (!placed) throw new Error('the need has no shard')
  const address = Object.assign(new URL(service.database.ownerConnectionString), { host: placed.node })
  const worker = await connected(address.toString())
  const gid = `citus_0_1_${newId('event')}`

  await worker.query('begin')
  await worker.query(`update ${placed.shard} set status = 'closed' where id = $1`, [idToUuid(need)])
  await worker.query(`prepare transaction '${gid}'`)
  await owner.query('begin')
  await owner.query('insert into pg_dist_transaction values ($1, $2)', [placed.group, gid])
  await owner.query(
    `insert into events (partner_id, id, type, resource_id, occurred_at, xid)
    values ($1, $2, 'need.changed', $3, now(), event_xid())`,
    [idToUuid(partner.partnerId), idToUuid(newId('event')), needId],
  )
  await owner.query('commit')

  const { engine, feed } = service.services.market
  const done: string[] = []
  const caughtUp = feed.catchUp().then(() => done.push('index'))
  const numbered = db
    .transaction((tx) => createEventPositionsRepository(tx).number(10_000))
    .then(() => done.push('positions'))
  const horizon = createEventsRepository(db)
    .horizon()
    .then(() => done.push('horizon'))
  // Each waits and asks the workers again and again.
  await until(async () => {
    const { rowCount } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and query like '%run_command_on_workers%'
      and pid <> pg_backend_pid()`,
    )
    return (rowCount ?? 0) >= 3
  })
  t.same(done, [])
  t.equal(engine.partnerOfNeed(needId), partner.partnerId)
  await worker.query(`commit prepared '${gid}'`)
  await Promise.all([caughtUp, numbered, horizon])
  t.equal(engine.partnerOfNeed(needId), undefined)
})

t.test(
  'later migrations work on a distributed database, and bring their tables to their places',
  async (t) => {
    const folder = temporaryFolder(t)
    cpSync(new URL('../../../migrations/', import.meta.url), folder, { recursive: true })
    writeFileSync(
      join(folder, '9999_later.sql'),
      `create table need_notes (
      partner_id uuid not null references partners (id), id uuid not null, need_id uuid not null,
      note text not null default 'a; b -- c', primary key (partner_id, id));
    select distribute_by_partner('need_notes');
    alter table need_notes add foreign key (partner_id, need_id) references needs (partner_id, id);
    create index on need_notes (partner_id, need_id);
    alter table needs add column later text;
    update needs set later = 'yes' where status = 'open'; -- of all partners
    create table late_queue (id uuid primary key, partner_id uuid not null references partners (id));
    create table without_a_call (partner_id uuid not null references partners (id), id uuid not null, primary key (partner_id, id));
    create function two() returns integer language plpgsql as $$ begin perform 1; return 2; end $$;`,
    )
    const at = pathToFileURL(`${folder}/`)
    t.same(await migrate(service.database.ownerConnectionString, at), ['9999_later'])
    t.same(await migrate(service.database.ownerConnectionString, at), [])
    const { rows } = await owner.query<{ name: string; type: string }>(
      `select table_name::text as name, citus_table_type as type from citus_tables
    where table_name::text in ('need_notes', 'late_queue', 'without_a_call') order by 1`,
    )
    t.same(rows, [
      { name: 'need_notes', type: 'distributed' },
      { name: 'without_a_call', type: 'distributed' },
    ])
    const later = await owner.query('select distinct later from needs where status = $1', ['open'])
    t.same(later.rows, [{ later: 'yes' }])
    await t.rejects(
      owner.query('insert into need_notes (partner_id, id, need_id) values ($1, $2, $2)', [
        idToUuid(partner.partnerId),
        idToUuid(newId('need')),
      ]),
      /violates foreign key/,
    )
    t.same(await placeTables(service.database.ownerConnectionString, { dryRun: true }), [])
  },
)

t.test('every node has the role of the service, and a partner lies on one shard', async (t) => {
  const nodesOf = await nodesOfCluster(service.database.ownerConnectionString)
  t.ok(nodesOf('postgres').length > 1)
  const { rows } = await owner.query('explain (costs off) select from needs where partner_id = $1', [
    idToUuid(partner.partnerId),
  ])
  t.match(JSON.stringify(rows), /Task Count: 1"/)
})
