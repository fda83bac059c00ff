import t from 'tap'
import { createEventPositionsRepository } from '../../../src/platform/events/index.ts'
import { newId } from '../../../src/shared/ids.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'

t.test('however many are numbered at a time, all are, in their order', async (t) => {
  const service = await startTestService(t)
  await service.services.background.works.number_events.stop()
  const { partnerId } = await service.newPartner()
  const repository = createEventPositionsRepository(service.database.db)
  const number = (limit: number) =>
    service.database.db.transaction((db) => createEventPositionsRepository(db).number(limit))
  const written: string[] = []
  const append = (count: number) =>
    service.services.runtime.inTransaction(async (tx) => {
      for (let one = 0; one < count; one++) {
        const resourceId = newId('placement')
        written.push(resourceId)
        tx.append({
          partnerId,
          type: 'placement.made',
          resourceId,
          data: { status: 'draft', cohort_id: newId('cohort') },
        })
      }
    })
  const numbered = async () =>
    (await repository.ofPartner(partnerId, { limit: 100 })).events.map(({ resourceId }) => resourceId)

  // A batch that is just full leaves nothing behind that says so.
  for (const count of [4, 1, 2, 6, 3]) {
    await append(count)
    await until(async () => {
      await number(2)
      return (await numbered()).length === written.length
    })
    t.same(await numbered(), written)
  }
  t.equal(await repository.isHeldUp(), false)
  t.equal(await number(2), null)
})
