import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { parse } from 'parse5'
import t from 'tap'
import { idToUuid, type NeedId, uuidToId } from '../../../src/shared/ids.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { elementsIn, textOf } from '../../support/html.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const JSON_LD = 'application/ld+json'
const ADDRESS = 'http://test.example'
let nowMs = Date.parse('2026-11-20T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })

interface Poster {
  partner: Partner
  organizationId: string
  postNeed(overrides?: Record<string, unknown>): Promise<string>
}

/** Another partner that is read by nobody else's test: those before it are switched off. */
const posters: Poster[] = []
async function newPoster(organization: Record<string, unknown> = {}): Promise<Poster> {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody(organization))
  const postNeed = (overrides = {}) => post(partner, '/v1/needs', needBody(organizationId, overrides))
  const poster = { partner, organizationId, postNeed }
  posters.push(poster)
  return poster
}
t.afterEach(async () => {
  for (const { partner } of posters.splice(0)) await switchFeed(partner, false)
})

const get = (path: string, headers: Record<string, string> = {}) =>
  service.inject({ method: 'GET', url: path.replace(ADDRESS, ''), headers })
const switchFeed = (partner: Partner, public_feed: boolean) =>
  partner.call('PATCH', '/v1/partner', { body: { public_feed }, headers: { 'if-match': '*' } })
const addressOf = (id: string) => `${ADDRESS}/public/needs/${id}`

/** The ids of items, page by page; `between` runs after each page. */
async function readFeed(limit = 100, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const ids: string[] = []
  for (let url: string | undefined = `/public/needs.json?limit=${limit}`; url; ) {
    const { status, body } = await get(url)
    if (status !== 200) throw new Error(`${url} answered ${status}`)
    ids.push(...body.items.map((item: { id: string }) => item.id.split('/').at(-1)))
    url = body.next_url
    await between()
  }
  return ids
}

/** What stands in the `loc`s of a sitemap, or of an index, that is well-formed and of the namespace. */
function locationsIn(xml: string): string[] {
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml').documentElement
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  if (root?.namespaceURI !== namespace) throw new Error('not of the namespace')
  return [...root.getElementsByTagNameNS(namespace, 'loc')].map((one) => one.textContent ?? '')
}

/** The ids on each page of the sitemap. */
async function readSitemap(): Promise<string[][]> {
  const index = locationsIn((await get('/public/sitemap.xml')).body)
  const pages = await Promise.all(index.map(async (url) => locationsIn((await get(url)).body)))
  return pages.map((urls) => urls.map((url) => url.replace(addressOf(''), '')))
}

/** Everywhere that anybody may read. */
async function everything(id: string): Promise<string> {
  const index = await get('/public/sitemap.xml')
  const replies = [
    await get('/public/needs.json'),
    await get(`/public/needs/${id}`),
    await get(`/public/needs/${id}`, { accept: JSON_LD }),
    index,
    ...(await Promise.all(locationsIn(index.body).map((url) => get(url)))),
  ]
  // The headers without what is random or the time, in which any few digits may stand.
  return JSON.stringify(
    replies.map(({ status, body, headers: { etag, date, 'request-id': requestId, ...headers } }) => ({
      status,
      body,
      headers,
    })),
  )
}

t.test('the feed is a JSON Feed 1.1 of faces, the newest first', async (t) => {
  const { partner, organizationId, postNeed } = await newPoster()
  const first = await postNeed()
  const second = await postNeed({ skills: ['bookkeeping', 'bookkeeping', 'keeping dragons'] })
  const { status, headers, body } = await get('/public/needs.json')
  t.equal(status, 200)
  t.match(headers['content-type'], /^application\/feed\+json/)
  t.equal(headers['access-control-allow-origin'], '*')
  t.match(body, {
    version: 'https://jsonfeed.org/version/1.1',
    title: String,
    feed_url: `${ADDRESS}/public/needs.json`,
  })
  t.notOk('next_url' in body)
  t.same(
    body.items.map((item: { id: string }) => item.id),
    [second, first].map(addressOf),
  )
  const [item] = body.items
  for (const instant of [item.date_published, item.date_modified])
    t.equal(instant, new Date(instant).toISOString())
  t.match(item, {
    url: addressOf(second),
    title: 'Bring our books up to date',
    content_text: /^Set up a monthly routine/,
    tags: ['Bookkeeping', 'keeping dragons'],
    language: 'en',
  })

  const stranger = await service.newPartner()
  const helperId = await post(stranger, '/v1/helpers', {
    ...{ name: 'Lee', kind: 'person', contact: { name: 'Lee', email: 'lee@example.com' } },
    ...{ time_zone: 'America/Los_Angeles', languages: ['en'] },
  })
  const offerId = await post(stranger, '/v1/offers', {
    ...{
      helper_id: helperId,
      kind: 'volunteer',
      title: 'Books',
      modality: 'remote',
      skills: ['bookkeeping'],
    },
  })
  const matches = (await stranger.call('GET', `/v1/offers/${offerId}/matches`)).body.data
  // What is left of a need changes with each engagement, so only rankings show it.
  const { title, description, positions_left, hours_left, ...face } = matches.find(
    (one: { need_id: string }) => one.need_id === second,
  ).need
  t.same({ ...item._smartsource.need }, face, 'what other partners see of it, and no more')
  t.same([item.title, item.content_text], [title, description])
  t.same([positions_left, hours_left], [1, 4])
  t.equal(face.organization_id, organizationId)
  t.equal((await partner.call('GET', `/v1/needs/${second}`)).status, 200)
})

