import t from 'tap'
import { type Partner, startTestService } from '../../support/service.ts'
import { anotherNeed, anotherOffer, answer, proposed, twoPartners } from '../../support/two-partners.ts'

const service = await startTestService(t)

t.test('both sides narrow introductions and engagements to a need, an offer or a party', async (t) => {
  const pair = await twoPartners(service)
  const [needId, offerId] = [await anotherNeed(pair), await anotherOffer(pair)]
  const first = await proposed(pair)
  const second = await proposed(pair, needId, offerId)
  for (const id of [first, second]) await answer(pair.offerSide, id, 'accept')
  const { body: other } = await pair.offerSide.call('GET', `/v1/offers/${offerId}`)
  const idsOf = async (by: Partner, list: string, query: string): Promise<string[]> => {
    const { status, body } = await by.call('GET', `/v1/${list}?${query}`)
    t.equal(status, 200)
    return body.data.map((one: { id: string; introduction_id?: string }) => one.introduction_id ?? one.id)
  }
  const expected: [query: string, ids: string[]][] = [
    [`need_id=${pair.needId}`, [first]],
    [`need_id=${needId}`, [second]],
    [`offer_id=${pair.offerId}`, [first]],
    [`helper_id=${other.helper_id}`, [second]],
    [`organization_id=${pair.organizationId}`, [first, second]],
    [`organization_id=${pair.organizationId}&helper_id=${pair.helperId}`, [first]],
    [`need_id=${pair.needId}&offer_id=${offerId}`, []],
  ]
  const stranger = await service.newPartner()
  for (const list of ['introductions', 'engagements'])
    for (const [query, ids] of expected) {
      for (const side of [pair.needSide, pair.offerSide]) t.same(await idsOf(side, list, query), ids, query)
      t.same(await idsOf(stranger, list, query), [], 'nobody else finds them')
      const { body: csv } = await pair.needSide.call('GET', `/v1/${list}.csv?${query}`)
      t.equal(String(csv).trim().split('\n').length, ids.length + 1, 'the CSV is narrowed too')
    }
  t.same(await idsOf(pair.needSide, 'introductions', `need_id=${needId}&status=proposed`), [])
  t.match(await pair.needSide.call('GET', '/v1/introductions?need_id=offer_1'), { status: 422 })
})

t.test('each filter of these lists has an index', async (t) => {
  const client = await service.database.pool.connect()
  t.teardown(() => client.release(true))
  await client.query('set enable_seqscan = off')
  const id = "'00000000-0000-0000-0000-000000000000'"
  for (const table of ['introductions', 'engagements'])
    for (const column of ['need_id', 'offer_id', 'organization_id', 'helper_id']) {
      const { rows } = await client.query(
        `explain (format json) select * from ${table} where offer_partner_id = ${id} and ${column} = ${id}
         and id > ${id} order by id limit 21`,
      )
      t.match(JSON.stringify(rows), new RegExp(`Index Cond[^}]*${column} = `), `${table} ${column}`)
    }
})
