import { parse } from 'parse5'
import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { elementsIn, textOf } from '../../support/html.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const nowMs = Date.parse('2026-11-20T09:00:00Z')
const service = await startTestService(t, { clock: () => new Date(nowMs) })
const partner = await service.newPartner()

const get = (url: string, accept = BROWSER) => service.inject({ method: 'GET', url, headers: { accept } })
const newOrganization = (body = {}) => post(partner, '/v1/organizations', organizationBody(body))
const newNeed = (organizationId: string, body = {}) =>
  post(partner, '/v1/needs', needBody(organizationId, body))
const change = (who: Partner, url: string, body: object) =>
  who.call('PATCH', url, { body, headers: { 'if-match': '*' } })

/** The ids of the needs that a page lists, in their order. */
async function listed(query: Record<string, string>): Promise<string[]> {
  const { status, body } = await get(`/public/needs?${new URLSearchParams(query)}`)
  if (status !== 200) throw new Error(`${JSON.stringify(query)} answered ${status} ${body}`)
  const links = elementsIn(parse(body)).filter(({ tagName }) => tagName === 'a')
  return links.flatMap(
    ({ attrs }) => /need_\w+$/.exec(attrs.find(({ name }) => name === 'href')?.value ?? '') ?? [],
  )
}

const portland = await newOrganization({
  causes: ['hunger'],
  location: { country: 'US', region: 'OR', city: 'Portland' },
})
const maine = await newOrganization({
  causes: ['animals'],
  location: { country: 'US', region: 'Maine', city: 'Portland' },
})
const books = await newNeed(portland, {
  title: 'Zither bookkeeping',
  accepts: ['volunteer'],
  starts_on: '2027-01-10',
  ends_on: '2027-02-10',
})
const site = await newNeed(maine, {
  ...{ title: 'Zither website', description: 'A plain site' },
  ...{ skills: ['web design'], accepts: ['paid'] },
})
const berlin = await newNeed(portland, {
  title: 'Zither Übersetzung',
  description: 'Unsere Seite auf Deutsch',
  skills: ['translation'],
  accepts: ['volunteer'],
  modality: 'onsite',
  location: { country: 'DE', city: 'Berlin' },
})

t.test(
  'words find needs by their beginnings, in the text and in the names of skills, newest first',
  async (t) => {
    t.same(await listed({ q: 'zither' }), [berlin, site, books])
    t.same(await listed({ q: 'ZITH book' }), [books])
    t.same(await listed({ q: 'zither übersetz' }), [berlin])
    t.same(await listed({ q: 'zither "web' }), [site])
    t.same(await listed({ q: 'zither & ! | :* ()' }), [berlin, site, books])
    t.same(await listed({ q: 'zithers' }), [])
  },
)

t.test('a place is found by city, region and country, however the region is written', async (t) => {
  const at = (place: string) => listed({ q: 'zither', place })
  t.same(await at('Portland'), [site, books])
  t.same(await at('portland, oregon'), [books])
  t.same(await at('Portland, ME'), [site])
  t.same(await at('Deutschland'), [berlin])
  t.same(await at('Berlin, Germany'), [berlin])
  t.same(await at('Berlin, Oregon'), [])
})

t.test('cause, kind of help and day narrow the list, and empty fields of the form do not', async (t) => {
  t.same(await listed({ q: 'zither', cause: 'animals' }), [site])
  t.same(await listed({ q: 'zither', kind: 'paid' }), [site])
  t.same(await listed({ q: 'zither', date: '2027-01-09' }), [berlin, site])
  t.same(await listed({ q: 'zither', date: '2027-02-10' }), [berlin, site, books])
  t.same(await listed({ q: 'zither', date: '2027-02-11' }), [berlin, site])
  t.same(await listed({ q: 'zither', place: '', cause: '', kind: '', date: '' }), [berlin, site, books])
})

