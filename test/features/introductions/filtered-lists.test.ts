import t from 'tap'
import { type Partner, startTestService } from '../../support/service.ts'
import { anotherNeed, anotherOffer, answer, proposed, twoPartners } from '../../support/two-partners.ts'

const service = await startTestService(t)
const BOTTLENECK = {
  title: 'Monthly books',
  description: 'Invoices go out late and nobody reconciles the bank account.',
  skills: ['bookkeeping'],
}

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

t.test('both sides narrow introductions and engagements by states, kinds, sprints and time', async (t) => {
  const pair = await twoPartners(service)
  const { body: sprint } = await pair.needSide.call('POST', '/v1/sprints', {
    body: { organization_id: pair.organizationId, bottlenecks: [BOTTLENECK] },
  })
  const sprintNeed: string = sprint.need_ids[0]
  const first = await proposed(pair)
  const second = await proposed(pair, sprintNeed, await anotherOffer(pair))
  const third = await proposed(pair, await anotherNeed(pair), await anotherOffer(pair))
  await answer(pair.offerSide, second, 'accept')
  await answer(pair.offerSide, first, 'accept')
  await pair.needSide.call('POST', `/v1/introductions/${third}/withdraw`)
  const { body: row } = await pair.needSide.call('GET', `/v1/introductions/${second}`)
  const introductions: [query: string, ids: string[]][] = [
    ['status=accepted,withdrawn', [first, second, third]],
    ['status=accepted', [first, second]],
    ['status=proposed,declined', []],
    ['sort=-created_at', [third, second, first]],
    ['sort=updated_at', [second, first, third]],
    ['sort=-updated_at&role=need', [third, first, second]],
    [`created_since=${row.created_at}&sort=-created_at`, [third, second]],
    [`created_before=${row.created_at}`, [first]],
    [`updated_before=${row.updated_at}`, []],
    [`sprint_id=${sprint.id}`, [second]],
  ]
  for (const [query, ids] of introductions) {
    const sides =
      query.includes('sprint') || query.includes('role') ? [pair.needSide] : [pair.needSide, pair.offerSide]
    for (const side of sides) {
      const paged: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const path = `/v1/introductions?limit=1&include=total&${query}${cursor && `&cursor=${cursor}`}`
        const { body } = await side.call('GET', path)
        t.same(body.total, { value: ids.length, is_exact: true }, query)
        paged.push(...body.data.map(({ id }: { id: string }) => id))
        cursor = body.next_cursor
      }
      t.same(paged, ids, query)
    }
  }
  const engagements: [query: string, ids: string[]][] = [
    ['status=active,completed&sort=-created_at', [first, second]],
    ['status=completed', []],
    ['kinds=volunteer,paid', [second, first]],
    ['kinds=paid', []],
    [`sprint_id=${sprint.id}`, [second]],
  ]
  for (const [query, ids] of engagements) {
    const { body } = await pair.needSide.call('GET', `/v1/engagements?include=total&${query}`)
    t.same(
      body.data.map((one: { introduction_id: string }) => one.introduction_id),
      ids,
      query,
    )
    t.same(body.total, { value: ids.length, is_exact: true })
  }
  t.same(await csvLines(pair.needSide, `introductions.csv?status=accepted,declined`), 2)
  t.same(await csvLines(pair.needSide, `engagements.csv?sprint_id=${sprint.id}`), 1)
  const { body: elsewhere } = await pair.offerSide.call('GET', `/v1/introductions?sprint_id=${sprint.id}`)
  t.same(elsewhere.data, [], 'the sprint of another partner has no needs')
})

async function csvLines(by: Partner, path: string): Promise<number> {
  const { body } = await by.call('GET', `/v1/${path}`)
  return String(body).trim().split('\n').length - 1
}

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
