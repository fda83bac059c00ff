import { getTableName } from 'drizzle-orm'
import t from 'tap'
import { sandboxRows } from '../../../src/app/sandbox-rows.ts'
import { idToUuid, isSandbox, type NeedId, type PartnerId } from '../../../src/shared/ids.ts'
import { helperBody, needBody, offerBody, organizationBody, programBody } from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { runJob } from '../../support/jobs.ts'
import { openSandboxOf, type Sandbox } from '../../support/sandbox.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { propose } from '../../support/two-partners.ts'
import { workday } from '../../support/workday.ts'
import { post, postWorld } from '../../support/world.ts'

let now = new Date()
const service = await startTestService(t, { clock: () => now })
const { services } = service

const openSandbox = (of: Pick<Partner, 'call'>) => openSandboxOf(service, of)
const worldOf = (sandbox: Sandbox) => postWorld(sandbox as Partner)
const settled = async () => {
  for (let round = 0; round < 3; round++) {
    await services.background.works.number_events.idle()
    await services.background.works.answer_sandboxes.idle()
  }
}

t.test('a partner has one sandbox, a partner of its own, with as many clients as it asks for', async (t) => {
  const partner = await service.newPartner()
  const one = await openSandbox(partner)
  const other = await openSandbox(partner)
  t.equal(one.partnerId, other.partnerId)
  t.not(one.partnerId, partner.partnerId)
  t.ok(isSandbox(one.partnerId))
  t.notOk(isSandbox(partner.partnerId))
  t.equal((await openSandbox(one)).partnerId, one.partnerId, 'and of a sandbox it is itself')
  const stranger = await openSandbox(await service.newPartner())
  t.not(stranger.partnerId, one.partnerId)
  for (let count = 3; count < 20; count++) t.equal((await partner.call('POST', '/v1/sandbox')).status, 201)
  t.match(await partner.call('POST', '/v1/sandbox'), { status: 409, body: { code: 'too_many_clients' } })
})

t.test('a client of a sandbox may no more than who asked for it', async (t) => {
  const partner = await service.newPartner({ scopes: ['sandbox:write', 'needs:read'] })
  const sandbox = await openSandbox(partner)
  t.equal((await sandbox.call('GET', '/v1/needs')).status, 200)
  t.match(await sandbox.call('GET', '/v1/offers'), { status: 403, body: { code: 'scope_missing' } })
})

t.test('test data match each other, and never live data or those of another sandbox', async (t) => {
  const partner = await service.newPartner()
  const live = await postWorld(partner)
  const sandbox = await openSandbox(partner)
  const tried = await worldOf(sandbox)
  const other = await worldOf(await openSandbox(await service.newPartner()))
  const offersFor = async (by: Pick<Partner, 'call'>, needId: string) =>
    (await by.call('GET', `/v1/needs/${needId}/matches?limit=100`)).body.data.map(
      (match: { offer_id: string }) => match.offer_id,
    )
  t.same(await offersFor(sandbox, tried.needId), [tried.offerId])
  const offers = await offersFor(partner, live.needId)
  t.ok(offers.includes(live.offerId))
  t.notOk(offers.includes(tried.offerId) || offers.includes(other.offerId))
  const needs = (await sandbox.call('GET', `/v1/offers/${tried.offerId}/matches`)).body.data
  t.same(
    needs.map((match: { need_id: string }) => match.need_id),
    [tried.needId],
  )
  const preview = await sandbox.call('POST', '/v1/matches/preview', {
    body: { need: needBody(tried.organizationId) },
  })
  t.same(
    preview.body.data.map((match: { offer_id: string }) => match.offer_id),
    [tried.offerId],
  )
  for (const [by, needId, offerId] of [
    [sandbox, tried.needId, live.offerId],
    [partner, live.needId, tried.offerId],
    [sandbox, tried.needId, other.offerId],
  ] as const) {
    t.match(await by.call('GET', `/v1/needs/${needId}/matches/${offerId}`), {
      status: 404,
      body: { code: 'offer_not_found' },
    })
    t.equal((await propose(by as Partner, needId, offerId)).status, 404)
  }
  t.equal((await sandbox.call('GET', `/v1/needs/${live.needId}`)).status, 404)
})

t.test('insights of live data count nothing of a sandbox, and the other way round', async (t) => {
  const partner = await service.newPartner()
  const sandbox = (await openSandbox(partner)) as Sandbox & Partner
  const stranger = await service.newPartner()
  for (const [by, other, skill] of [
    [partner, sandbox, inventedWord()],
    [sandbox, stranger, inventedWord()],
  ] as const) {
    const world = await postWorld(by)
    await post(by, '/v1/needs', needBody(world.organizationId, { skills: [skill] }))
    const helperId = await post(other, '/v1/helpers', helperBody())
    for (let count = 0; count < 6; count++)
      await post(other, '/v1/offers', offerBody(helperId, { skills: [skill] }))
    const { body } = await by.call('GET', '/v1/insights')
    const told = body.weeks.flatMap((week: { skills_most_wanted: object[] }) => week.skills_most_wanted)
    const shown = told.find((one: object) => JSON.stringify(one).includes(skill))
    t.match(shown, { wanted: 1, offered_by_you: 0, offered_by_others: null }, skill)
  }
})

