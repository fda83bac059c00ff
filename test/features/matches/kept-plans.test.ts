import t from 'tap'
import { createMarketRepository } from '../../../src/features/matches/market.repository.ts'
import { openDatabase } from '../../../src/platform/db/index.ts'
import { isId } from '../../../src/shared/ids.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

const service = await startTestService(t)
const one = openDatabase({
  connectionString: service.database.connectionString,
  poolSize: 1,
  onError: () => {},
})
t.teardown(one.close)
const market = createMarketRepository(one.db)

interface Kept {
  name: string
  generic_plans: string
}
async function readPlans(): Promise<Kept[]> {
  const { rows } = await one.pool.query<Kept>(
    "select name, generic_plans from pg_prepared_statements where name like 'market_%' order by prepare_time",
  )
  return rows
}

t.test(
  'a connection keeps the plan of a read by keys, however many keys, until many more rows were read',
  async (t) => {
    const partner = await service.newPartner()
    const [one, two] = [await postWorld(partner), await postWorld(partner)]
    const ids = [one.needId, two.needId].filter((id) => isId('need', id))
    const keys = ids.map((id) => ({ partnerId: partner.partnerId, id }))
    for (let i = 0; i < 8; i++) t.equal((await market.needsByKey(keys.slice(i % 2))).length, 2 - (i % 2))
    const [first] = await readPlans()
    t.ok(Number(first?.generic_plans) >= 3, 'planned for the first five runs only')
    for (let i = 0; i < 4; i++) await market.needsByKey(keys)
    t.same(
      (await readPlans()).map(({ name }) => name),
      ['market_needs_by_key_0', 'market_needs_by_key_1'],
      'planned anew when the tables may have grown',
    )
  },
)
