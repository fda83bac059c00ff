import t from 'tap'
import { idToUuid } from '../../../src/shared/ids.ts'
import {
  candidateBody,
  helperBody,
  needBody,
  offerBody,
  organizationBody,
  programBody,
} from '../../support/bodies.ts'
import { newOffice, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { answer, proposed, twoPartners } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }
const SECRET = 'zebrafinch'

/** One of each kind that one partner has, with the same pairs. */
async function postAll(metadata: Record<string, string>) {
  const partner = await service.newPartner({ kind: 'internship_office' })
  const organizationId = await post(partner, '/v1/organizations', organizationBody({ metadata }))
  const helperId = await post(partner, '/v1/helpers', helperBody({ metadata }))
  const needId = await post(partner, '/v1/needs', needBody(organizationId, { metadata }))
  const offerId = await post(partner, '/v1/offers', offerBody(helperId, { metadata }))
  const programId = await post(partner, '/v1/programs', programBody({ metadata }))
  const candidateId = await post(partner, '/v1/candidates', candidateBody(programId, { metadata }))
  const cohortId = await post(partner, '/v1/cohorts', {
    program_id: programId,
    name: 'Spring',
    needs: [{ need_id: needId }],
    metadata,
  })
  const ids = {
    organizations: organizationId,
    helpers: helperId,
    needs: needId,
    offers: offerId,
    programs: programId,
    candidates: candidateId,
    cohorts: cohortId,
  }
  return { partner, ids }
}

t.test('each resource keeps pairs, which PATCH merges key by key and lists filter by', async (t) => {
  const { partner, ids } = await postAll({ crm_id: '77', Team: 'north' })
  for (const [kind, id] of Object.entries(ids)) {
    const address = `/v1/${kind}/${id}`
    const patch = (metadata: unknown) =>
      partner.call('PATCH', address, { body: { metadata }, headers: anyVersion })
    const found = async (query: string) =>
      (await partner.call('GET', `/v1/${kind}?${query}`)).body.data?.map((one: { id: string }) => one.id)
    t.same((await partner.call('GET', address)).body.metadata, { crm_id: '77', Team: 'north' }, kind)
    t.same((await patch({ crm_id: '78', Team: null, 'due date': '' })).body.metadata, {
      crm_id: '78',
      'due date': '',
    })
    t.same(await found('metadata[crm_id]=78'), [id])
    t.same(await found('metadata%5Bcrm_id%5D=78&metadata[due+date]='), [id])
    t.same(await found('metadata[crm_id]=77'), [])
    t.same(await found('metadata[crm_id]=78&metadata[other]=1'), [])
    t.same((await patch(null)).body.metadata, {})
    t.same(await found('metadata[crm_id]=78'), [])
  }
})

t.test('a filter finds only what is the caller’s own', async (t) => {
  const { partner: other } = await postAll({ crm_id: SECRET })
  const { partner, ids } = await postAll({ crm_id: SECRET })
  for (const [kind, id] of Object.entries(ids)) {
    const { body } = await partner.call('GET', `/v1/${kind}?metadata[crm_id]=${SECRET}`)
    t.same(
      body.data.map((one: { id: string }) => one.id),
      [id],
    )
    t.not(other.partnerId, partner.partnerId)
  }
})

