import t, { type Test } from 'tap'
import { type Id, idToUuid } from '../../../src/shared/ids.ts'
import {
  acceptAll,
  type Barterer,
  helperWithOffer,
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

interface HelperOfTest {
  id: string
  offerId: string
}

async function newHelper(owner: Partner, fields: Record<string, unknown> = {}): Promise<HelperOfTest> {
  const id = await post(owner, '/v1/helpers', helperBody(fields))
  return { id, offerId: await post(owner, '/v1/offers', offerBody(id)) }
}

/** A partner with two records of one helper, and a site with an organization. */
async function twoRecords(
  keptFields: Record<string, unknown> = {},
  fromFields: Record<string, unknown> = {},
) {
  const owner = await service.newPartner()
  const site = await service.newPartner()
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const kept = await newHelper(owner, { external_id: 'H1', ...keptFields })
  const from = await newHelper(owner, { external_id: 'H2', ...fromFields })
  const newNeed = (fields = {}) =>
    post(site, '/v1/needs', needBody(organizationId, { positions: 3, ...fields }))
  return { owner, site, organizationId, kept, from, newNeed }
}

const merge = (owner: Partner, kept: { id: string }, from: { id: string }, more = {}): Promise<Reply> =>
  owner.call('POST', `/v1/helpers/${kept.id}/merge`, { body: { from_id: from.id, ...more } })

const propose = (by: Partner, needId: string, offerId: string): Promise<string> =>
  post(by, '/v1/introductions', { need_id: needId, offer_id: offerId })

/** Everything that the partners have, as text. */
async function snapshot(...partners: Partner[]): Promise<string> {
  const tables = ['helpers', 'offers', 'organizations', 'merged_records', 'events', 'track_records']
  const ids = partners.map(({ partnerId }) => idToUuid(partnerId))
  const read = async (table: string, column: string) =>
    (await pool.query(`select r::text from ${table} r where ${column} = any($1) order by 1`, [ids])).rows
  const own = await Promise.all(tables.map((table) => read(table, 'partner_id')))
  const shared = await Promise.all(
    ['introductions', 'engagements'].map((table) => read(table, 'offer_partner_id')),
  )
  return JSON.stringify([own, shared])
}

async function rowsNaming(table: string, column: string, id: string): Promise<number> {
  const { rowCount } = await pool.query(`select from ${table} where ${column} = $1`, [
    idToUuid(id as Id<'helper'>),
  ])
  return rowCount ?? 0
}

t.test('offers, introductions, engagements and hours follow, and events tell of each', async (t) => {
  const { owner, site, kept, from, newNeed } = await twoRecords()
  await owner.call('PATCH', `/v1/offers/${from.offerId}`, {
    headers: anyVersion,
    body: { external_id: 'O2' },
  })
  const openId = await propose(site, await newNeed(), from.offerId)
  const workId = await propose(site, await newNeed(), from.offerId)
  t.match(await owner.call('POST', `/v1/introductions/${workId}/accept`), { status: 200 })
  const [engagement] = (await owner.call('GET', '/v1/engagements')).body.data
  await owner.call('POST', `/v1/engagements/${engagement.id}/hours`, {
    body: { worked_on: workday(), hours: 2 },
  })

  t.match(await merge(owner, kept, from), {
    status: 200,
    body: {
      dry_run: false,
      from_id: from.id,
      helper: { id: kept.id, external_id: 'H1' },
      moved: { offers: 1, introductions: 2, engagements: 1, rings: 0, credit_entries: 0 },
    },
  })
  t.match((await owner.call('GET', `/v1/offers/${from.offerId}`)).body, {
    helper_id: kept.id,
    external_id: 'O2',
  })
  for (const id of [openId, workId])
    t.match((await site.call('GET', `/v1/introductions/${id}`)).body, {
      offer_id: from.offerId,
      helper_id: kept.id,
    })
  t.match((await site.call('GET', `/v1/engagements/${engagement.id}`)).body, { helper_id: kept.id })
  t.match((await owner.call('GET', `/v1/engagements/${engagement.id}/hours`)).body.data, [{ hours: 2 }])
  t.match(await owner.call('POST', `/v1/introductions/${openId}/accept`), { status: 200 })
  const { rows } = await pool.query(
    `select resource_id, data from events where partner_id = $1 and type = 'helper.merged'`,
    [idToUuid(owner.partnerId)],
  )
  t.same(rows, [{ resource_id: kept.id, data: { from_id: from.id, changed: [] } }])
  const shared = [
    { type: 'engagement.changed', id: engagement.id, data: { status: 'active', helper_id: kept.id } },
    ...[openId, workId].sort().map((id) => ({
      type: 'introduction.changed',
      id,
      data: { helper_id: kept.id, changed: ['helper_id'] },
    })),
  ]
  const offer = { type: 'offer.changed', id: from.offerId, data: { status: 'open', helper_id: kept.id } }
  t.match(await movedEventsOf(service, owner), [...shared, offer])
  t.match(await movedEventsOf(service, site), shared)
})

t.test('a dry run answers what the merge then does, and writes nothing', async (t) => {
  const { owner, site, kept, from, newNeed } = await twoRecords()
  await propose(site, await newNeed(), from.offerId)
  const before = await snapshot(owner, site)
  const dry = await merge(owner, kept, from, { dry_run: true })
  t.equal(await snapshot(owner, site), before)
  const real = await merge(owner, kept, from)
  const comparable = ({ body: { dry_run: _, helper, ...rest } }: Reply) => ({
    ...rest,
    helper: { ...helper, updated_at: null },
  })
  t.match([dry, real], [{ status: 200 }, { status: 200 }])
  t.same(comparable(dry), comparable(real))
})

t.test("the kept record's fields win, blank ones are filled, and lists of both hold", async (t) => {
  const [known, blocked] = ['org_01hzy8m6qke8x9r4t2v7w3n5pa', 'org_01hzy8m6qke8x9r4t2v7w3n5pb']
  const { owner, kept, from } = await twoRecords(
    {
      external_id: undefined,
      contact: { name: 'Lee Moreno', email: 'lee@example.com' },
      credentials: { licences: [{ name: 'Notary', issued_on: '2020-01-01' }] },
    },
    {
      name: 'L. Moreno',
      connections: [known],
      blocked_organization_ids: [blocked],
      contact: { name: 'L. Moreno', email: 'other@example.com', phone: '+1 510 555 0142' },
      credentials: {
        background_check: { issued_on: '2026-01-01' },
        licences: [{ name: 'notary' }, { name: 'CPA' }],
      },
    },
  )
  const { body } = await merge(owner, kept, from)
  t.match(body.helper, {
    name: 'Lee Moreno',
    external_id: 'H2',
    contact: { name: 'Lee Moreno', email: 'lee@example.com', phone: '+1 510 555 0142' },
    credentials: {
      background_check: { issued_on: '2026-01-01' },
      licences: [{ name: 'Notary', issued_on: '2020-01-01' }, { name: 'CPA' }],
    },
    connections: [known],
    blocked_organization_ids: [blocked],
  })
  t.equal(body.helper.credentials.licences.length, 2)
  const outcomes = body.fields.map(({ name, outcome }: Record<string, string>) => `${name} ${outcome}`)
  for (const one of ['name kept', 'external_id filled', 'contact combined', 'credentials combined'])
    t.ok(outcomes.includes(one), one)
})

t.test('two offers that one need accepted stay two pieces of work of the kept record', async (t) => {
  const { owner, site, kept, from, newNeed } = await twoRecords()
  const needId = await newNeed()
  for (const { offerId } of [kept, from])
    await owner.call('POST', `/v1/introductions/${await propose(site, needId, offerId)}/accept`)
  t.match(await merge(owner, kept, from), { status: 200, body: { moved: { engagements: 1 } } })
  const { body } = await site.call('GET', '/v1/engagements')
  t.same(
    body.data.map((one: { helper_id: string }) => one.helper_id),
    [kept.id, kept.id],
  )
})

t.test('how both kept their word counts for the kept record', async (t) => {
  const { owner, site, kept, from, newNeed } = await twoRecords()
  for (const { offerId } of [kept, from])
    await owner.call('POST', `/v1/introductions/${await propose(site, await newNeed(), offerId)}/decline`, {
      body: { reason: 'no_time_now' },
    })
  await merge(owner, kept, from)
  const { rows } = await pool.query(
    'select introductions_answered from track_records where partner_id = $1',
    [idToUuid(owner.partnerId)],
  )
  t.same(rows, [{ introductions_answered: 2 }])
})

t.test('itself, unknown ones, and records that are gone are refused', async (t) => {
  const { owner, kept, from } = await twoRecords()
  const other = await twoRecords()
  t.match(await merge(owner, kept, kept), { status: 422, body: { errors: [{ pointer: '/from_id' }] } })
  t.match(await merge(owner, kept, other.kept), {
    status: 422,
    body: { errors: [{ code: 'helper_not_found' }] },
  })
  t.match(await merge(owner, other.kept, kept), { status: 404, body: { code: 'helper_not_found' } })
  await merge(owner, kept, from)
  t.match(await merge(owner, kept, from), { status: 410, body: { code: 'record_merged' } })
  t.match(await merge(owner, from, kept), { status: 410, body: { code: 'record_merged' } })
})

t.test("a candidate's helper is refused, and the refusal says what to merge instead", async (t) => {
  const office = await newOffice(service)
  const student = async () =>
    (await office.call('POST', '/v1/candidates', { body: candidateBody(office.programId) })).body
  const [one, two] = [await student(), await student()]
  const plain = await newHelper(office)
  const both = await merge(office, { id: one.helper_id }, { id: two.helper_id })
  t.match(both, { status: 409, body: { code: 'kept_by_candidate' } })
  t.match(both.body.detail, `/v1/candidates/${one.id}/merge`)
  t.match(await merge(office, plain, { id: one.helper_id }), {
    status: 409,
    body: { code: 'kept_by_candidate', detail: new RegExp(one.helper_id) },
  })
})

t.test('the ended id and external id name the kept record, in requests and in imports', async (t) => {
  const { owner, kept, from } = await twoRecords()
  await merge(owner, kept, from)
  const gone = {
    status: 410,
    body: { code: 'record_merged', errors: [{ code: 'merged_into', detail: kept.id }] },
  }
  const address = `/v1/helpers/${from.id}`
  t.match(await owner.call('GET', address), gone)
  t.match(await owner.call('GET', `${address}/resume`), gone)
  t.match(await owner.call('GET', `/v1/credits/${from.id}`), gone)
  t.match(await owner.call('PATCH', address, { headers: anyVersion, body: { name: 'L' } }), gone)
  t.match(await owner.call('DELETE', address, { headers: anyVersion }), gone)
  const again = { body: helperBody({ external_id: 'H2' }) }
  const taken = { status: 409, body: { code: 'external_id_taken', detail: new RegExp(kept.id) } }
  t.match(await owner.call('POST', '/v1/helpers', again), taken)
  t.match(await owner.call('PUT', '/v1/helpers/by-external-id/H2', { body: helperBody() }), taken)
})

t.test('organizations of other partners that block or know the ended record name the kept one', async (t) => {
  const { owner, site, organizationId, kept, from, newNeed } = await twoRecords()
  const address = `/v1/organizations/${organizationId}`
  const needId = await newNeed()
  const shown = async () => {
    const { body } = await site.call('GET', `/v1/needs/${needId}/matches?limit=100`)
    return body.data.map((match: { offer_id: string }) => match.offer_id)
  }
  t.ok((await shown()).includes(kept.offerId))
  await site.call('PATCH', address, {
    headers: anyVersion,
    body: { blocked_helper_ids: [from.id], connections: [kept.id, from.id] },
  })
  t.match((await merge(owner, kept, from)).body.moved, { blocks: 1, connections: 1 })
  t.match((await site.call('GET', address)).body, {
    blocked_helper_ids: [kept.id],
    connections: [kept.id],
  })
  const offers = await shown()
  t.notOk(offers.includes(kept.offerId))
  t.notOk(offers.includes(from.offerId))
})

t.test('the offers that moved are ranked as those of the kept record, with the answer', async (t) => {
  const { owner, site, organizationId, kept, from, newNeed } = await twoRecords()
  await owner.call('PATCH', `/v1/helpers/${kept.id}`, {
    headers: anyVersion,
    body: { blocked_organization_ids: [organizationId] },
  })
  const needId = await newNeed()
  const shown = async () => {
    const { body } = await site.call('GET', `/v1/needs/${needId}/matches?limit=100`)
    return body.data.map((match: { offer_id: string }) => match.offer_id)
  }
  t.ok((await shown()).includes(from.offerId))
  await merge(owner, kept, from)
  t.notOk((await shown()).includes(from.offerId), 'what the kept record blocks holds for the moved offer')
})

t.test('the organization that the ended record is too becomes the kept one', async (t) => {
  const { owner, kept, from } = await twoRecords()
  const own = await post(owner, '/v1/organizations', organizationBody({ helper_id: from.id }))
  await merge(owner, kept, from)
  t.match((await owner.call('GET', `/v1/organizations/${own}`)).body, { helper_id: kept.id })

  const third = await newHelper(owner)
  await post(owner, '/v1/organizations', organizationBody({ helper_id: third.id }))
  t.match(await merge(owner, kept, third), {
    status: 409,
    body: { code: 'merge_blocked', errors: [{ code: 'both_linked' }, { code: 'both_linked' }] },
  })
})

t.test('two records that deal with each other are refused, and the refusal says what to end', async (t) => {
  const { owner, kept, from } = await twoRecords()
  const own = await post(owner, '/v1/organizations', organizationBody({ helper_id: from.id }))
  const needId = await post(owner, '/v1/needs', needBody(own))
  const id = await propose(owner, needId, kept.offerId)
  const before = await snapshot(owner)
  const blocked = await merge(owner, kept, from)
  t.match(blocked, { status: 409, body: { code: 'merge_blocked', errors: [{ code: 'same_party' }] } })
  t.match(blocked.body.errors[0].detail, new RegExp(`${id}.*Withdraw or decline`))
  t.equal(await snapshot(owner), before)
  t.match(await owner.call('POST', `/v1/introductions/${id}/withdraw`), { status: 200 })
  t.match(await merge(owner, kept, from), { status: 200 })
})

/** Two helpers of one partner, each in an accepted ring with an organization of another partner. */
async function twoBarterers() {
  const rings = []
  const [a = '', b = '', c = '', d = ''] = newSkills(4)
  const kept = await helperWithOffer(service, a, b)
  const from: Barterer = { ...(await helperWithOffer(service, c, d)) }
  const owner = kept.partner
  from.partner = owner
  from.helperId = await post(owner, '/v1/helpers', helperBody())
  from.postingId = await post(
    owner,
    '/v1/offers',
    offerBody(from.helperId, { kind: 'barter', skills: [c], terms: { wants: [{ skill: d }] } }),
  )
  for (const [helper, gives, wants] of [
    [kept, b, a],
    [from, d, c],
  ] as const) {
    const other = await organizationWithNeed(service, gives, wants)
    const ring = created(await proposeRing([helper, other]))
    const [accepted] = await acceptAll([other], String(ring.id))
    rings.push({ helper, other, ring: accepted?.body })
  }
  const [ofKept, ofFrom] = rings
  if (!ofKept || !ofFrom) throw new Error('there are two rings')
  return { owner, kept: { id: kept.helperId ?? '' }, from: { id: from.helperId ?? '' }, ofKept, ofFrom }
}

type RingOfTest = Awaited<ReturnType<typeof twoBarterers>>['ofKept']

/** Hours that the helper gives to the organization, confirmed. */
async function give({ helper, other, ring }: RingOfTest, hours: number): Promise<Reply> {
  const { engagement_id: id } = ring.parties[0]
  const logged = await helper.partner.call('POST', `/v1/engagements/${id}/hours`, {
    body: { worked_on: workday(), hours },
  })
  return other.partner.call('POST', `/v1/engagements/${id}/hours/${logged.body.id}/confirm`)
}

/** Hours that the organization gives to the helper, confirmed. */
async function receive({ helper, other, ring }: RingOfTest, hours: number): Promise<Reply> {
  const { engagement_id: id } = ring.parties[1]
  const logged = await other.partner.call('POST', `/v1/engagements/${id}/hours`, {
    body: { worked_on: workday(), hours },
  })
  return helper.partner.call('POST', `/v1/engagements/${id}/hours/${logged.body.id}/confirm`)
}

/** Each helper became an organization too when it received something. One of them has to be unlinked. */
async function unlink(owner: Partner, helperId: string): Promise<void> {
  const { body } = await owner.call('GET', '/v1/organizations')
  const linked = body.data.find((one: { helper_id: string }) => one.helper_id === helperId)
  await owner.call('PATCH', `/v1/organizations/${linked.id}`, {
    headers: anyVersion,
    body: { helper_id: null },
  })
}

t.test(
  'two records with more than 24 hours on a day are refused, with the day, until these are settled',
  async (t) => {
    const { owner, site, kept, from, newNeed } = await twoRecords()
    const workOf = async ({ offerId }: HelperOfTest) => {
      const id = await propose(site, await newNeed(), offerId)
      return (await owner.call('POST', `/v1/introductions/${id}/accept`)).body.engagement_id
    }
    const works = [await workOf(kept), await workOf(from)]
    const day = workday()
    const entries = await Promise.all(
      works.map((id) => post(owner, `/v1/engagements/${id}/hours`, { worked_on: day, hours: 20 })),
    )
    const before = await snapshot(owner, site)
    for (const dry_run of [true, false])
      t.match(await merge(owner, kept, from, { dry_run }), {
        status: 409,
        body: {
          code: 'merge_blocked',
          errors: [
            { pointer: '/from_id', code: 'too_many_hours', detail: new RegExp(`^40 hours on ${day}\\.`) },
          ],
        },
      })
    t.equal(await snapshot(owner, site), before)
    const listed = await owner.call('GET', `/v1/hours?from=${day}&to=${day}`)
    t.equal(listed.body.data.length, 2, 'the address in the refusal lists the entries')
    const address = `/v1/engagements/${works[1]}/hours/${entries[1]}`
    t.equal((await owner.call('DELETE', address, { headers: anyVersion })).status, 204)
    t.match(await merge(owner, kept, from), { status: 200 })
    t.match(
      await owner.call('POST', `/v1/engagements/${works[1]}/hours`, { body: { worked_on: day, hours: 5 } }),
      {
        status: 422,
        body: { errors: [{ code: 'too_many_hours' }] },
      },
    )
  },
)

t.test('of a merge and hours that are logged at once, a day never has more than 24', async (t) => {
  for (let round = 0; round < 5; round++) {
    const { owner, site, kept, from, newNeed } = await twoRecords()
    const works: string[] = []
    for (const { offerId } of [kept, from]) {
      const id = await propose(site, await newNeed(), offerId)
      works.push((await owner.call('POST', `/v1/introductions/${id}/accept`)).body.engagement_id)
    }
    const day = workday()
    const log = (work = '') =>
      owner.call('POST', `/v1/engagements/${work}/hours`, { body: { worked_on: day, hours: 20 } })
    await log(works[0])
    const [logged, merged] = await Promise.all([log(works[1]), merge(owner, kept, from)])
    t.same([logged.status, merged.status].sort().join(), logged.status === 201 ? '201,409' : '200,422')
  }
})

t.test('rings and time credits follow: balances add up, and later hours are booked there', async (t) => {
  const { owner, kept, from, ofKept, ofFrom } = await twoBarterers()
  t.equal((await give(ofKept, 3)).status, 200)
  t.equal((await give(ofFrom, 2)).status, 200)
  t.equal((await receive(ofFrom, 1.5)).status, 200)
  t.match((await merge(owner, kept, from)).body.errors, [{ code: 'both_linked' }, { code: 'both_linked' }])
  await unlink(owner, from.id)
  t.match(await merge(owner, kept, from), { status: 200, body: { moved: { rings: 1, credit_entries: 2 } } })
  for (const { partner } of [{ partner: owner }, ofFrom.other])
    t.match(
      (await movedEventsOf(service, partner)).filter(({ type }) => type === 'ring.changed'),
      [{ id: ofFrom.ring.id, data: { status: 'accepted', changed: ['parties'] } }],
    )

  const balance = async () => (await owner.call('GET', `/v1/credits/${kept.id}`)).body.balance_hours
  t.equal(await balance(), 3.5)
  const { body: statement } = await owner.call('GET', `/v1/credits/${kept.id}/statement`)
  t.match(statement.data, [{ balance_hours: 3 }, { balance_hours: 5 }, { balance_hours: 3.5 }])
  const { other } = ofFrom
  const theirs = await other.partner.call('GET', `/v1/credits/${other.organizationId}/statement`)
  t.match(theirs.body.data, [{ counterparty_id: kept.id }, { counterparty_id: kept.id }])
  t.match((await owner.call('GET', `/v1/rings/${ofFrom.ring.id}`)).body.parties, [
    { helper_id: kept.id },
    { organization_id: other.organizationId },
  ])

  t.equal((await give(ofFrom, 1)).status, 200)
  t.equal(await balance(), 4.5)
  t.equal(await rowsNaming('ring_parties', 'helper_id', from.id), 0)
  const { rows } = await pool.query(
    `select sum(minutes)::int as sum, count(*) filter (where $1 in (party_id, counterparty_id))::int as stale
     from credit_entries`,
    [from.id],
  )
  t.same(rows, [{ sum: 0, stale: 0 }])
})

t.test('two records that owe more together than the kept one may are refused', async (t) => {
  const { owner, kept, from, ofKept, ofFrom } = await twoBarterers()
  await unlink(owner, from.id)
  await receive(ofKept, 4)
  await receive(ofFrom, 4)
  const limit = `/v1/credits/${kept.id}/limit`
  await owner.call('PUT', limit, { body: { limit_hours: 5 } })
  const blocked = await merge(owner, kept, from)
  t.match(blocked, { status: 409, body: { code: 'merge_blocked', errors: [{ code: 'credit_limit' }] } })
  t.match(blocked.body.errors[0].detail, limit)
  await owner.call('PUT', limit, { body: { limit_hours: 8 } })
  t.match(await merge(owner, kept, from), { status: 200 })
  t.match((await owner.call('GET', `/v1/credits/${kept.id}`)).body, { balance_hours: -8, limit_hours: 8 })
})

t.test('the ledger lets an entry name another party only if its own was merged into that one', async (t) => {
  const { owner, kept, from, ofFrom } = await twoBarterers()
  await give(ofFrom, 1)
  await pool.query('insert into credit_accounts values ($1, $2, 0, -60)', [
    idToUuid(owner.partnerId),
    kept.id,
  ])
  const rename = () =>
    pool.query('update credit_entries set party_id = $1 where party_id = $2', [kept.id, from.id])
  await t.rejects(rename(), /append-only/)
  await pool.query(`insert into merged_records values ($1, 'helper', $2, null, $3, now())`, [
    ...[idToUuid(owner.partnerId), idToUuid(from.id as Id<'helper'>), idToUuid(kept.id as Id<'helper'>)],
  ])
  await t.rejects(
    pool.query('update credit_entries set party_id = $1, minutes = minutes + 1 where party_id = $2', [
      ...[kept.id, from.id],
    ]),
    /append-only/,
  )
  await rename()
  const { rows } = await pool.query(
    'select party_id, balance_minutes from credit_accounts where partner_id = $1',
    [idToUuid(owner.partnerId)],
  )
  t.same(
    rows.sort((a, b) => a.balance_minutes - b.balance_minutes),
    [
      { party_id: from.id, balance_minutes: 0 },
      { party_id: kept.id, balance_minutes: 60 },
    ],
  )
})

t.test('two records in one open ring are refused until the ring has ended', async (t) => {
  const [a = '', b = ''] = newSkills(2)
  const one = await helperWithOffer(service, a, b)
  const owner = one.partner
  const helperId = await post(owner, '/v1/helpers', helperBody())
  const postingId = await post(
    owner,
    '/v1/offers',
    offerBody(helperId, { kind: 'barter', skills: [b], terms: { wants: [{ skill: a }] } }),
  )
  const other = await organizationWithNeed(service, b, a)
  const third = await helperWithOffer(service, a, b)
  await third.partner.call('POST', `/v1/offers/${third.postingId}/close`)
  await other.partner.call('POST', `/v1/needs/${other.postingId}/close`)
  const ring = created(await proposeRing([one, { partner: owner, helperId, postingId }]))
  const kept = { id: one.helperId ?? '' }
  // All parties are the caller's, so the ring waits for its own answer.
  const blocked = await merge(owner, kept, { id: helperId })
  t.match(blocked, { status: 409, body: { code: 'merge_blocked', errors: [{ code: 'same_party' }] } })
  t.match(blocked.body.errors[0].detail, String(ring.id))
  await owner.call('POST', `/v1/rings/${ring.id}/decline`)
  t.match(await merge(owner, kept, { id: helperId }), { status: 200, body: { moved: { rings: 1 } } })
})

t.test('deleting the kept record erases all that came from the other', async (t) => {
  const word = 'quetzalplume'
  const owner = await service.newPartner()
  const kept = { id: await post(owner, '/v1/helpers', helperBody()) }
  const made = await owner.call('POST', '/v1/helpers', {
    headers: { 'idempotency-key': 'first' },
    body: helperBody({
      external_id: `own-${word}`,
      name: `Lee ${word}`,
      contact: { name: 'Lee', email: `lee@${word}.example` },
    }),
  })
  await owner.call('PATCH', `/v1/helpers/${kept.id}`, { headers: anyVersion, body: { external_id: 'H1' } })
  const merged = await owner.call('POST', `/v1/helpers/${kept.id}/merge`, {
    headers: { 'idempotency-key': 'second' },
    body: { from_id: made.body.id },
  })
  t.equal(merged.status, 200)
  t.equal((await owner.call('DELETE', `/v1/helpers/${kept.id}`, { headers: anyVersion })).status, 204)
  for (const table of ['helpers', 'merged_records', 'events']) {
    const { rowCount } = await pool.query(
      `select from ${table} r where partner_id = $1 and strpos(lower(r::text), $2) > 0`,
      [idToUuid(owner.partnerId), word],
    )
    t.equal(rowCount, 0, table)
  }
  const { rows } = await pool.query('select resource_id from idempotency_keys where partner_id = $1', [
    idToUuid(owner.partnerId),
  ])
  t.same(rows, [], 'stored answers are encoded, so none may be left')
  t.match(await owner.call('GET', `/v1/helpers/${made.body.id}`), {
    status: 410,
    body: { code: 'record_merged' },
  })
  t.match(await owner.call('GET', `/v1/helpers/${kept.id}`), { status: 404 })
})

/** Runs a race several times, since one run may miss the moment. */
async function inRounds(t: Test, race: (t: Test) => Promise<void>): Promise<void> {
  for (let round = 0; round < 5; round++) await race(t)
}

t.test('of two opposite merges at once exactly one happens', (t) =>
  inRounds(t, async (t) => {
    const { owner, kept, from } = await twoRecords()
    const replies = await Promise.all([merge(owner, kept, from), merge(owner, from, kept)])
    t.same(replies.map(({ status }) => status).sort(), [200, 410])
  }),
)

t.test('a merge, an acceptance and a logged hour at once leave the work with the kept record', (t) =>
  inRounds(t, async (t) => {
    const { owner, site, kept, from, newNeed } = await twoRecords()
    const id = await propose(site, await newNeed(), from.offerId)
    const workId = await propose(site, await newNeed(), from.offerId)
    await owner.call('POST', `/v1/introductions/${workId}/accept`)
    const [engagement] = (await owner.call('GET', '/v1/engagements')).body.data
    const replies = await Promise.all([
      merge(owner, kept, from),
      owner.call('POST', `/v1/introductions/${id}/accept`),
      owner.call('POST', `/v1/engagements/${engagement.id}/hours`, {
        body: { worked_on: workday(), hours: 1 },
      }),
    ])
    t.same(
      replies.map(({ status }) => status),
      [200, 200, 201],
    )
    for (const table of ['introductions', 'engagements'])
      t.equal(await rowsNaming(table, 'helper_id', from.id), 0, table)
  }),
)

t.test('a merge and a proposal at once leave no introduction with the ended record', (t) =>
  inRounds(t, async (t) => {
    const { owner, site, kept, from, newNeed } = await twoRecords()
    const body = { need_id: await newNeed(), offer_id: from.offerId }
    const [merged, proposed] = await Promise.all([
      merge(owner, kept, from),
      site.call('POST', '/v1/introductions', { body }),
    ])
    t.same([merged.status, proposed.status], [200, 201])
    t.equal(await rowsNaming('introductions', 'helper_id', from.id), 0)
    t.match((await site.call('GET', `/v1/introductions/${proposed.body.id}`)).body, { helper_id: kept.id })
  }),
)

t.test('a merge and a new offer at once leave the offer with the kept record, or refuse it', (t) =>
  inRounds(t, async (t) => {
    const { owner, kept, from } = await twoRecords()
    const [merged, posted, changed, linked] = await Promise.all([
      merge(owner, kept, from),
      owner.call('POST', '/v1/offers', { body: offerBody(from.id) }),
      owner.call('PATCH', `/v1/offers/${from.offerId}`, { headers: anyVersion, body: { title: 'New' } }),
      owner.call('POST', '/v1/organizations', { body: organizationBody({ helper_id: from.id }) }),
    ])
    t.match([merged.status, changed.status], [200, 200])
    for (const { status } of [posted, linked]) t.ok([201, 422].includes(status), `${status}`)
    t.equal(await rowsNaming('offers', 'helper_id', from.id), 0)
    t.equal(await rowsNaming('organizations', 'helper_id', from.id), 0)
  }),
)

t.test('a merge, a ring that closes and confirmed hours at once leave nothing with the ended record', (t) =>
  inRounds(t, async (t) => {
    const [a = '', b = '', c = '', d = ''] = newSkills(4)
    const first = await helperWithOffer(service, a, b)
    const owner = first.partner
    const from = { id: first.helperId ?? '' }
    const kept = await newHelper(owner)
    const [one, two] = [await organizationWithNeed(service, b, a), await organizationWithNeed(service, d, c)]
    const second = await post(
      owner,
      '/v1/offers',
      offerBody(from.id, { kind: 'barter', skills: [c], terms: { wants: [{ skill: d }] } }),
    )
    const working = created(await proposeRing([first, one]))
    const [{ body: ring } = { body: null }] = await acceptAll([one], String(working.id))
    const logged = await owner.call('POST', `/v1/engagements/${ring.parties[0].engagement_id}/hours`, {
      body: { worked_on: workday(), hours: 1 },
    })
    const closing = created(
      await proposeRing([{ partner: owner, helperId: from.id, postingId: second }, two]),
    )
    const replies = await Promise.all([
      merge(owner, kept, from),
      two.partner.call('POST', `/v1/rings/${closing.id}/accept`),
      one.partner.call(
        'POST',
        `/v1/engagements/${ring.parties[0].engagement_id}/hours/${logged.body.id}/confirm`,
      ),
    ])
    t.same(
      replies.map(({ status }) => status),
      [200, 200, 200],
    )
    t.equal((await owner.call('GET', `/v1/credits/${kept.id}`)).body.balance_hours, 1)
    for (const table of ['offers', 'introductions', 'engagements', 'ring_parties', 'organizations'])
      t.equal(await rowsNaming(table, 'helper_id', from.id), 0, table)
    const { rowCount } = await pool.query('select from credit_accounts where party_id = $1', [from.id])
    t.equal(rowCount, 0)
  }),
)
