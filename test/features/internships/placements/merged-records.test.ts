import t from 'tap'
import { eventData } from '../../../../src/platform/events/index.ts'
import { idToUuid } from '../../../../src/shared/ids.ts'
import { type CohortWorld, newCohort } from '../../../support/cohort.ts'
import { startTestService } from '../../../support/service.ts'
import { created } from '../../../support/world.ts'

const service = await startTestService(t)

async function place({ office, cohortId }: CohortWorld): Promise<string> {
  const body = { method: 'most_placed' }
  return String(created(await office.call('POST', `/v1/cohorts/${cohortId}/placements`, { body })).id)
}

async function changesOf({ office }: CohortWorld, placementId: string) {
  const { rows } = await service.database.pool.query<{ resource_id: string; data: unknown }>(
    `select resource_id, data from events where partner_id = $1 and type = 'placement.changed'`,
    [idToUuid(office.partnerId)],
  )
  return rows.filter((row) => row.resource_id === placementId).map(({ data }) => data)
}

const told = [eventData['placement.changed'].parse({ changed: ['results'] })]

t.test('an office is told once of each placement that names an organization that was merged', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  const [first, second] = [await place(world), await place(world)]
  const [kept, from] = world.organizations
  const merged = await world.site.call('POST', `/v1/organizations/${kept}/merge`, { body: { from_id: from } })
  t.match(merged, { status: 200, body: { moved: { placement_results: 2 } } })
  t.same(await changesOf(world, first), told)
  t.same(await changesOf(world, second), told)
})

t.test('and of each placement that names a student who was merged, and of no other', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  const [kept, from] = world.candidates
  const named = await place(world)
  await world.office.call('PATCH', `/v1/cohorts/${world.cohortId}`, {
    headers: { 'if-match': '*' },
    body: { candidate_ids: [kept] },
  })
  const unconcerned = await place(world)
  const merged = await world.office.call('POST', `/v1/candidates/${kept}/merge`, { body: { from_id: from } })
  t.match(merged, { status: 200, body: { dropped: { placement_results: 1 } } })
  t.same(await changesOf(world, named), told)
  t.same(await changesOf(world, unconcerned), [])
})
