import t from 'tap'
import { reportSprintMoments } from '../../../src/features/sprints/index.ts'
import { idToUuid, type OrganizationId } from '../../../src/shared/ids.ts'
import { acceptAll, linksOf, threeInARing } from '../../support/barterers.ts'
import { organizationBody } from '../../support/bodies.ts'
import { checkList } from '../../support/check-list.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { workday } from '../../support/workday.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const { pool } = service.database

const newSprint = (by: Partner, organizationId: string) =>
  post(by, '/v1/sprints', {
    organization_id: organizationId,
    bottlenecks: [{ title: 'Books', description: 'Bring the books up to date.' }],
  })

t.test('sprints are listed by organization, by their end and by time', async (t) => {
  const partner = await service.newPartner()
  const organizations = [
    await post(partner, '/v1/organizations', organizationBody({ external_id: 'first' })),
    await post(partner, '/v1/organizations', organizationBody()),
  ] as const
  const first = await newSprint(partner, organizations[0])
  const second = await newSprint(partner, organizations[1])
  const third = await newSprint(partner, organizations[0])
  await pool.query(
    `update sprints set deadline_at = now() - interval '1 hour', half_time_at = now() - interval '2 hours' where organization_id = $1`,
    [idToUuid(organizations[1] as OrganizationId)],
  )
  await reportSprintMoments(service.services.runtime.inTransaction, () => new Date())
  await checkList(service, partner, '/v1/sprints', {
    key: 'id',
    all: [first, second, third],
    finds: {
      'sort=-created_at': [third, second, first],
      'sort=updated_at': [first, third, second],
      [`organization_id=${organizations[0]}`]: [first, third],
      'has_ended=true': [second],
      'has_ended=false': [first, third],
      'created_before=2020-01-01T00:00:00Z': [],
      'updated_since=2020-01-01T00:00:00Z': [first, third, second],
    },
  })
  const { body } = await partner.call('GET', '/v1/sprints.csv')
  t.match(body, /,first,/)
  const { body: shown } = await partner.call(
    'GET',
    `/v1/sprints?fields=need_ids&organization_id=${organizations[1]}`,
  )
  t.same(Object.keys(shown.data[0]).sort(), ['id', 'need_ids'])
})

t.test('time credits are listed by party and balance, of the caller only', async (t) => {
  const parties = await threeInARing(service)
  const [giver, receiver] = parties
  const { body: ring } = await giver.partner.call('POST', '/v1/rings', { body: { links: linksOf(parties) } })
  const closed = (await acceptAll(parties.slice(1), ring.id)).at(-1)?.body
  const engagement = `/v1/engagements/${closed.parties[0].engagement_id}/hours`
  const { body: hours } = await giver.partner.call('POST', engagement, {
    body: { worked_on: workday(), hours: 3 },
  })
  await receiver.partner.call('POST', `${engagement}/${hours.id}/confirm`)
  const other = await post(giver.partner, '/v1/organizations', organizationBody())
  await giver.partner.call('PUT', `/v1/credits/${other}/limit`, { body: { limit_hours: 5 } })
  const own = [giver.organizationId, other]
  await checkList(service, giver.partner, '/v1/credits', {
    key: 'party_id',
    all: own.toSorted(),
    finds: {
      'sort=balance_hours': [other, giver.organizationId],
      'sort=-balance_hours': [giver.organizationId, other],
      'party=helper': [],
      'party=organization&sort=-balance_hours': [giver.organizationId, other],
      'is_owing=true': [],
    },
  })
  await checkList(service, receiver.partner, '/v1/credits', {
    key: 'party_id',
    all: [receiver.organizationId],
    finds: { 'is_owing=true': [receiver.organizationId], 'is_owing=false': [] },
  })
  t.match(await giver.partner.call('GET', '/v1/credits?sort=created_at'), { status: 422 })
})
