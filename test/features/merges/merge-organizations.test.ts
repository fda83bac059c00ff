import t, { type Test } from 'tap'
import { type Id, idToUuid } from '../../../src/shared/ids.ts'
import {
  acceptAll,
  type Barterer,
  linksOf,
  newSkills,
  organizationWithNeed,
  proposeRing,
} from '../../support/barterers.ts'
import { candidateBody, helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { movedEventsOf } from '../../support/moved-events.ts'
import { newOffice } from '../../support/office.ts'
import { type Partner, type Reply, startTestService } from '../../support/service.ts'
import { workday } from '../../support/workday.ts'
import { created, post } from '../../support/world.ts'

const service = await startTestService(t)
const { pool } = service.database
const anyVersion = { 'if-match': '*' }

interface OrganizationOfTest {
  id: string
  needId: string
}

async function newOrganization(owner: Partner, fields: Record<string, unknown> = {}) {
  const id = await post(owner, '/v1/organizations', organizationBody(fields))
  return { id, needId: await post(owner, '/v1/needs', needBody(id, { positions: 3 })) }
}

/** A partner with two records of one organization, and another partner with a helper and an offer. */
async function twoRecords(
  keptFields: Record<string, unknown> = {},
  fromFields: Record<string, unknown> = {},
) {
  const owner = await service.newPartner()
  const site = await service.newPartner()
  const helperId = await post(site, '/v1/helpers', helperBody())
  const offerId = await post(site, '/v1/offers', offerBody(helperId))
  const kept = await newOrganization(owner, { external_id: 'A1', ...keptFields })
  const from = await newOrganization(owner, { external_id: 'A2', ...fromFields })
  return { owner, site, helperId, offerId, kept, from }
}

const merge = (owner: Partner, kept: { id: string }, from: { id: string }, more = {}): Promise<Reply> =>
  owner.call('POST', `/v1/organizations/${kept.id}/merge`, { body: { from_id: from.id, ...more } })

const propose = (by: Partner, needId: string, offerId: string): Promise<string> =>
  post(by, '/v1/introductions', { need_id: needId, offer_id: offerId })

/** Everything that the partners have, as text. */
async function snapshot(...partners: Partner[]): Promise<string> {
  const tables = ['helpers', 'needs', 'organizations', 'sprints', 'merged_records', 'events', 'track_records']
  const ids = partners.map(({ partnerId }) => idToUuid(partnerId))
  const read = async (table: string, column: string) =>
    (await pool.query(`select r::text from ${table} r where ${column} = any($1) order by 1`, [ids])).rows
  const own = await Promise.all(tables.map((table) => read(table, 'partner_id')))
  const shared = await Promise.all(
    ['introductions', 'engagements'].map((table) => read(table, 'need_partner_id')),
  )
  return JSON.stringify([own, shared])
}

/** Rows of all tables that still name the ended organization. */
async function leftOf(id: string): Promise<string[]> {
  const uuids = ['needs', 'sprints', 'introductions', 'engagements', 'ring_parties', 'placement_results']
  const texts = [
    `select 'preferences' as place from preferences where id = $1`,
    `select 'cohorts' from cohorts where organizations::text like '%' || $1 || '%'`,
    `select 'credits' from credit_entries where $1 in (party_id, counterparty_id)`,
    `select 'accounts' from credit_accounts where party_id = $1`,
    `select 'helpers' from helpers where $1 = any(connections || blocked_organization_ids)`,
    `select 'candidates' from candidates where profile::text like '%' || $1 || '%'`,
  ]
  const { rows } = await pool.query(texts.join(' union all '), [id])
  const byUuid = uuids.map((table) => `select '${table}' as place from ${table} where organization_id = $1`)
  const others = await pool.query(byUuid.join(' union all '), [idToUuid(id as Id<'org'>)])
  return [...rows, ...others.rows].map(({ place }) => place)
}

t.test('needs, sprints, introductions, engagements and hours follow, and events tell of each', async (t) => {
  const { owner, site, offerId, kept, from } = await twoRecords()
  await owner.call('PATCH', `/v1/needs/${from.needId}`, {
    headers: anyVersion,
    body: { external_id: 'N2', is_public: false, alert_min_score: 0.9 },
  })
  const sprint = created(
    await owner.call('POST', '/v1/sprints', {
      body: {
        organization_id: from.id,
        bottlenecks: [{ title: 'Books', description: 'Our books are late.', skills: ['bookkeeping'] }],
      },
    }),
  )
  const id = await propose(site, from.needId, offerId)
  t.match(await owner.call('POST', `/v1/introductions/${id}/accept`), { status: 200 })
  const [engagement] = (await owner.call('GET', '/v1/engagements')).body.data
  await owner.call('POST', `/v1/engagements/${engagement.id}/hours`, {
    body: { worked_on: workday(), hours: 2 },
  })

  t.match(await merge(owner, kept, from), {
    status: 200,
    body: {
      organization: { id: kept.id, external_id: 'A1' },
      moved: { needs: 2, sprints: 1, introductions: 1, engagements: 1 },
      dropped: { rankings: 0 },
    },
  })
  t.match((await owner.call('GET', `/v1/needs/${from.needId}`)).body, {
    organization_id: kept.id,
    external_id: 'N2',
    is_public: false,
    alert_min_score: 0.9,
  })
  t.match((await owner.call('GET', `/v1/sprints/${sprint.id}`)).body, { organization_id: kept.id })
  t.match((await site.call('GET', `/v1/introductions/${id}`)).body, { organization_id: kept.id })
  t.match((await site.call('GET', `/v1/engagements/${engagement.id}`)).body, { organization_id: kept.id })
  t.match((await owner.call('GET', `/v1/engagements/${engagement.id}/hours`)).body.data, [{ hours: 2 }])
  t.same(await leftOf(from.id), [])
  const { rows } = await pool.query(
    `select resource_id, data from events where partner_id = $1 and type = 'organization.merged'`,
    [idToUuid(owner.partnerId)],
  )
  t.same(rows, [{ resource_id: kept.id, data: { from_id: from.id, changed: [] } }])
  const data = { organization_id: kept.id, changed: ['organization_id'] }
  const shared = [
    { type: 'engagement.changed', id: engagement.id, data },
    { type: 'introduction.changed', id, data: { ...data, status: 'accepted' } },
  ]
  t.match(await movedEventsOf(service, site), shared)
  const own = await movedEventsOf(service, owner)
  t.match(own.slice(0, 2), shared)
  t.match(
    own.filter(({ type }) => type === 'sprint.changed'),
    [{ id: sprint.id, data }],
  )
  t.match(
    own.filter(({ type }) => type === 'need.changed').map(({ id }) => id),
    own
      .map(({ data }) => data.need_ids)
      .flatMap((ids) => (Array.isArray(ids) ? [from.needId, ...ids].sort() : [])),
  )
})

t.test('a dry run answers what the merge then does, and writes nothing', async (t) => {
  const { owner, site, offerId, kept, from } = await twoRecords()
  await propose(site, from.needId, offerId)
  const before = await snapshot(owner, site)
  const dry = await merge(owner, kept, from, { dry_run: true })
  t.equal(await snapshot(owner, site), before)
  const real = await merge(owner, kept, from)
  const comparable = ({ body: { dry_run: _, organization, ...rest } }: Reply) => ({
    ...rest,
    organization: { ...organization, updated_at: null },
  })
  t.match([dry, real], [{ status: 200 }, { status: 200 }])
  t.same(comparable(dry), comparable(real))
})

t.test("the kept record's fields win, blank ones are filled, and lists of both hold", async (t) => {
  const [known, blocked] = ['helper_01hzy8m6qke8x9r4t2v7w3n5pa', 'helper_01hzy8m6qke8x9r4t2v7w3n5pb']
  const { owner, kept, from } = await twoRecords(
    { external_id: undefined, url: undefined, causes: [] },
    {
      name: 'Harbour Pantry',
      url: 'https://pantry.example/',
      contact: { name: 'Ada', email: 'other@example.org', phone: '+1 510 555 0142' },
      connections: [known],
      blocked_helper_ids: [blocked],
    },
  )
  const helperId = await post(owner, '/v1/helpers', helperBody())
  await owner.call('PATCH', `/v1/organizations/${from.id}`, {
    headers: anyVersion,
    body: { helper_id: helperId },
  })
  t.match((await merge(owner, kept, from)).body.organization, {
    name: 'Harbor Food Pantry',
    external_id: 'A2',
    url: 'https://pantry.example/',
    causes: ['hunger'],
    contact: { name: 'Ada Park', email: 'ada@example.org', phone: '+1 510 555 0142' },
    connections: [known],
    blocked_helper_ids: [blocked],
    helper_id: helperId,
  })
})

t.test('helpers and candidates of all partners that name the ended record name the kept one', async (t) => {
  const { owner, site, helperId, offerId, kept, from } = await twoRecords()
  const office = await newOffice(service)
  const student = created(
    await office.call('POST', '/v1/candidates', {
      body: candidateBody(office.programId, { blocked_organization_ids: [from.id, kept.id] }),
    }),
  )
  await site.call('PATCH', `/v1/helpers/${helperId}`, {
    headers: anyVersion,
    body: { blocked_organization_ids: [from.id], connections: [from.id] },
  })
  const shown = async () => {
    const { body } = await owner.call('GET', `/v1/needs/${kept.needId}/matches?limit=100`)
    return body.data.map((match: { offer_id: string }) => match.offer_id)
  }
  t.ok((await shown()).includes(offerId))
  t.match((await merge(owner, kept, from)).body.moved, { blocks: 2, connections: 1 })
  t.match((await site.call('GET', `/v1/helpers/${helperId}`)).body, {
    blocked_organization_ids: [kept.id],
    connections: [kept.id],
  })
  t.same((await office.call('GET', `/v1/candidates/${student.id}`)).body.blocked_organization_ids, [kept.id])
  t.notOk((await shown()).includes(offerId), 'the block counts in rankings')
  t.same(await leftOf(from.id), [])
})

t.test('rankings, limits of cohorts and placements follow, and those of the kept record win', async (t) => {
  const { owner, kept, from } = await twoRecords()
  const office = await newOffice(service)
  const student = async () =>
    created(await office.call('POST', '/v1/candidates', { body: candidateBody(office.programId) })).id
  const [one, two] = [await student(), await student()]
  const cohortOf = (organizations: unknown[]) =>
    post(office, '/v1/cohorts', {
      program_id: office.programId,
      name: 'Spring',
      candidate_ids: [one, two],
      needs: [{ need_id: from.needId }, { need_id: kept.needId }],
      organizations,
    })
  const limit = ({ id }: OrganizationOfTest, capacity: number) => ({ organization_id: id, capacity })
  const [single, both] = [await cohortOf([limit(from, 2)]), await cohortOf([limit(from, 2), limit(kept, 1)])]
  const rank = (cohortId: string, organizations: unknown[]) =>
    office.call('PUT', `/v1/cohorts/${cohortId}/preferences`, {
      headers: anyVersion,
      body: { candidates: [], organizations },
    })
  t.match(await rank(single, [{ organization_id: from.id, ranking: [two] }]), { status: 200 })
  await rank(both, [
    { organization_id: from.id, ranking: [two] },
    { organization_id: kept.id, ranking: [one] },
  ])
  t.match((await merge(owner, kept, from)).body, {
    moved: { rankings: 1, cohorts: 2 },
    dropped: { rankings: 1 },
  })
  const read = async (id: string) => (await office.call('GET', `/v1/cohorts/${id}`)).body.organizations
  t.same(await read(single), [limit(kept, 2)])
  t.same(await read(both), [limit(kept, 1)])
  const rankings = async (id: string) =>
    (await office.call('GET', `/v1/cohorts/${id}/preferences`)).body.organizations
  t.same(await rankings(single), [{ organization_id: kept.id, ranking: [two], tied: [] }])
  t.same(await rankings(both), [{ organization_id: kept.id, ranking: [one], tied: [] }])
  t.same(await leftOf(from.id), [])
})

t.test('what cannot be joined is refused, and the refusal says what to do', async (t) => {
  const { owner, kept, from } = await twoRecords()
  const other = await twoRecords()
  t.match(await merge(owner, kept, kept), { status: 422, body: { errors: [{ pointer: '/from_id' }] } })
  t.match(await merge(owner, kept, other.kept), {
    status: 422,
    body: { errors: [{ code: 'organization_not_found' }] },
  })
  const link = async ({ id }: OrganizationOfTest) => {
    const helper_id = await post(owner, '/v1/helpers', helperBody())
    await owner.call('PATCH', `/v1/organizations/${id}`, { headers: anyVersion, body: { helper_id } })
    return helper_id
  }
  const keptHelper = await link(kept)
  await link(from)
  t.match(await merge(owner, kept, from), {
    status: 409,
    body: { code: 'merge_blocked', errors: [{ code: 'both_linked' }, { code: 'both_linked' }] },
  })
  await owner.call('PATCH', `/v1/organizations/${from.id}`, {
    headers: anyVersion,
    body: { helper_id: null },
  })
  const offerId = await post(owner, '/v1/offers', offerBody(keptHelper))
  const id = await propose(owner, from.needId, offerId)
  await owner.call('POST', `/v1/introductions/${id}/accept`)
  const before = await snapshot(owner)
  const blocked = await merge(owner, kept, from)
  t.match(blocked, { status: 409, body: { code: 'merge_blocked', errors: [{ code: 'same_party' }] } })
  t.match(blocked.body.errors[0].detail, new RegExp(`${id}.*Keep both records`))
  t.equal(await snapshot(owner), before)
})

t.test('the ended id and external id name the kept record', async (t) => {
  const { owner, kept, from } = await twoRecords()
  await merge(owner, kept, from)
  const gone = {
    status: 410,
    body: { code: 'record_merged', errors: [{ code: 'merged_into', detail: kept.id }] },
  }
  const address = `/v1/organizations/${from.id}`
  t.match(await owner.call('GET', address), gone)
  t.match(await owner.call('GET', `${address}/rings`), gone)
  t.match(await owner.call('GET', `/v1/credits/${from.id}`), gone)
  t.match(await owner.call('PATCH', address, { headers: anyVersion, body: { name: 'L' } }), gone)
  t.match(await owner.call('DELETE', address, { headers: anyVersion }), gone)
  t.match(await merge(owner, kept, from), gone)
  const again = { body: organizationBody({ external_id: 'A2' }) }
  t.match(await owner.call('POST', '/v1/organizations', again), {
    status: 409,
    body: { code: 'external_id_taken', detail: new RegExp(kept.id) },
  })
})

/** An accepted ring of two organizations, of which the first is the owner's. */
async function ringOfTwo(owner: Partner, organizationId: string) {
  const [a = '', b = ''] = newSkills(2)
  const other = await organizationWithNeed(service, b, a)
  const postingId = await post(
    owner,
    '/v1/needs',
    needBody(organizationId, {
      skills: [{ skill: b, importance: 'must' }],
      accepts: ['barter'],
      gives: [{ skill: a, hours_per_week: 3 }],
    }),
  )
  const mine: Barterer = { partner: owner, organizationId, postingId }
  const ring = created(await proposeRing([mine, other]))
  return { mine, other, ringId: String(ring.id) }
}

t.test('rings and time credits follow, and later hours are booked for the kept record', async (t) => {
  const { owner, kept, from } = await twoRecords()
  const { mine, other, ringId } = await ringOfTwo(owner, from.id)
  const [{ body: ring } = { body: null }] = await acceptAll([other], ringId)
  const engagement = `/v1/engagements/${ring.parties[0].engagement_id}`
  const give = async (hours: number) => {
    const logged = await mine.partner.call('POST', `${engagement}/hours`, {
      body: { worked_on: workday(), hours },
    })
    t.match(await other.partner.call('POST', `${engagement}/hours/${logged.body.id}/confirm`), {
      status: 200,
    })
  }
  await give(2)
  t.match(await merge(owner, kept, from), { status: 200, body: { moved: { rings: 1, credit_entries: 1 } } })
  await give(1)
  t.match((await owner.call('GET', `/v1/credits/${kept.id}`)).body, { balance_hours: 3 })
  t.match((await owner.call('GET', `/v1/rings/${ringId}`)).body.parties, [{ organization_id: kept.id }, {}])
  t.same(await leftOf(from.id), [])
})

/** Runs a race several times, since one run may miss the moment. */
async function inRounds(t: Test, race: (t: Test) => Promise<void>): Promise<void> {
  for (let round = 0; round < 4; round++) await race(t)
}

t.test('of two opposite merges at once exactly one happens', (t) =>
  inRounds(t, async (t) => {
    const { owner, kept, from } = await twoRecords()
    const replies = await Promise.all([merge(owner, kept, from), merge(owner, from, kept)])
    t.same(replies.map(({ status }) => status).sort(), [200, 410])
  }),
)

t.test('a merge, an acceptance, a proposal and a new need at once leave nothing with the ended record', (t) =>
  inRounds(t, async (t) => {
    const { owner, site, helperId, offerId, kept, from } = await twoRecords()
    const id = await propose(site, from.needId, offerId)
    const second = await post(site, '/v1/offers', offerBody(helperId))
    const [merged, accepted, proposed, posted, changed] = await Promise.all([
      merge(owner, kept, from),
      owner.call('POST', `/v1/introductions/${id}/accept`),
      site.call('POST', '/v1/introductions', { body: { need_id: from.needId, offer_id: second } }),
      owner.call('POST', '/v1/needs', { body: needBody(from.id) }),
      owner.call('PATCH', `/v1/needs/${from.needId}`, { headers: anyVersion, body: { title: 'New' } }),
    ])
    t.same(
      [merged, accepted, proposed, changed].map(({ status }) => status),
      [200, 200, 201, 200],
    )
    t.ok([201, 422].includes(posted.status), `${posted.status}`)
    t.same(await leftOf(from.id), [])
  }),
)

t.test('a merge and a ring that closes or is proposed at once leave nothing with the ended record', (t) =>
  inRounds(t, async (t) => {
    const { owner, kept, from } = await twoRecords()
    const { other, ringId } = await ringOfTwo(owner, from.id)
    const [a = '', b = ''] = newSkills(2)
    const third = await organizationWithNeed(service, b, a)
    const postingId = await post(
      owner,
      '/v1/needs',
      needBody(from.id, {
        skills: [{ skill: b, importance: 'must' }],
        accepts: ['barter'],
        gives: [{ skill: a, hours_per_week: 3 }],
      }),
    )
    const links = linksOf([{ partner: owner, organizationId: from.id, postingId }, third])
    const [merged, closed, proposed] = await Promise.all([
      merge(owner, kept, from),
      other.partner.call('POST', `/v1/rings/${ringId}/accept`),
      owner.call('POST', '/v1/rings', { body: { links } }),
    ])
    t.same([merged.status, closed.status], [200, 200])
    t.ok([201, 409].includes(proposed.status), `${proposed.status}`)
    t.same(await leftOf(from.id), [])
  }),
)
