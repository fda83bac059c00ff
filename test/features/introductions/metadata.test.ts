import t from 'tap'
import { idToUuid } from '../../../src/shared/ids.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import {
  anotherNeed,
  anotherOffer,
  answer,
  propose,
  proposed,
  twoPartners,
} from '../../support/two-partners.ts'
import { created, post } from '../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }

function patch(
  by: Partner,
  address: string,
  metadata: unknown,
  headers: Record<string, string> = anyVersion,
) {
  return by.call('PATCH', `/v1/${address}`, { body: { metadata }, headers })
}

/** Introduction and engagement of two partners; each side has written its own pairs. */
async function engaged() {
  const pair = await twoPartners(service)
  const reply = await propose(pair.needSide, pair.needId, pair.offerId, { metadata: { ats: 'kestrel' } })
  const introduction = `introductions/${created(reply).id}`
  t.same(reply.body.metadata, { ats: 'kestrel' })
  t.match(await patch(pair.offerSide, introduction, { crm: 'osprey' }), { status: 200 })
  await answer(pair.offerSide, introduction.slice('introductions/'.length), 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  return { pair, introduction, engagement: `engagements/${body.data[0].id}` }
}

t.test(
  'each side reads its own pairs, from the proposal to the work, and never those of the other',
  async (t) => {
    const { pair, introduction, engagement } = await engaged()
    for (const address of [introduction, engagement]) {
      t.same((await pair.needSide.call('GET', `/v1/${address}`)).body.metadata, { ats: 'kestrel' })
      t.same((await pair.offerSide.call('GET', `/v1/${address}`)).body.metadata, { crm: 'osprey' })
    }
    await patch(pair.needSide, engagement, { ats: null, shift: 'gannet' })
    t.same((await pair.needSide.call('GET', `/v1/${engagement}`)).body.metadata, { shift: 'gannet' })
    t.same((await pair.needSide.call('GET', `/v1/${introduction}`)).body.metadata, { ats: 'kestrel' })
    await service.services.background.works.number_events.idle()
    for (const [reader, secret] of [
      [pair.offerSide, /kestrel|gannet/],
      [pair.needSide, /osprey/],
    ] as const) {
      for (const address of [
        `${introduction}?expand=need,offer`,
        `${engagement}?expand=introduction,need,offer`,
        'introductions',
        'engagements?expand=introduction',
        'introductions.csv',
        'engagements.csv',
        'events?limit=100',
        `needs/${pair.needId}/matches/${pair.offerId}`,
      ]) {
        const { status, body } = await reader.call('GET', `/v1/${address}`)
        t.equal(status, 200, address)
        t.notMatch(JSON.stringify(body), secret, address)
      }
    }
    const { rows } = await service.database.pool.query('select * from events')
    t.notMatch(JSON.stringify(rows), /kestrel|osprey/)
  },
)

t.test('only the side that changed its pairs gets an event, and the version counts for both', async (t) => {
  const { pair, introduction, engagement } = await engaged()
  for (const address of [introduction, engagement]) {
    const { headers } = await pair.needSide.call('GET', `/v1/${address}`)
    const etag = String(headers.etag)
    const changed = await patch(pair.needSide, address, { shift: 'early' }, { 'if-match': etag })
    t.equal(changed.status, 200)
    t.not(changed.headers.etag, etag)
    t.match(await patch(pair.needSide, address, { shift: 'x' }, { 'if-match': etag }), { status: 412 })
    t.match(await patch(pair.needSide, address, { shift: 'x' }, {}), { status: 428 })
    const same = await patch(pair.needSide, address, { shift: 'early' })
    t.equal(same.headers.etag, changed.headers.etag, 'writing the same again changes nothing')
  }
  await service.services.background.works.number_events.idle()
  const changesOf = async (by: Partner) => {
    const { body } = await by.call(
      'GET',
      '/v1/events?types=introduction.changed,engagement.changed&limit=100',
    )
    return body.data.map((one: { type: string; data: { changed: string[] } }) => [one.type, one.data.changed])
  }
  t.same(await changesOf(pair.needSide), [
    ['introduction.changed', ['metadata']],
    ['engagement.changed', ['metadata']],
  ])
  t.same(await changesOf(pair.offerSide), [['introduction.changed', ['metadata']]])
})

t.test('lists and files find what a side wrote, by its own pairs only', async (t) => {
  const { pair, introduction, engagement } = await engaged()
  const other = await proposed(pair, await anotherNeed(pair), await anotherOffer(pair))
  await patch(pair.needSide, `introductions/${other}`, { ats: 'merlin' })
  const found = async (by: Partner, list: string, query: string) => {
    const { status, body } = await by.call('GET', `/v1/${list}?include=total&${query}`)
    t.equal(status, 200)
    t.equal(body.total.value, body.data.length)
    return body.data.map((one: { id: string }) => `${list}/${one.id}`)
  }
  t.same(await found(pair.needSide, 'introductions', 'metadata[ats]=kestrel'), [introduction])
  t.same(await found(pair.needSide, 'introductions', 'metadata[ats]=merlin'), [`introductions/${other}`])
  t.same(await found(pair.needSide, 'engagements', 'metadata[ats]=kestrel'), [engagement])
  t.same(await found(pair.offerSide, 'engagements', 'metadata[crm]=osprey'), [engagement])
  for (const list of ['introductions', 'engagements']) {
    t.same(await found(pair.offerSide, list, 'metadata[ats]=kestrel'), [])
    t.same(await found(pair.needSide, list, 'metadata[crm]=osprey'), [])
    const { body } = await pair.needSide.call('GET', `/v1/${list}.csv?metadata[ats]=kestrel`)
    const lines = String(body).trim().split('\n')
    t.equal(lines.length, 2)
    t.match(lines[1], '"{""ats"":""kestrel""}"')
  }
})

t.test('a partner of both sides has one set of pairs', async (t) => {
  const partner = await service.newPartner()
  const needId = await post(
    partner,
    '/v1/needs',
    needBody(await post(partner, '/v1/organizations', organizationBody())),
  )
  const offerId = await post(
    partner,
    '/v1/offers',
    offerBody(await post(partner, '/v1/helpers', helperBody())),
  )
  const { id } = created(await propose(partner, needId, offerId, { metadata: { a: '1' } }))
  t.same((await patch(partner, `introductions/${id}`, { b: '2' })).body.metadata, { a: '1', b: '2' })
  for (const role of ['need', 'offer']) {
    const { body } = await partner.call('GET', `/v1/introductions?role=${role}&metadata[a]=1&metadata[b]=2`)
    t.same(
      body.data.map((one: { id: string }) => one.id),
      [id],
      role,
    )
  }
  t.same((await patch(partner, `introductions/${id}`, null)).body.metadata, {})
  t.same((await partner.call('GET', '/v1/introductions?metadata[a]=1')).body.data, [])
})

t.test('pairs outside the limits are refused by name, together with those that are kept', async (t) => {
  const { pair, introduction, engagement } = await engaged()
  const full = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, 'v']))
  for (const address of [introduction, engagement]) {
    for (const [metadata, pointer] of [
      [full, '/metadata'],
      [{ k: 1 }, '/metadata/k'],
      [{ k: 'v'.repeat(501) }, '/metadata/k'],
      [{ 'a[b]': 'v' }, '/metadata/a[b]'],
      ['text', '/metadata'],
    ] as const) {
      const { status, body } = await patch(pair.needSide, address, metadata)
      t.equal(status, 422)
      t.match(body.errors, [{ pointer }])
    }
    t.match(
      await pair.needSide.call('PATCH', `/v1/${address}`, { body: { message: 'x' }, headers: anyVersion }),
      {
        status: 422,
      },
    )
    const stranger = await service.newPartner()
    t.match(await patch(stranger, address, { a: '1' }), { status: 404 })
  }
})

