import t from 'tap'
import { createTestDatabase } from '../../support/database.ts'
import { methodOf, routeCases } from '../../support/route-cases.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

/** Few, so that requests wait for each other. A request that gets none within 3 seconds is answered 503. */
const POOL_SIZE = 4
const CALLS_AT_ONCE = 60
const TIME_LIMIT_MS = 30_000
/** Rankings stay as small as they are for the first route. */
const ofItsOwn = { visibility: 'partner' }

t.setTimeout(600_000)
const database = await createTestDatabase(t, { poolSize: POOL_SIZE })
const service = await startTestService(t, { database })

for (const [route, { prepare, url, options }] of Object.entries(routeCases(service))) {
  t.test(`${CALLS_AT_ONCE} at once are answered over ${POOL_SIZE} connections: ${route}`, async (t) => {
    const owner = await service.newPartner()
    const world = await postWorld(owner, { need: ofItsOwn, offer: ofItsOwn })
    await prepare?.(owner, world)
    const callOnce = () => owner.call(methodOf(route), url(world), options?.(world))
    const startedAtMs = performance.now()
    const replies = await Promise.all(Array.from({ length: CALLS_AT_ONCE }, callOnce))
    const failed = replies.filter(({ status }) => status >= 500)
    t.same(
      failed.map(({ status, body }) => `${status} ${body.code}`),
      [],
    )
    t.ok(performance.now() - startedAtMs < TIME_LIMIT_MS)
  })
}

t.test('a transaction that asks for a second connection is refused at once', async (t) => {
  const nested = database.db.transaction(async () => database.pool.query('select 1'))
  await t.rejects(nested, /second connection/)
  t.match((await database.pool.query('select 1 as one')).rows, [{ one: 1 }])
})