t.test('needs of a sandbox are never public', async (t) => {
  const partner = await service.newPartner()
  const sandbox = (await openSandbox(partner)) as Sandbox & Partner
  const [live, tried] = [await postWorld(partner), await postWorld(sandbox)]
  const feed = await service.inject({ method: 'GET', url: '/public/needs.json?limit=100' })
  t.match(JSON.stringify(feed.body), live.needId)
  t.notMatch(JSON.stringify(feed.body), tried.needId)
  t.equal((await service.inject({ method: 'GET', url: `/public/needs/${tried.needId}` })).status, 404)
  t.equal((await sandbox.call('GET', '/v1/partner')).body.is_sandbox, true)
  t.equal((await partner.call('GET', '/v1/partner')).body.is_sandbox, false)
})

t.test('the same holds for barter, for cohorts and for the operator of the network', async (t) => {
  const partner = await service.newPartner()
  const give = { accepts: ['barter'], modality: 'remote' }
  const swap = async (by: Pick<Partner, 'call'>) => {
    const world = await postWorld(by as Partner)
    const need = (wants: string, gives: string) =>
      post(
        by as Partner,
        '/v1/needs',
        needBody(world.organizationId, { ...give, title: wants, skills: [wants], gives: [{ skill: gives }] }),
      )
    return { ...world, needId: await need('falconry', 'puppetry') }
  }
  const live = await swap(partner)
  const sandbox = await openSandbox(partner)
  const tried = await worldOf(sandbox)
  const wanting = await post(
    sandbox as Partner,
    '/v1/needs',
    needBody(tried.organizationId, {
      ...give,
      title: 'puppetry',
      skills: ['puppetry'],
      gives: [{ skill: 'falconry' }],
    }),
  )
  const rings = await sandbox.call('GET', `/v1/needs/${wanting}/rings`)
  t.same(rings.body.data, [])
  t.equal(await services.market.barterMarket.edgeBetween(live.needId as NeedId, wanting as NeedId), null)
  t.notOk(services.market.barterMarket.isForNetwork(wanting))
  t.ok(services.market.barterMarket.isForNetwork(live.needId))

  const programId = await post(sandbox as Partner, '/v1/programs', programBody())
  const cohort = await sandbox.call('POST', '/v1/cohorts', {
    body: { program_id: programId, name: 'Spring', needs: [{ need_id: live.needId, capacity: 1 }] },
  })
  t.match(
    cohort,
    { status: 422, body: { errors: [{ pointer: '/needs/0/need_id', code: 'need_not_found' }] } },
    'a live need is none to place at',
  )
})

t.test('helpers of a sandbox always accept, decline or never answer, by their external id', async (t) => {
  const sandbox = (await openSandbox(await service.newPartner())) as Sandbox & Partner
  const { organizationId } = await postWorld(sandbox)
  const proposedTo = async (external_id: string) => {
    const helperId = await post(sandbox, '/v1/helpers', helperBody({ external_id }))
    const offerId = await post(sandbox, '/v1/offers', offerBody(helperId))
    const needId = await post(sandbox, '/v1/needs', needBody(organizationId))
    return (await propose(sandbox, needId, offerId)).body.id
  }
  const stateOf = async (id: string) => (await sandbox.call('GET', `/v1/introductions/${id}`)).body.status
  const [yes, no, silent, ordinary] = [
    await proposedTo('sandbox:accepts:1'),
    await proposedTo('sandbox:declines'),
    await proposedTo('sandbox:silent'),
    await proposedTo('somebody'),
  ]
  await settled()
  t.equal(await stateOf(yes), 'accepted')
  t.equal(await stateOf(no), 'declined')
  t.equal(await stateOf(silent), 'proposed')
  t.equal((await sandbox.call('GET', '/v1/engagements')).body.data.length, 1)
  now = new Date(now.getTime() + 61_000)
  await runJob(services, 'expire_introductions')
  t.equal(await stateOf(silent), 'expired')
  t.equal(await stateOf(ordinary), 'proposed')
})

t.test('the same external ids mean nothing in live data', async (t) => {
  const partner = await service.newPartner()
  const { organizationId } = await postWorld(partner)
  const helperId = await post(partner, '/v1/helpers', helperBody({ external_id: 'sandbox:accepts' }))
  const offerId = await post(partner, '/v1/offers', offerBody(helperId))
  const needId = await post(partner, '/v1/needs', needBody(organizationId))
  const { body } = await propose(partner, needId, offerId)
  await settled()
  t.equal((await partner.call('GET', `/v1/introductions/${body.id}`)).body.status, 'proposed')
})

/** Clients and people of the desk stay signed in. */
const KEPT = [
  ...['partners', 'clients', 'client_secrets', 'client_log'],
  ...['desk_staff', 'desk_links', 'desk_sessions', 'desk_audit'],
]