t.test(
  'one partner’s needs can be asked for, with the words of the form and on every page of the list',
  async (t) => {
    const stranger = await service.newPartner()
    const theirs = await post(stranger, '/v1/organizations', organizationBody())
    await post(stranger, '/v1/needs', needBody(theirs, { title: 'Zither repair' }))
    await post(stranger, '/v1/needs', needBody(theirs, { title: 'Xylophone repair' }))
    const { partnerId } = stranger
    const titles = async (query: string) =>
      (await get(`/public/needs.json?partner=${partnerId}&${query}`, '*/*')).body.items.map(
        ({ title }: { title: string }) => title,
      )
    t.same(await titles(''), ['Xylophone repair', 'Zither repair'])
    t.same(await titles('q=zither'), ['Zither repair'])
    t.same(await titles('place=Berlin'), [])
    const first = (await get(`/public/needs.json?partner=${partnerId}&limit=1`, '*/*')).body
    const second = (await get(first.next_url.replace('http://test.example', ''), '*/*')).body
    t.match([...first.items, ...second.items], [{ title: 'Xylophone repair' }, { title: 'Zither repair' }])
    t.notOk('next_url' in second)
    const { body } = await get(`/public/needs?partner=${partnerId}`, 'text/html')
    t.match(body, new RegExp(`<input type="hidden" name="partner" value="${partnerId}">`))
    t.match(await get('/public/needs.json?partner=nobody', '*/*'), { status: 422 })
    await stranger.call('PATCH', '/v1/partner', {
      body: { public_feed: false },
      headers: { 'if-match': '*' },
    })
    t.same(await titles(''), [])
  },
)

t.test('the feed answers the same search, page by page', async (t) => {
  const first = (await get('/public/needs.json?q=zither&place=Portland&limit=1', '*/*')).body
  t.same(
    first.items.map(({ title }: { title: string }) => title),
    ['Zither website'],
  )
  const second = (await get(first.next_url.replace('http://test.example', ''), '*/*')).body
  t.same(
    second.items.map(({ title }: { title: string }) => title),
    ['Zither bookkeeping'],
  )
  t.notOk('next_url' in second)
})

t.test('what people searched for stands in the form again, as text', async (t) => {
  const q = `"><script>alert(1)</script>`
  const { body } = await get(`/public/needs?${new URLSearchParams({ q, kind: 'paid' })}`)
  const elements = elementsIn(parse(body))
  t.equal(elements.filter(({ tagName }) => tagName === 'script').length, 0)
  const values = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'value'))
  t.ok(values.some(({ value }) => value === q))
  t.match(body, /value="paid" selected/)
  t.match(body, /No open need fits this search/)
})

t.test('a need whose last day is over has left page, list, feed and sitemap', async (t) => {
  const organization = await newOrganization()
  const over = await newNeed(organization, { title: 'Quern', ends_on: '2026-11-19', starts_on: '2026-11-01' })
  const lastDay = await newNeed(organization, {
    title: 'Quern',
    ends_on: '2026-11-20',
    starts_on: '2026-11-01',
  })
  t.same(await listed({ q: 'quern' }), [lastDay])
  t.equal((await get(`/public/needs/${over}`)).status, 404)
  t.equal((await get(`/public/needs/${lastDay}`)).status, 200)
  const { body } = await get('/public/sitemap-needs.xml', '*/*')
  t.notMatch(body, over)
  t.match(body, lastDay)
})

t.test('an organization is named only by the public name that it gave', async (t) => {
  const organization = await newOrganization({ name: 'Kept Private Ltd', kind: 'nonprofit' })
  const need = await newNeed(organization)
  t.notMatch((await get(`/public/needs/${need}`)).body, /Kept Private|Harbor Pantry/)
  await change(partner, `/v1/organizations/${organization}`, { public_name: 'Harbor Pantry & Co' })
  const { body } = await get(`/public/needs/${need}`)
  t.notMatch(body, /Kept Private/)
  t.match(textOf(elementsIn(parse(body)).find(({ tagName }) => tagName === 'dl')), /ForHarbor Pantry & Co/)
  const { body: jsonLd } = await get(`/public/needs/${need}`, 'application/ld+json')
  t.match(JSON.stringify(jsonLd), /"@type":"NGO","name":"Harbor Pantry & Co"/)
  await change(partner, `/v1/organizations/${organization}`, { public_name: null })
  t.notMatch((await get(`/public/needs/${need}`)).body, /Harbor Pantry/)
})

