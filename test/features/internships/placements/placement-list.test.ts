import t from 'tap'
import { checkList } from '../../../support/check-list.ts'
import { newCohort } from '../../../support/cohort.ts'
import { startTestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)

t.test('placements of all cohorts are listed by cohort, status and method', async () => {
  const { office, cohortId } = await newCohort(service, { candidates: 1, needs: 1 })
  const place = (method: string) => post(office, `/v1/cohorts/${cohortId}/placements`, { method })
  const first = await place('stable')
  const second = await place('most_placed')
  await office.call('POST', `/v1/placements/${second}/publish`)
  await service.services.background.works.publish_placements.idle()
  await checkList(service, office, '/v1/placements', {
    key: 'id',
    all: [first, second],
    finds: {
      'sort=-created_at': [second, first],
      [`cohort_id=${cohortId}`]: [first, second],
      'status=draft': [first],
      'status=draft,published': [first, second],
      'method=most_placed': [second],
      'created_since=2020-01-01T00:00:00Z&sort=created_at': [first, second],
    },
  })
})
