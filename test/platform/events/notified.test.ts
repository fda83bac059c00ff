import pg from 'pg'
import t from 'tap'
import { createPartner } from '../../../src/features/access/index.ts'
import { createInTransaction, EVENTS_CHANNEL } from '../../../src/platform/events/index.ts'
import { systemClock } from '../../../src/shared/clock.ts'
import { newId } from '../../../src/shared/ids.ts'
import { createTestDatabase } from '../../support/database.ts'
import { until } from '../../support/process.ts'

const AT_ONCE = 40

async function setUp(t: import('tap').Test) {
  const { db, pool, connectionString } = await createTestDatabase(t)
  const { partnerId } = await createPartner(
    { db, clock: systemClock },
    { name: 'Test', kind: 'site', scopes: [] },
  )
  const listener = new pg.Client({ connectionString })
  await listener.connect()
  const heard = { count: 0, eventsAtLast: 0 }
  // A connection takes one statement at a time.
  let reading = Promise.resolve()
  listener.on('notification', () => {
    heard.count++
    reading = reading.then(async () => {
      const { rows } = await listener.query<{ count: string }>('select count(*) from events')
      heard.eventsAtLast = Number(rows[0]?.count)
    })
  })
  t.teardown(async () => {
    listener.removeAllListeners('notification')
    await reading
    await listener.end()
  })
  await listener.query(`listen ${EVENTS_CHANNEL}`)
  const inTransaction = createInTransaction({ db, clock: systemClock, onCommitted: async () => {} })
  const write = () =>
    inTransaction(async ({ append }) =>
      append({ partnerId, type: 'need.deleted', resourceId: newId('need') }),
    )
  return { db, pool, partnerId, heard, inTransaction, write }
}

t.test(
  'who reads at each notification sees all that was committed, however many wrote at once',
  async (t) => {
    const { heard, write } = await setUp(t)
    for (let round = 1; round <= 3; round++) {
      await Promise.all(Array.from({ length: AT_ONCE }, write))
      await until(() => heard.eventsAtLast === round * AT_ONCE)
    }
    t.ok(heard.count < 3 * AT_ONCE, `${heard.count} notifications`)
  },
)

t.test('no trigger notifies inside a transaction, which would then commit alone', async (t) => {
  const { pool } = await setUp(t)
  const { rows } = await pool.query(
    `select tgname from pg_trigger where tgrelid = 'events'::regclass and not tgisinternal`,
  )
  t.same(rows, [])
})

t.test(
  'a write is done although its notification fails, and one that fails itself notifies nobody',
  async (t) => {
    const { db, partnerId, heard, inTransaction, write } = await setUp(t)
    await t.rejects(
      inTransaction(async ({ append }) => {
        append({ partnerId: newId('partner'), type: 'need.deleted', resourceId: newId('need') })
        throw new Error('no')
      }),
      { message: 'no' },
    )
    const broken = createInTransaction({
      db: {
        ...db,
        transaction: (work, committed) =>
          db.transaction(work, async (own) => {
            await own.execute('select pg_terminate_backend(pg_backend_pid())').catch(() => {})
            await committed?.(own)
          }),
      },
      clock: systemClock,
      onCommitted: async () => {},
    })
    const resourceId = newId('need')
    await broken(async ({ append }) => append({ partnerId, type: 'need.deleted', resourceId }))
    t.equal(heard.count, 0)
    await write()
    await until(() => heard.eventsAtLast === 2)
  },
)