t.test('at many rows an index finds the pairs of each side', async (t) => {
  const { pair } = await engaged()
  const { pool } = service.database
  await pool.query(
    `insert into introductions select (jsonb_populate_record(i, jsonb_build_object(
       'id', gen_random_uuid(), 'need_id', gen_random_uuid(), 'need_metadata', jsonb_build_object('ats', n::text)))).*
     from introductions i, generate_series(1, 5000) n where i.need_partner_id = $1`,
    [idToUuid(pair.needSide.partnerId)],
  )
  await pool.query('analyze introductions')
  const { rows } = await pool.query(
    `explain select * from introductions where need_partner_id = $1
       and ((need_metadata <> '{}' and jsonb_set('{}', array[need_partner_id::text], need_metadata) @> $2::jsonb)
         or (offer_metadata <> '{}' and jsonb_set('{}', array[offer_partner_id::text], offer_metadata) @> $2::jsonb))
     order by id limit 21`,
    [idToUuid(pair.needSide.partnerId), { [idToUuid(pair.needSide.partnerId)]: { ats: '17' } }],
  )
  t.match(JSON.stringify(rows), /introductions_by_need_metadata/)
  t.match(JSON.stringify(rows), /introductions_by_offer_metadata/)
  const { body } = await pair.needSide.call('GET', '/v1/introductions?metadata[ats]=17')
  t.equal(body.data.length, 1)
})