t.test('pairs beyond the limits, and what is no pair, are refused by name', async (t) => {
  const partner = await service.newPartner()
  const refused: [unknown, string][] = [
    [Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`k${at}`, 'v'])), '/metadata'],
    [{ ['k'.repeat(41)]: 'v' }, `/metadata/${'k'.repeat(41)}`],
    [{ k: 'v'.repeat(501) }, '/metadata/k'],
    [{ k: 1 }, '/metadata/k'],
    [{ 'a[b]': 'v' }, '/metadata/a[b]'],
    [{ ' k': 'v' }, '/metadata/ k'],
    ['text', '/metadata'],
  ]
  for (const [metadata, pointer] of refused) {
    const reply = await partner.call('POST', '/v1/organizations', { body: organizationBody({ metadata }) })
    t.match(reply, { status: 422, body: { errors: [{ pointer }] } }, pointer)
  }
  const full = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [`k${at}`.padEnd(40, 'x'), 'v'.repeat(500)]),
  )
  const reply = await partner.call('POST', '/v1/organizations', {
    body: organizationBody({ metadata: full }),
  })
  t.same(reply.body.metadata, full)
  for (const query of ['metadata=77', 'metadata[a]=1&metadata[a]=2', 'metadata[]=1', 'other[a]=1'])
    t.equal((await partner.call('GET', `/v1/organizations?${query}`)).status, 422, query)
})

t.test('nobody else sees metadata: not in answers, events, files or public pages', async (t) => {
  const metadata = { note: SECRET }
  const { needSide, offerSide, ...pair } = await twoPartners(service, {
    need: { metadata },
    offer: { metadata },
  })
  const patch = { body: { metadata }, headers: anyVersion }
  await needSide.call('PATCH', `/v1/organizations/${pair.organizationId}`, patch)
  await offerSide.call('PATCH', `/v1/helpers/${pair.helperId}`, patch)
  const id = await proposed({ needSide, offerSide, ...pair })
  await answer(offerSide, id, 'accept')
  await service.services.background.works.number_events.idle()
  const work = (await needSide.call('GET', '/v1/engagements')).body.data[0].id
  const shared = [
    `/v1/introductions/${id}?expand=need,offer,organization,helper`,
    `/v1/engagements/${work}?expand=need,offer,organization,helper,introduction`,
    '/v1/introductions?expand=need,offer',
    '/v1/engagements?expand=need,offer',
    `/v1/needs/${pair.needId}/matches/${pair.offerId}`,
    '/v1/events?limit=100',
  ]
  const stranger = await service.newPartner()
  const strangersOffer = await post(
    stranger,
    '/v1/offers',
    offerBody(await post(stranger, '/v1/helpers', helperBody())),
  )
  const answers = [
    ...(await Promise.all(
      shared.map(async (address) => {
        const seen = await offerSide.call('GET', address)
        t.equal(seen.status, 200, address)
        return JSON.stringify({ ...seen.body, helper: null })
      }),
    )),
    JSON.stringify((await stranger.call('GET', `/v1/offers/${strangersOffer}/matches`)).body),
    (await service.inject({ method: 'GET', url: `/public/needs/${pair.needId}` })).body,
    (await service.inject({ method: 'GET', url: '/public/needs.json' })).body,
  ]
  for (const text of answers) t.notMatch(JSON.stringify(text), new RegExp(SECRET))
  const { rows } = await service.database.pool.query('select * from events')
  t.notMatch(JSON.stringify(rows), new RegExp(SECRET))
})

t.test('a candidate takes its metadata along when it is erased', async (t) => {
  const { partner, ids } = await postAll({ note: 'wanderfalke' })
  const reply = await partner.call('DELETE', `/v1/candidates/${ids.candidates}`, { headers: anyVersion })
  t.equal(reply.status, 204)
  const { rows } = await service.database.pool.query(
    `select c.id from candidates c where partner_id = $1
     union all select h.id from helpers h where partner_id = $1 and is_candidate
     union all select o.id from offers o where partner_id = $1 and is_candidate`,
    [idToUuid(partner.partnerId)],
  )
  t.same(rows, [])
})

