import { parse } from 'csv-parse/sync'
import t from 'tap'
import { candidateBody, needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { internWork } from '../../support/intern-work.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { answer, type TwoPartners, twoPartners } from '../../support/two-partners.ts'
import { workday } from '../../support/workday.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

type Row = Record<string, string>

async function rowsOf(partner: Partner, address: string): Promise<Row[]> {
  const { status, body } = await partner.call('GET', address)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return parse(String(body), { columns: true })
}

/** An engagement of both partners with so many hours logged by the side of the need. */
async function engage(pair: TwoPartners, hours: number[] = []): Promise<string> {
  const { needSide, offerSide, needId, offerId } = pair
  const id = await post(needSide, '/v1/introductions', {
    need_id: needId,
    offer_id: offerId,
    message: '=HYPERLINK("http://x.example")',
  })
  await answer(offerSide, id, 'accept')
  const [engagement] = (await needSide.call('GET', '/v1/engagements')).body.data
  await needSide.call('PUT', `/v1/engagements/${engagement.id}/plan`, {
    headers: { 'if-match': '*' },
    body: { starts_on: '2026-11-01' },
  })
  for (const [at, one] of hours.entries())
    await post(needSide, `/v1/engagements/${engagement.id}/hours`, {
      worked_on: `2026-11-${String(at + 1).padStart(2, '0')}`,
      hours: one,
    })
  return engagement.id
}

t.test('introductions, engagements and hours name what is yours and only that', async (t) => {
  const pair = await twoPartners(service, { need: { external_id: '007', title: 'Set up the books' } })
  const engagementId = await engage(pair, [1.5, 2])
  for (const address of ['/v1/introductions.csv', '/v1/engagements.csv', '/v1/hours.csv']) {
    const [ours] = await rowsOf(pair.needSide, address)
    const [theirs] = await rowsOf(pair.offerSide, address)
    const ids = {
      need_id: pair.needId,
      organization_id: pair.organizationId,
      offer_id: pair.offerId,
      helper_id: pair.helperId,
    }
    t.match(
      ours,
      {
        ...ids,
        yours: 'need',
        need_external_id: "'007",
        need_title: 'Set up the books',
        organization_name: 'Harbor Food Pantry',
        offer_title: '',
        helper_name: '',
      },
      address,
    )
    t.match(
      theirs,
      {
        ...ids,
        yours: 'offer',
        need_external_id: '',
        need_title: '',
        organization_name: '',
        offer_title: 'Bookkeeping for nonprofits',
        helper_name: 'Lee Moreno',
      },
      address,
    )
    for (const partner of [pair.needSide, pair.offerSide])
      t.notMatch(String((await partner.call('GET', address)).body), /@example|510 ?555/, 'no contact')
  }
  t.match((await rowsOf(pair.needSide, '/v1/introductions.csv'))[0], {
    status: 'accepted',
    message: '\'=HYPERLINK("http://x.example")',
  })
  t.match((await rowsOf(pair.needSide, '/v1/engagements.csv'))[0], { id: engagementId, status: 'active' })
  t.match(await rowsOf(pair.needSide, '/v1/hours.csv'), [
    {
      engagement_id: engagementId,
      worked_on: '2026-11-01',
      hours: '1.5',
      status: 'logged',
      logged_by: 'need',
    },
    { worked_on: '2026-11-02', hours: '2' },
  ])
})

t.test('a token without the scope of a kind gets no names of it', async (t) => {
  const narrow = await service.newPartner({
    scopes: [
      'introductions:read',
      'introductions:write',
      'needs:read',
      'needs:write',
      'organizations:write',
      'helpers:write',
      'offers:write',
      'engagements:read',
      'engagements:write',
    ],
  })
  const pair = await twoPartners(service)
  const organizationId = await post(narrow, '/v1/organizations', organizationBody())
  const needId = await post(narrow, '/v1/needs', needBody(organizationId))
  await post(narrow, '/v1/introductions', { need_id: needId, offer_id: pair.offerId })
  t.match(await rowsOf(narrow, '/v1/introductions.csv'), [
    { need_title: 'Bring our books up to date', organization_id: organizationId, organization_name: '' },
  ])
})

t.test('an office reads the names of its students, another partner does not', async (t) => {
  const office = await service.newPartner({ kind: 'internship_office' })
  const { needSide, needId } = await twoPartners(service)
  const programId = await post(office, '/v1/programs', programBody())
  const consent = {
    share_profile: true,
    share_contact: false,
    recorded_at: '2026-11-01T10:00:00Z',
    source: 'Form',
  }
  const candidateId = await post(
    office,
    '/v1/candidates',
    candidateBody(programId, { external_id: 'S-1', consent }),
  )
  const { offer_id } = (await office.call('GET', `/v1/candidates/${candidateId}`)).body
  await post(needSide, '/v1/introductions', { need_id: needId, offer_id })
  t.match(await rowsOf(office, '/v1/introductions.csv'), [
    { helper_external_id: 'S-1', helper_name: 'Priya Raman', need_title: '' },
  ])
  const shownBefore = await countShown(office, candidateId)
  t.match(await rowsOf(needSide, '/v1/introductions.csv'), [{ helper_external_id: '', helper_name: '' }])
  t.equal(await countShown(office, candidateId), shownBefore + 1, 'and the showing is logged')
})

t.test('an export of hours logs each student once, however many pages it has', async (t) => {
  const work = await internWork(service)
  const { site, office, candidateId, engagementId } = work
  const entry = { worked_on: workday(), hours: 0.5 }
  await post(site, `${work.address}/hours`, entry)
  await repeatLastEntry(1200)
  for (const address of ['/v1/hours.csv', `/v1/engagements/${engagementId}/hours.csv`]) {
    const before = await countShown(office, candidateId)
    t.equal((await rowsOf(site, address)).length, 1201)
    t.equal(await countShown(office, candidateId), before + 1, address)
  }
})

/** Adds entries like the one that was logged last. */
function repeatLastEntry(count: number) {
  return service.database.pool.query(
    `insert into engagement_hours (engagement_id, id, worked_on, hours, logged_by, state, created_at)
     select engagement_id, gen_random_uuid(), worked_on, hours, logged_by, state, created_at
     from engagement_hours, generate_series(1, $1::int)
     where engagement_id = (select engagement_id from engagement_hours order by created_at desc limit 1)`,
    [count],
  )
}

async function countShown(office: Partner, candidateId: string): Promise<number> {
  const { body } = await office.call('GET', `/v1/candidates/${candidateId}/disclosures`)
  return body.data.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
}

t.test('the filters of the lists hold, and Accept chooses', async (t) => {
  const pair = await twoPartners(service)
  const engagementId = await engage(pair, [1, 2, 3])
  const { needSide, offerSide } = pair
  t.same(await rowsOf(needSide, '/v1/introductions.csv?role=offer'), [])
  t.same(await rowsOf(needSide, '/v1/introductions.csv?status=declined'), [])
  t.equal((await rowsOf(needSide, '/v1/engagements.csv?role=need&status=active')).length, 1)
  const hours = await rowsOf(offerSide, '/v1/hours.csv?from=2026-11-02&to=2026-11-02')
  t.match(hours, [{ hours: '2' }])
  t.same(await rowsOf(offerSide, '/v1/hours.csv?role=need'), [])
  t.equal((await rowsOf(offerSide, `/v1/engagements/${engagementId}/hours.csv`)).length, 3)
  for (const list of ['/v1/introductions', '/v1/engagements', `/v1/engagements/${engagementId}/hours`]) {
    const accept = { headers: { accept: 'text/csv' } }
    const csv = await needSide.call('GET', `${list}?limit=1`, accept)
    t.equal(csv.body, (await needSide.call('GET', `${list}.csv`)).body, list)
    t.match((await needSide.call('GET', list)).body, { next_cursor: null }, list)
  }
})

t.test('a stranger sees nothing, and no engagement of others', async (t) => {
  const pair = await twoPartners(service)
  const engagementId = await engage(pair, [1])
  const stranger = await service.newPartner()
  for (const address of ['/v1/introductions.csv', '/v1/engagements.csv', '/v1/hours.csv'])
    t.same(await rowsOf(stranger, address), [])
  t.equal((await stranger.call('GET', `/v1/engagements/${engagementId}/hours.csv`)).status, 404)
})

t.test('more hours than a page come out once each, in order, read by an index', async (t) => {
  const pair = await twoPartners(service)
  const engagementId = await engage(pair, [1])
  await repeatLastEntry(1200)
  const ids = (await rowsOf(pair.needSide, '/v1/hours.csv')).map(({ id }) => id ?? '')
  t.equal(ids.length, 1201)
  t.same(ids, [...new Set(ids)].sort())
  t.same((await rowsOf(pair.offerSide, `/v1/engagements/${engagementId}/hours.csv`)).length, 1201)

  const client = await service.database.pool.connect()
  t.teardown(() => client.release())
  await client.query('set enable_seqscan = off')
  const id = "'00000000-0000-0000-0000-000000000000'"
  const plan = await client.query(
    `explain (format json) select * from engagement_hours where engagement_id = any(array[${id}]::uuid[])
     and (engagement_id, id) > (${id}, ${id}) order by engagement_id, id limit 500`,
  )
  t.match(JSON.stringify(plan.rows), /Index/)
  t.notMatch(JSON.stringify(plan.rows), /Seq Scan/)
})
