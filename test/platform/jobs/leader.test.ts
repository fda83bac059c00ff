import t from 'tap'
import { openDatabase } from '../../../src/platform/db/index.ts'
import { createLeader } from '../../../src/platform/jobs/index.ts'
import { createTestDatabase } from '../../support/database.ts'
import { until } from '../../support/process.ts'

const { connectionString } = await createTestDatabase(t)
const LEASE_MS = 1000
let names = 0

/** Processes that want to lead, each on connections of its own, and what each has begun and ended. */
function candidates(count: number) {
  const name = `work ${names++}`
  return Array.from({ length: count }, () => {
    const database = openDatabase({ connectionString, poolSize: 1, onError: () => {} })
    const leader = createLeader({
      db: database.db,
      name,
      onError: () => {},
      leaseMs: LEASE_MS,
      renewalMs: LEASE_MS / 20,
    })
    t.teardown(async () => {
      await leader.stop()
      await database.close()
    })
    const log: string[] = []
    leader.start(async () => {
      log.push('begun')
      return async () => void log.push('ended')
    })
    return { ...database, leader, log }
  })
}

const leading = <T extends { leader: { leads: boolean } }>(all: readonly T[]) =>
  all.filter(({ leader }) => leader.leads)

t.test('of many that start at once one leads, and the next when it stops', async (t) => {
  const all = candidates(5)
  for (let left = all.length; left > 0; left--) {
    const [leader] = await until(() => (leading(all).length > 0 ? leading(all) : null))
    t.equal(leading(all).length, 1)
    await leader?.leader.stop()
    t.same(leader?.log, ['begun', 'ended'])
  }
  t.same(
    all.map(({ log }) => log.length),
    all.map(() => 2),
    'each led once',
  )
})

t.test('one that can no longer reach the database ends its work, and another leads', async (t) => {
  const all = candidates(2)
  const [first] = await until(() => (leading(all).length > 0 ? leading(all) : null))
  first?.cut()
  const [second] = await until(() => {
    const now = leading(all)
    return now.length === 1 && now[0] !== first ? now : null
  })
  t.same(first?.log, ['begun', 'ended'])
  t.same(second?.log, ['begun'])
})

t.test('work that can not begin is tried again', async (t) => {
  const { db, close } = openDatabase({ connectionString, poolSize: 1, onError: () => {} })
  const errors: string[] = []
  const leader = createLeader({
    db,
    name: 'failing work',
    onError: ({ message }) => errors.push(message),
    renewalMs: 10,
  })
  let tries = 0
  leader.start(async () => {
    tries++
    if (tries < 3) throw new Error(`try ${tries}`)
    return async () => {}
  })
  await until(() => leader.leads)
  t.same(errors, ['try 1', 'try 2'])
  await leader.stop()
  t.notOk(leader.leads)
  await close()
})