t.test('a page says to people and to machines what the feed says', async (t) => {
  const { postNeed } = await newPoster({ languages: ['en', 'es'] })
  const id = await postNeed({
    accepts: ['paid'],
    budget: { amount_minor: 5000, currency: 'USD', unit: 'hour' },
  })
  const { status, headers, body } = await get(`/public/needs/${id}`)
  t.equal(status, 200)
  t.match(headers['content-type'], /^text\/html; charset=utf-8/)
  t.equal(headers.vary, 'Accept')
  t.equal(headers['last-modified'], new Date(nowMs).toUTCString())
  const elements = elementsIn(parse(body))
  const tagged = (tag: string) => elements.filter(({ tagName }) => tagName === tag)
  t.equal(textOf(tagged('h1')[0]), 'Bring our books up to date')
  t.match(textOf(tagged('dl')[0]), /\$50\.00 per hour/)
  const style = createHash('sha256')
    .update(textOf(tagged('style')[0]))
    .digest('base64')
  const policy = String(headers['content-security-policy'])
  t.match(policy, "default-src 'none'")
  t.ok(policy.includes(`style-src 'sha256-${style}'`))
  t.notMatch(policy, /script-src|unsafe/)

  const data = JSON.parse(textOf(tagged('script')[0]))
  t.match(data, { '@type': 'JobPosting', url: addressOf(id), hiringOrganization: 'confidential' })
  t.equal(data.directApply, false)
  t.same((await get(`/public/needs/${id}`, { accept: JSON_LD })).body, data)
})

t.test('hostile text stays text', async (t) => {
  const hostile = `</script><script>alert(1)</script>]]>&amp;<!--"'</title><img src=x onerror=alert(1)>`
  const { postNeed } = await newPoster({ causes: [`<b>${'&'}</b>`] })
  const id = await postNeed({
    title: hostile,
    description: `${hostile}\n\n${hostile}`,
    skills: [hostile],
    gives: [hostile],
    requires: ['licence:</dd><script>'],
    location: { country: 'US', region: '<script>', city: '"><svg onload=alert(1)>' },
  })
  const { body } = await get(`/public/needs/${id}`)
  const elements = elementsIn(parse(body))
  const expected = ['title', 'style', 'script', 'h1', 'p', 'dt', 'link', 'meta', 'img', 'svg', 'b']
  const count = (tag: string) => elements.filter(({ tagName }) => tagName === tag).length
  t.match(Object.fromEntries(expected.map((tag) => [tag, count(tag)])), {
    ...{ title: 1, style: 1, script: 1, h1: 1, p: 2, link: 2, meta: 2, img: 0, svg: 0, b: 0 },
  })
  const attributes = new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)))
  t.same([...attributes].sort(), ['charset', 'content', 'href', 'lang', 'name', 'rel', 'type'])
  const [heading, script] = ['h1', 'script'].map((tag) => elements.find(({ tagName }) => tagName === tag))
  t.equal(textOf(heading), hostile)
  t.same(script?.attrs, [{ name: 'type', value: JSON_LD }])
  t.equal(JSON.parse(textOf(script)).title, hostile)
  t.equal((await get('/public/needs.json')).body.items[0].title, hostile)
  t.same(await readSitemap(), [[id]])
})

