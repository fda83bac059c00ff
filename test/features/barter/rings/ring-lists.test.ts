import t, { type Test } from 'tap'
import {
  acceptAll,
  type Barterer,
  newSkills,
  organizationWithNeed,
  proposeRing,
} from '../../../support/barterers.ts'
import { helperBody } from '../../../support/bodies.ts'
import { checkList } from '../../../support/check-list.ts'
import { startTestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)
const { pool } = service.database
const isJsonOnly = true

/** Two that give each other what they want, the first of them of a partner who has others. */
async function swap(partner?: Barterer['partner']): Promise<[Barterer, Barterer]> {
  const [a = '', b = ''] = newSkills(2)
  return [await organizationWithNeed(service, a, b, {}, partner), await organizationWithNeed(service, b, a)]
}

async function proposed(parties: readonly Barterer[]): Promise<string> {
  const { status, body } = await proposeRing(parties)
  t.equal(status, 201)
  return body.id
}

t.test('rings are listed by posting, party, status, turn and time, each once', async (t) => {
  const owner = await service.newPartner()
  const [mine, theirs] = await swap(owner)
  const first = await proposed([mine, theirs])
  const [a = '', b = ''] = newSkills(2)
  const both: [Barterer, Barterer] = [
    await organizationWithNeed(service, a, b, {}, owner),
    await organizationWithNeed(service, b, a, {}, owner),
  ]
  const second = await proposed(both)
  await owner.call('POST', `/v1/rings/${second}/accept`)
  const [answering, asking] = await swap(owner)
  const third = await proposed([asking, answering])
  const fourth = await proposed(await swap(owner))
  await owner.call('POST', `/v1/rings/${fourth}/decline`)
  const { body: shown } = await owner.call('GET', `/v1/rings/${third}`)
  const helperId = await post(owner, '/v1/helpers', helperBody())
  const organizationPath = `/v1/organizations/${answering.organizationId}`
  const { headers } = await owner.call('GET', organizationPath)
  await owner.call('PATCH', organizationPath, {
    headers: { 'if-match': String(headers.etag) },
    body: { helper_id: helperId },
  })
  await checkList(service, owner, '/v1/rings', {
    key: 'id',
    isJsonOnly,
    all: [fourth, third, second, first],
    finds: {
      'sort=created_at': [first, second, third, fourth],
      'sort=-updated_at&status=proposed': [third, first],
      'status=accepted': [second],
      'status=proposed,accepted': [third, second, first],
      'status=declined,broken&sort=created_at': [fourth],
      [`need_id=${mine.postingId}`]: [first],
      [`need_id=${theirs.postingId}`]: [first],
      [`need_id=${both[1].postingId}&status=proposed`]: [],
      [`organization_id=${theirs.organizationId}`]: [first],
      [`organization_id=${both[0].organizationId}`]: [second],
      [`helper_id=${helperId}`]: [third],
      'turn=yours': [third],
      'turn=theirs': [first],
      [`created_since=${shown.created_at}&sort=created_at`]: [third, fourth],
      [`created_before=${shown.created_at}`]: [second, first],
      'updated_since=2020-01-01T00:00:00Z&status=declined': [fourth],
      'updated_before=2020-01-01T00:00:00Z': [],
    },
  })
  await copiesAreInStep(t)
  const ofTheirs = await theirs.partner.call(
    'GET',
    `/v1/rings?organization_id=${mine.organizationId}&include=total`,
  )
  t.match(
    ofTheirs.body,
    { data: [{ id: first }], total: { value: 1 } },
    'the other side finds it by what is not its own',
  )
  const answer = await owner.call(
    'GET',
    `/v1/rings?cursor=${await cursorOf(owner, 'status=proposed')}&status=accepted`,
  )
  t.match(answer, { status: 422, body: { code: 'invalid_cursor' } })
})

/** Parties repeat what lists need of their ring, also when a process of an earlier version writes them. */
async function copiesAreInStep(t: Test): Promise<void> {
  const { rows } = await pool.query(`
    select count(*)::int as parties,
      count(*) filter (where (p.state, p.created_at, p.updated_at) is distinct from (r.state, r.created_at, r.updated_at))::int as stale,
      count(distinct (p.ring_id, p.partner_id))::int as partners, count(*) filter (where p.is_listed)::int as listed
    from ring_parties p join rings r on r.id = p.ring_id`)
  const [found] = rows
  t.match(found, { parties: 8, stale: 0 })
  t.equal(found.listed, found.partners, 'each partner lists a ring by one of its parties')
}

async function cursorOf(by: Barterer['partner'], query: string): Promise<string> {
  const { body } = await by.call('GET', `/v1/rings?limit=1&${query}`)
  return encodeURIComponent(body.next_cursor)
}

t.test('a ring of two parties of one partner is shown with all its parties', async (t) => {
  const owner = await service.newPartner()
  const parties = await swap(owner)
  const id = await proposed(parties)
  await acceptAll(parties.slice(1), id)
  const { body } = await owner.call('GET', '/v1/rings?status=accepted')
  t.equal(body.data[0].parties.length, 2)
  t.same((await owner.call('GET', `/v1/rings/${id}`)).body, body.data[0], 'as when it is read alone')
})

t.test('each filter and order of rings has an index', async (t) => {
  const client = await pool.connect()
  t.teardown(() => client.release(true))
  await client.query('set enable_seqscan = off')
  await client.query('set enable_sort = off')
  const { rows: partners } = await pool.query('select id from partners limit 1')
  const own = `partner_id = '${partners[0].id}'`
  const named = `id in (select ring_id from ring_parties where gives_id = 'need_' or to_id = 'need_')`
  const expected: [statement: string, index: string][] = [
    [`select * from partner_rings where ${own} order by id desc limit 20`, 'ring_parties_of_partner'],
    [
      `select * from partner_rings where ${own} and state = 'broken' order by id limit 20`,
      'ring_parties_by_state',
    ],
    [`select * from partner_rings where ${named}`, 'ring_parties_by_what_they_lead_to'],
    [
      `select * from ring_parties where organization_id = '${partners[0].id}'`,
      'ring_parties_of_organization',
    ],
    [`select * from ring_parties where helper_id = '${partners[0].id}'`, 'ring_parties_of_helper'],
    [`select * from partner_rings where ${own} order by updated_at, id limit 20`, 'ring_parties_by_change'],
    [`select * from partner_rings where ${own} order by created_at, id limit 20`, 'ring_parties_by_posting'],
  ]
  for (const [statement, index] of expected) {
    const { rows } = await client.query(`explain (format json) ${statement}`)
    t.match(JSON.stringify(rows), index, statement)
  }
})