t.test('every table that says whose it is, is emptied by a reset or kept for a reason', async (t) => {
  const { rows } = await service.database.pool.query(`
    select distinct table_name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema = 'public' and (column_name like '%partner_id' or column_name in ('proposed_by', 'ring_id', 'engagement_id', 'sandbox_of', 'market'))`)
  t.same(
    rows.map((row) => row.table_name).sort(),
    [...sandboxRows.flat().map(({ table }) => getTableName(table)), ...KEPT].sort(),
  )
})

t.test('a reset leaves nothing of the sandbox in any row or index, and all else as it is', async (t) => {
  const partner = await service.newPartner()
  const live = await postWorld(partner)
  const sandbox = (await openSandbox(partner)) as Sandbox & Partner
  const world = await postWorld(sandbox)
  const helperId = await post(sandbox, '/v1/helpers', helperBody({ external_id: 'sandbox:accepts' }))
  const offerId = await post(sandbox, '/v1/offers', offerBody(helperId))
  const { body } = await propose(sandbox, world.needId, offerId)
  await settled()
  const [engagement] = (await sandbox.call('GET', '/v1/engagements')).body.data
  t.equal(engagement.introduction_id, body.id)
  await sandbox.call('POST', `/v1/engagements/${engagement.id}/hours`, {
    body: { side: 'need', worked_on: workday(now), hours: 2 },
  })
  await sandbox.call('POST', '/v1/webhook-endpoints', { body: { url: 'https://hooks.example.com/' } })
  await ledgerOf(sandbox.partnerId, world.organizationId, world.helperId)

  t.match(await partner.call('POST', '/v1/sandbox/reset'), {
    status: 200,
    body: { partner_id: sandbox.partnerId },
  })
  await settled()
  const uuid = idToUuid(sandbox.partnerId)
  const { rows: tables } = await service.database.pool.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  for (const { table_name } of tables) {
    const { rows } = await service.database.pool.query(
      `select row_to_json(r)::text as text from "${table_name}" r where row_to_json(r)::text like '%${uuid}%'`,
    )
    const left = KEPT.includes(table_name)
      ? []
      : rows.filter(({ text }) => !/"type":"(need|offer)\.deleted"/.test(text))
    t.same(left, [], table_name)
  }
  t.equal(services.market.engine.partnerOfOffer(world.offerId), undefined)
  t.same((await sandbox.call('GET', '/v1/needs')).body.data, [])
  t.equal((await partner.call('GET', `/v1/needs/${live.needId}`)).status, 200)
  t.ok((await partner.call('GET', `/v1/needs/${live.needId}/matches`)).body.data.length > 0)

  const again = await postWorld(sandbox)
  t.equal((await sandbox.call('GET', `/v1/needs/${again.needId}/matches`)).body.data.length, 1)
  t.equal((await sandbox.call('POST', '/v1/sandbox/reset')).status, 200)
  t.match(await (await service.newPartner()).call('POST', '/v1/sandbox/reset'), {
    status: 404,
    body: { code: 'sandbox_not_found' },
  })
})

t.test('a reset leaves no position of an event that was numbered at the same moment', async (t) => {
  const partner = await service.newPartner()
  const sandbox = await openSandbox(partner)
  for (let round = 0; round < 8; round++) {
    await Promise.all(
      Array.from({ length: 5 }, () =>
        sandbox.call('POST', '/v1/organizations', { body: organizationBody() }),
      ),
    )
    await Promise.all([
      partner.call('POST', '/v1/sandbox/reset'),
      services.background.works.number_events.idle(),
    ])
  }
  await settled()
  const { rows } = await service.database.pool.query(
    `select type from event_positions p where partner_id = $1
      and not exists (select from events e where e.partner_id = p.partner_id and e.id = p.event_id)`,
    [idToUuid(sandbox.partnerId)],
  )
  t.same(rows, [])
})

/** What a ring would leave in the ledger, which nothing else may take out. */
async function ledgerOf(partnerId: PartnerId, organizationId: string, helperId: string): Promise<void> {
  const { pool } = service.database
  const uuid = idToUuid(partnerId)
  const client = await pool.connect()
  await client.query('begin')
  await client.query(
    `insert into rings (id, proposed_by, state, expires_at, version, created_at, updated_at)
     values ($1, $1, 'accepted', now(), 1, now(), now())`,
    [uuid],
  )
  for (const party of [organizationId, helperId])
    await client.query(
      'insert into credit_accounts (partner_id, party_id, least_minutes) values ($1, $2, -600)',
      [uuid, party],
    )
  await client.query(
    `insert into credit_transactions (id, ring_id, engagement_id, hours_id, worked_on, description, created_at)
     values ($1, $1, $1, $1, now(), '', now())`,
    [uuid],
  )
  await client.query(
    `insert into credit_entries (transaction_id, partner_id, party_id, counterparty_id, minutes)
     values ($1, $1, $2, $3, 60), ($1, $1, $3, $2, -60)`,
    [uuid, organizationId, helperId],
  )
  await client.query('commit')
  client.release()
}
