import t from 'tap'
import { needBody } from '../../../support/bodies.ts'
import { runStatement } from '../../../support/postgres.ts'
import { until } from '../../../support/process.ts'
import { holdAgainstFresh, startReplica } from '../../../support/replicas.ts'
import { startTestService } from '../../../support/service.ts'
import { post, postWorld } from '../../../support/world.ts'

const service = await startTestService(t)
const { connectionString } = service.database
const source = { connectionString, revive: async () => {} }
const LISTENERS = `from pg_stat_activity where datname = current_database() and query like 'listen %smartsource_market%'`

t.test('what is written while no notification can arrive is not missed', async (t) => {
  const partner = await service.newPartner()
  const { organizationId, offerId } = await postWorld(partner)
  const replicas = [await startReplica(t, source), await startReplica(t, source)]
  for (let round = 0; round < 4; round++) {
    // Each replica must be listening again, or there would be nothing to cut.
    await until(async () => (await count(LISTENERS)) === 2)
    const writes = Array.from({ length: 10 }, async (_, at) => {
      const id = await post(partner, '/v1/needs', needBody(organizationId, { title: `Need ${round} ${at}` }))
      if (at % 3 === 0) await partner.call('POST', `/v1/needs/${id}/close`)
    })
    await runStatement(connectionString, `select pg_terminate_backend(pid) ${LISTENERS}`)
    await partner.call('PATCH', `/v1/offers/${offerId}`, {
      body: { title: `Offer ${round}` },
      headers: { 'if-match': '*' },
    })
    await Promise.all(writes)
  }
  await holdAgainstFresh(t, source, replicas)
})

async function count(rows: string): Promise<number> {
  const { rows: found } = await service.database.pool.query<{ count: string }>(`select count(*) ${rows}`)
  return Number(found[0]?.count)
}