t.test(
  'files fill metadata by a column for each key, JSON by its field, and exports bring it back',
  async (t) => {
    const office = await newOffice(service)
    const run = async (type: string, file: string, contentType = 'text/csv') => {
      const { headers } = await upload(service, office, `type=${type}&mode=apply`, file, contentType)
      await service.services.background.works.run_imports.idle()
      return (await office.call('GET', String(headers.location))).body
    }
    const header =
      'external_id,name,kind,contact_name,email,time_zone,languages,metadata.crm_id,metadata.Team'
    const line = (key: string, more: string) =>
      `${key},Shelter ${key},nonprofit,Ada,${key}@example.org,America/Chicago,en,${more}`
    await run('organizations', `${header}\n${line('A', '77,north')}\n${line('B', ',')}\n`)
    const read = async (key: string) =>
      (await office.call('GET', `/v1/organizations?external_id=${key}`)).body.data[0]?.metadata
    t.same(await read('A'), { crm_id: '77', Team: 'north' })
    t.same(await read('B'), {})
    await run('organizations', 'external_id,metadata.crm_id,metadata.Team\nA,,**CLEAR**\nB,5,\n')
    t.same(await read('A'), { crm_id: '77' })
    t.same(await read('B'), { crm_id: '5' })
    await run(
      'organizations',
      '{"external_id":"B","metadata":{"lane":"2","crm_id":null}}\n',
      'application/x-ndjson',
    )
    t.same(await read('B'), { lane: '2' })

    const csv = await office.call('GET', '/v1/organizations.csv')
    t.equal(csv.status, 200)
    await office.call('PATCH', `/v1/organizations/${await idOf('A')}`, {
      body: { metadata: null },
      headers: anyVersion,
    })
    await run('organizations', String(csv.body))
    t.same(await read('A'), { crm_id: '77' })
    const again = await run('organizations', String(csv.body))
    t.match(again, { unchanged: 2, updated: 0 })

    async function idOf(key: string): Promise<string> {
      return (await office.call('GET', `/v1/organizations?external_id=${key}`)).body.data[0].id
    }
  },
)

t.test('a merge keeps the pairs of both records, and the kept one’s win', async (t) => {
  const partner = await service.newPartner()
  const kept = await post(partner, '/v1/helpers', helperBody({ metadata: { a: '1', b: '1' } }))
  const from = await post(partner, '/v1/helpers', helperBody({ metadata: { b: '2', c: '2' } }))
  const { status, body } = await partner.call('POST', `/v1/helpers/${kept}/merge`, {
    body: { from_id: from },
  })
  t.equal(status, 200)
  t.same(body.helper.metadata, { a: '1', b: '1', c: '2' })
})

t.test('writers of different keys keep both pairs', async (t) => {
  const partner = await service.newPartner()
  const id = await post(partner, '/v1/organizations', organizationBody())
  const keys = Array.from({ length: 12 }, (_, at) => `k${at}`)
  const replies = await Promise.all(
    keys.map((key) =>
      partner.call('PATCH', `/v1/organizations/${id}`, {
        body: { metadata: { [key]: key } },
        headers: anyVersion,
      }),
    ),
  )
  t.same(new Set(replies.map(({ status }) => status)), new Set([200]))
  const { body } = await partner.call('GET', `/v1/organizations/${id}`)
  t.same(Object.keys(body.metadata).sort(), keys.toSorted())
})

t.test('the index serves the filter', async (t) => {
  const { database } = service
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  await database.pool.query(
    `insert into organizations select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'external_id', n,
        'metadata', jsonb_build_object('crm_id', n::text)))).* from organizations o, generate_series(1, 20000) n where o.id = $1`,
    [idToUuid(organizationId as `org_${string}` & { prefix: 'org' })],
  )
  await database.pool.query('analyze organizations')
  const { rows } = await database.pool.query(
    `explain select * from organizations where partner_id = $1 and metadata <> '{}'
       and jsonb_set('{}', array[partner_id::text], metadata) @> $2::jsonb order by id limit 50`,
    [idToUuid(partner.partnerId), JSON.stringify({ [idToUuid(partner.partnerId)]: { crm_id: '17' } })],
  )
  t.match(JSON.stringify(rows), /organizations_by_metadata/)
  const { body } = await partner.call('GET', '/v1/organizations?metadata[crm_id]=17')
  t.equal(body.data.length, 1)
})
