import t from 'tap'
import { organizationBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'

let now = new Date('2027-01-04T12:00:00Z')
const service = await startTestService(t, { clock: () => now })
const tick = () => {
  now = new Date(now.getTime() + 1000)
  return now
}

async function readAll(partner: Partner, query: string, between: () => Promise<unknown> = async () => {}) {
  const seen: { id: string; name: string; updated_at: string }[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await partner.call('GET', `/v1/organizations?${query}${cursor && `&cursor=${cursor}`}`)
    if (page.status !== 200) throw new Error(JSON.stringify(page.body))
    seen.push(...page.body.data)
    cursor = page.body.next_cursor
    await between()
  }
  return seen
}

async function postMany(partner: Partner, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    tick()
    ids.push(await post(partner, '/v1/organizations', organizationBody({ name: `Number ${i}` })))
  }
  return ids
}

t.test('pages hold everything once, in order', async (t) => {
  const partner = await service.newPartner()
  const ids = await postMany(partner, 7)
  for (const limit of [1, 2, 3, 7, 100]) {
    t.same(
      (await readAll(partner, `limit=${limit}`)).map((row) => row.id),
      ids,
      `limit ${limit}`,
    )
  }
})

t.test('what is written between two pages neither repeats nor hides what was there', async (t) => {
  const partner = await service.newPartner()
  const ids = await postMany(partner, 6)
  const seen = await readAll(partner, 'limit=2', () =>
    postMany(partner, 1).then(() => touch(partner, ids[0] ?? '')),
  )
  t.same(
    seen.slice(0, 6).map((row) => row.id),
    ids,
  )
  t.equal(new Set(seen.map((row) => row.id)).size, seen.length)
})

async function touch(partner: Partner, id: string) {
  tick()
  const body = { name: `Touched at ${now.toISOString()}` }
  await partner.call('PATCH', `/v1/organizations/${id}`, { body, headers: { 'if-match': '*' } })
}

t.test(
  'updated_since gives what has changed, oldest change first, and misses nothing while it is read',
  async (t) => {
    const partner = await service.newPartner()
    const ids = await postMany(partner, 5)
    const since = tick().toISOString()
    await touch(partner, ids[3] ?? '')
    await touch(partner, ids[1] ?? '')
    const changed = await readAll(partner, `limit=1&updated_since=${encodeURIComponent(since)}`)
    t.same(
      changed.map((row) => row.id),
      [ids[3], ids[1]],
    )
    let touched = false
    const whileWriting = await readAll(
      partner,
      `limit=1&updated_since=${encodeURIComponent(since)}`,
      async () => {
        if (!touched) await touch(partner, ids[3] ?? '')
        touched = true
      },
    )
    t.same(
      whileWriting.map((row) => row.id),
      [ids[3], ids[1], ids[3]],
    )
  },
)

t.test('external_id, status and party narrow a list', async (t) => {
  const partner = await service.newPartner()
  const world = await postWorld(partner, { need: { external_id: 'n-1' } })
  const other = await postWorld(partner)
  const ids = async (query: string) =>
    (await partner.call('GET', query)).body.data.map((row: { id: string }) => row.id)
  t.same(await ids('/v1/needs?external_id=n-1'), [world.needId])
  t.same(await ids(`/v1/needs?organization_id=${other.organizationId}`), [other.needId])
  t.same(await ids(`/v1/offers?helper_id=${world.helperId}`), [world.offerId])
  await partner.call('POST', `/v1/offers/${world.offerId}/pause`)
  t.same(await ids('/v1/offers?status=paused'), [world.offerId])
  t.same(await ids('/v1/offers?status=open'), [other.offerId])
})

t.test('a list shows nothing of another partner', async (t) => {
  const [partner, stranger] = [await service.newPartner(), await service.newPartner()]
  await postWorld(partner)
  for (const path of ['organizations', 'helpers', 'needs', 'offers']) {
    t.same((await stranger.call('GET', `/v1/${path}`)).body, { data: [], next_cursor: null, has_more: false })
  }
})

t.test('a cursor that was not given out is refused', async (t) => {
  const partner = await service.newPartner()
  for (const bad of [
    'x',
    Buffer.from('{"id":"need_1"}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ]) {
    const reply = await partner.call('GET', `/v1/organizations?cursor=${bad}`)
    t.match(reply, { status: 422, body: { code: 'invalid_cursor' } }, bad)
  }
})

t.test('every list is served by an index', async (t) => {
  const partner = await service.newPartner()
  await postWorld(partner)
  const client = await service.database.pool.connect()
  t.teardown(() => client.release())
  // With sequential scans forbidden, a plan that still has one has no index to use.
  await client.query('set enable_seqscan = off; set enable_sort = off')
  const tenant = "partner_id = '00000000-0000-0000-0000-000000000000'"
  const queries = ['organizations', 'helpers', 'needs', 'offers'].flatMap((table) => [
    `select * from ${table} where ${tenant} order by id limit 21`,
    `select * from ${table} where ${tenant} and updated_at >= now() order by updated_at, id limit 21`,
    `select * from ${table} where ${tenant} and external_id = 'x' order by id limit 21`,
  ])
  queries.push(`select * from needs where ${tenant} and status = 'open' order by id limit 21`)
  queries.push(`select * from offers where ${tenant} and status = 'open' order by id limit 21`)
  for (const query of queries) {
    const { rows } = await client.query(`explain (format json) ${query}`)
    const plan = JSON.stringify(rows)
    t.match(plan, /Index/, query)
    t.notMatch(plan, /Seq Scan/, query)
  }
})