t.test('"Offer help" leads where the partner says, with the ids of the need', async (t) => {
  const other = await service.newPartner()
  const organization = await post(other, '/v1/organizations', organizationBody())
  const need = await post(other, '/v1/needs', needBody(organization, { external_id: 'a b/7' }))
  t.notMatch((await get(`/public/needs/${need}`)).body, 'Offer help')
  const offer_help_url = 'https://site.example/help?need={need_id}&ours={external_id}'
  const { status, body } = await change(other, '/v1/partner', { offer_help_url })
  t.match({ status, body }, { status: 200, body: { offer_help_url, public_feed: true } })
  const page = await get(`/public/needs/${need}`)
  const links = elementsIn(parse(page.body)).filter(({ tagName }) => tagName === 'a')
  const link = links.find((one) => textOf(one) === 'Offer help')
  t.same(
    link?.attrs.find(({ name }) => name === 'href')?.value,
    `https://site.example/help?need=${need}&ours=a%20b%2F7`,
  )
  for (const wrong of ['javascript:alert(1)', 'site.example', 7])
    t.equal((await change(other, '/v1/partner', { offer_help_url: wrong })).status, 422)
  await change(other, '/v1/partner', { offer_help_url: null })
  t.notMatch((await get(`/public/needs/${need}`)).body, 'Offer help')
})

t.test('a page tells days, kinds and places in words', async (t) => {
  const need = await newNeed(portland, {
    ...{ starts_on: '2027-01-10', accepts: ['volunteer', 'intern'], modality: 'hybrid' },
    ...{ deadline_at: '2026-12-18T17:00:00Z', gives: ['composting'] },
  })
  const { body } = await get(`/public/needs/${need}`)
  const facts = textOf(elementsIn(parse(body)).find(({ tagName }) => tagName === 'dl'))
  for (const words of [
    /January 10, 2027/,
    /Volunteer, Student intern/,
    /Partly on site/,
    /December 18, 2026/,
  ])
    t.match(facts, words)
  t.match(facts, /Portland, OR, United States/)
  t.match(facts, /In returncomposting/)
})

t.test('a browser gets a page for what is not there, and a program gets a problem', async (t) => {
  for (const url of ['/nowhere', '/public/nowhere', '/public/needs/need_01j00000000000000000000000']) {
    const { status, headers, body } = await get(url)
    t.equal(status, 404)
    t.match(headers['content-type'], /^text\/html/)
    t.match(headers['content-security-policy'], /default-src 'none'/)
    t.match(body, /See open needs/)
    for (const accept of ['*/*', 'application/json', 'application/problem+json']) {
      const reply = await get(url, accept)
      t.match([reply.status, reply.headers['content-type']], [404, /^application\/problem\+json/])
    }
  }
  for (const accept of [BROWSER, '*/*'])
    t.equal((await get('/public/nowhere', accept)).headers.vary, 'Accept', 'a cache must tell the two apart')
  const ours = await get('/v1/nowhere')
  t.match([ours.status, ours.headers['content-type']], [404, /^application\/problem\+json/])
})

t.test('a page says which part of the address to correct', async (t) => {
  const { status, headers, body } = await get('/public/needs?kind=favour&date=soon')
  t.equal(status, 422)
  t.match(headers['content-type'], /^text\/html/)
  const said = elementsIn(parse(body)).filter(({ tagName }) => tagName === 'li')
  t.same(
    said
      .map(textOf)
      .map((text) => text.split(':')[0])
      .sort(),
    ['date', 'kind'],
  )
})

t.test('the root and robots.txt lead to what may be read', async (t) => {
  t.match((await get('/')).body, /href="\/public\/needs"/)
  const { status, headers, body } = await get('/robots.txt')
  t.equal(status, 200)
  t.match(headers['content-type'], /^text\/plain/)
  t.match(body, /^User-agent: \*\nDisallow: \/v1\/\n/)
  t.match(body, 'Sitemap: http://test.example/public/sitemap.xml')
})
