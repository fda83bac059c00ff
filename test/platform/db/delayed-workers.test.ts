import { type SQL, sql } from 'drizzle-orm'
import pg from 'pg'
import t from 'tap'
import { needs } from '../../../src/features/postings/index.ts'
import { awaitWorkers, openDatabase, type Queryable } from '../../../src/platform/db/index.ts'
import { createEventPositionsRepository, createEventsRepository } from '../../../src/platform/events/index.ts'
import { createTestDatabase } from '../../support/database.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

/*
 * Citus commits on the coordinator first and on workers a moment later. Here one server plays both: a commit of "the coordinator" notes a
 * transaction as prepared, and a later one, "the worker's", changes the row and ends it. `test/operations/citus` has the real thing.
 */
const database = await createTestDatabase(t)
const owner = new pg.Client({ connectionString: database.ownerConnectionString })
await owner.connect()
t.teardown(() => owner.end())
await owner.query(`
  create table pg_dist_transaction (gid text);
  create table worker (is_away boolean not null, prepared text);
  create sequence questions;
  insert into worker values (false, null);
  create function run_command_on_workers(text) returns table (nodename text, nodeport int, success boolean, result text)
    language sql volatile as $$
      select 'worker', nextval('questions')::int * 0 + 5432, not is_away,
        case when is_away then 'it is away' else coalesce(json_build_array(prepared)::text, '[]') end from worker $$;
  grant all on pg_dist_transaction, worker, questions to public`)
const opened = openDatabase({
  connectionString: database.connectionString,
  poolSize: 10,
  onError: () => {},
  isDistributed: true,
})
t.teardown(opened.close)
const service = await startTestService(t, { database: { ...database, ...opened } })
const { db } = opened
const partner = await service.newPartner()

/** Closes a need as another process does, up to the coordinator's commit. `end` is the worker's. */
async function closeSlowly(needId: string) {
  await owner.query(`update worker set prepared = 'citus_1'`)
  await db.transaction(async (tx) => {
    await createEventsRepository(tx).append(
      [{ partnerId: partner.partnerId, type: 'need.reranked', resourceId: needId }],
      new Date(),
    )
    await tx.execute(sql`insert into pg_dist_transaction values ('citus_1')`)
  })
  return async () => {
    await db.update(needs).set({ status: 'closed' })
    await owner.query('update worker set prepared = null')
  }
}

async function questions(): Promise<number> {
  const { rows } = await owner.query<{ asked: string }>('select last_value as asked from questions')
  return Number(rows[0]?.asked)
}

/** Waits until the worker has been asked again. */
async function asked(): Promise<void> {
  const before = await questions()
  await until(async () => (await questions()) > before)
}

const isOpen = (needId: string) => service.services.market.engine.partnerOfNeed(needId) !== undefined

t.test('the index reads what events tell of only when workers show it', async (t) => {
  const { needId } = await postWorld(partner)
  t.ok(isOpen(needId))
  const end = await closeSlowly(needId)
  let isCaughtUp = false
  const caughtUp = service.services.market.feed.catchUp().then(() => {
    isCaughtUp = true
  })
  await asked()
  await asked()
  t.notOk(isCaughtUp)
  await end()
  await caughtUp
  t.notOk(isOpen(needId))
})

t.test('positions are given, and the first rows read, only then', async (t) => {
  const { needId } = await postWorld(partner)
  // The service may still be numbering what was posted, and would give the positions that are waited for here.
  await service.services.background.works.number_events.idle()
  const end = await closeSlowly(needId)
  const given: string[] = []
  // A transaction that is open in another database of the server holds up the numbering too.
  const numbered = until(() =>
    db.transaction((tx) => createEventPositionsRepository(tx).number(10_000)),
  ).then(() => given.push('positions'))
  const horizon = createEventsRepository(db)
    .horizon()
    .then(() => given.push('horizon'))
  await asked()
  await asked()
  t.same(given, [])
  const { rows } = await owner.query(`select from event_positions p join events e on e.id = p.event_id
    where e.type = 'need.reranked' and e.resource_id = '${needId}'`)
  t.same(rows, [])
  await end()
  await Promise.all([numbered, horizon])
  t.same(given.toSorted(), ['horizon', 'positions'])
})

t.test('what is committed meanwhile is not waited for', async (t) => {
  const { needId } = await postWorld(partner)
  const end = await closeSlowly(needId)
  const first = Promise.withResolvers<void>()
  const execute = async (question: SQL) => {
    const answer = await db.execute(question)
    first.resolve()
    return answer
  }
  // `awaitWorkers` uses no more than these. The service asks workers by itself too, so only this tells who was answered.
  const waited = awaitWorkers({ isDistributed: true, execute } as unknown as Queryable)
  await first.promise
  await owner.query(`insert into pg_dist_transaction values ('citus_2')`)
  await owner.query(`update worker set prepared = 'citus_2'`)
  await waited
  t.pass('another transaction took the place of the first')
  await end()
})

t.test('a worker that is away keeps the index from going on', async (t) => {
  const { needId } = await postWorld(partner)
  const end = await closeSlowly(needId)
  await owner.query('update worker set is_away = true')
  await t.rejects(service.services.market.feed.catchUp(), /worker:5432 of Citus does not answer/)
  await owner.query('update worker set is_away = false')
  await end()
  await service.services.market.feed.catchUp()
  t.notOk(isOpen(needId))
})