t.test('nothing personal is told anywhere', async (t) => {
  const { postNeed } = await newPoster({
    name: 'Wilhelmina Quist Consulting',
    kind: 'solopreneur',
    url: 'https://quist.example/about-me',
    external_id: 'crm-77421',
    contact: { name: 'Wilhelmina Quist', email: 'mina@quist.example', phone: '+1 510 555 0199' },
    location: {
      country: 'US',
      region: 'CA',
      city: 'Oakland',
      postal_code: '94607-1234',
      lat: 37.81234,
      lon: -122.29876,
    },
  })
  const inPlace = {
    country: 'US',
    city: 'Alameda',
    postal_code: '94501-9876',
    lat: 37.76521,
    lon: -122.24163,
  }
  const secret = { brief: { outcome: 'zanzibar' }, external_id: 'crm-99310' }
  for (const accepts of [['paid'], ['volunteer']])
    for (const location of [{}, { location: inPlace }]) {
      const told = await everything(await postNeed({ accepts, modality: 'onsite', ...location, ...secret }))
      t.match(told, location.location ? 'Alameda' : 'Oakland')
      const hidden =
        /mina|quist|510 555|0199|94607|1234|94501|9876|37\.8|122\.2|37\.7|crm-|77421|99310|zanzibar|partner_/i
      t.notMatch(told.replaceAll(/sha256-[^']*|need_\w+|org_\w+/g, ''), hidden)
      secret.external_id += '1'
    }
})

t.test(
  'a bottleneck of a sprint is public only if asked, and other partners find it all the same',
  async (t) => {
    const { partner, organizationId, postNeed } = await newPoster()
    const helping = await newPoster()
    const skill = 'lacquering of puppet theatres'
    const bottleneck = { title: skill, description: skill, skills: [skill] }
    const bottlenecks = [bottleneck, { ...bottleneck, is_public: true }]
    const { body: sprint } = await partner.call('POST', '/v1/sprints', {
      body: { organization_id: organizationId, bottlenecks },
    })
    const [quiet, asked] = sprint.need_ids
    const plain = await postNeed()
    t.same((await readFeed()).sort(), [asked, plain].sort())
    t.same((await readSitemap()).flat().sort(), [asked, plain].sort())
    t.match(await get(`/public/needs/${quiet}`), { status: 404, body: { code: 'need_not_found' } })
    t.match((await partner.call('GET', `/v1/needs/${quiet}`)).body, {
      is_public: false,
      visibility: 'network',
    })
    t.match((await partner.call('GET', `/v1/needs/${plain}`)).body, { is_public: true })

    const helperId = await post(helping.partner, '/v1/helpers', helperBody())
    const offerId = await post(
      helping.partner,
      '/v1/offers',
      offerBody(helperId, { title: skill, skills: [skill] }),
    )
    const { body: ranked } = await helping.partner.call('GET', `/v1/offers/${offerId}/matches`)
    t.ok(ranked.data.some((match: { need_id: string }) => match.need_id === quiet))

    const change = (id: string, is_public: boolean) =>
      partner.call('PATCH', `/v1/needs/${id}`, { body: { is_public }, headers: { 'if-match': '*' } })
    await change(quiet, true)
    await change(plain, false)
    t.same((await readFeed()).sort(), [asked, quiet].sort())
  },
)

t.test('bottlenecks of the previous version leave the public pages with the upgrade', async (t) => {
  const { partner, organizationId, postNeed } = await newPoster()
  const bottlenecks = [{ title: 'Books', description: 'Keep our books', is_public: true }]
  const { body: sprint } = await partner.call('POST', '/v1/sprints', {
    body: { organization_id: organizationId, bottlenecks },
  })
  const plain = await postNeed()
  const migration = readFileSync(
    new URL('../../../migrations/0029_listed-needs.sql', import.meta.url),
    'utf8',
  )
  await service.database.pool.query(/update needs[^;]*;/.exec(migration)?.[0] ?? '')
  t.match((await partner.call('GET', `/v1/needs/${sprint.need_ids[0]}`)).body, { is_public: false })
  t.same(await readFeed(), [plain])
})

t.test('what is not open to the whole network is nowhere, at once', async (t) => {
  const { partner, postNeed } = await newPoster()
  const open = await postNeed()
  const gone = {
    ours: await postNeed({ visibility: 'partner' }),
    closed: await postNeed(),
    filled: await postNeed(),
    deleted: await postNeed(),
    withdrawn: await postNeed(),
    late: await postNeed({ deadline_at: new Date(nowMs + 1000).toISOString() }),
  }
  const { ours, ...listed } = gone
  t.same((await readFeed()).sort(), [open, ...Object.values(listed)].sort())

  await partner.call('POST', `/v1/needs/${gone.closed}/close`)
  await partner.call('POST', `/v1/needs/${gone.filled}/fill`)
  await partner.call('DELETE', `/v1/needs/${gone.deleted}`, { headers: { 'if-match': '*' } })
  const change = { body: { visibility: 'partner' }, headers: { 'if-match': '*' } }
  await partner.call('PATCH', `/v1/needs/${gone.withdrawn}`, change)
  nowMs += 1000
  t.same(await readFeed(), [open])
  t.same(await readSitemap(), [[open]])
  for (const [why, id] of Object.entries(gone))
    t.match(await get(`/public/needs/${id}`), { status: 404, body: { code: 'need_not_found' } }, why)
  t.equal((await get(`/public/needs/${open}`)).status, 200)
})

t.test('a partner switches its part off and on at once, and only its own', async (t) => {
  const [one, other] = [await newPoster(), await newPoster()]
  const [mine, theirs] = [await one.postNeed(), await other.postNeed()]
  t.same(await readFeed(), [theirs, mine])
  const { headers } = await get('/public/needs.json')
  await switchFeed(one.partner, false)
  const after = await get('/public/needs.json', { 'if-none-match': String(headers.etag) })
  t.equal(after.status, 200)
  t.same(await readFeed(), [theirs])
  t.same(await readSitemap(), [[theirs]])
  t.equal((await get(`/public/needs/${mine}`)).status, 404)
  t.equal((await one.partner.call('GET', `/v1/needs/${mine}`)).status, 200)
  await switchFeed(one.partner, true)
  t.same(await readFeed(), [theirs, mine])
})

t.test('paging gives every need once, whatever is written meanwhile', async (t) => {
  const [one, other] = [await newPoster(), await newPoster()]
  const ids: string[] = []
  for (let n = 0; n < 7; n++) ids.push(await (n % 2 ? other : one).postNeed())
  const closing = ids[0]
  const read = await readFeed(2, async () => {
    await other.postNeed()
    for (const id of ids.filter((_, n) => n % 2 === 0)) {
      const body = { title: `Changed ${nowMs++}` }
      await one.partner.call('PATCH', `/v1/needs/${id}`, { body, headers: { 'if-match': '*' } })
    }
    await one.partner.call('POST', `/v1/needs/${closing}/close`)
  })
  t.same(read, ids.slice(1).reverse())
})

t.test('the sitemap cuts its pages where nothing but the need itself moves them', async (t) => {
  const { partner, postNeed } = await newPoster()
  const ids: string[] = []
  const cutAt = [2, 5]
  for (let n = 0; n < 7; n++) {
    // The id of any other is left as it is but for the digits that a cut goes by.
    // Without skills of its text, which would be stored under that id.
    const id = (await postNeed({ infer_skills: false })) as NeedId
    const uuid = idToUuid(id).replace(/...$/, cutAt.includes(n) ? '000' : '001')
    await service.database.pool.query('update needs set id = $1 where id = $2', [uuid, idToUuid(id)])
    ids.push(uuidToId('need', uuid))
  }
  const pages = [ids.slice(0, 2), ids.slice(2, 5), ids.slice(5)]
  t.same(await readSitemap(), pages)
  const index = (await get('/public/sitemap.xml')).body
  await partner.call('POST', `/v1/needs/${ids[0]}/close`)
  t.equal((await get('/public/sitemap.xml')).body, index)
  t.same(await readSitemap(), [[ids[1]], ...pages.slice(1)])
  await partner.call('POST', `/v1/needs/${ids[2]}/close`)
  t.same(await readSitemap(), [[ids[1], ...ids.slice(3, 5)], ids.slice(5)])
})

t.test('what a cache has is asked for again, and told to be the same', async (t) => {
  const { partner, postNeed } = await newPoster()
  const id = await postNeed()
  const [page = ''] = locationsIn((await get('/public/sitemap.xml')).body)
  for (const url of ['/public/needs.json', `/public/needs/${id}`, '/public/sitemap.xml', page]) {
    const { headers, body } = await get(url)
    t.equal(headers['cache-control'], 'no-cache', url)
    const etag = String(headers.etag)
    const same = await get(url, { 'if-none-match': `"other", ${etag}` })
    t.match(same, { status: 304, body: '', headers: { etag, 'cache-control': 'no-cache' } }, url)
    const head = await service.inject({ method: 'HEAD', url: url.replace(ADDRESS, '') })
    t.match(head, { status: 200, body: '', headers: { etag } }, url)
    const length = Buffer.byteLength(typeof body === 'string' ? body : JSON.stringify(body))
    t.equal(Number(head.headers['content-length']), length, url)
  }
  const url = `/public/needs/${id}`
  const had = { 'if-none-match': String((await get(url)).headers.etag) }
  const change = { body: { location: { country: 'CA' } }, headers: { 'if-match': '*' } }
  await partner.call('PATCH', `/v1/needs/${id}`, change)
  t.equal((await get(url, had)).status, 200)
})

t.test('where nobody has posted anything there is an empty feed and an empty sitemap', async (t) => {
  t.same((await get('/public/needs.json')).body.items, [])
  t.same(await readSitemap(), [[]])
})

t.test('a cursor that was not given out is refused', async (t) => {
  for (const cursor of ['x', Buffer.from('{"id":"offer_1"}').toString('base64url')])
    t.match(await get(`/public/needs.json?cursor=${cursor}`), {
      status: 422,
      body: { code: 'invalid_cursor' },
    })
})
