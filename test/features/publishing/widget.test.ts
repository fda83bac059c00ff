import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { openBrowser } from '../../support/browser.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

/** A machine that runs other tests takes its time. */
const PATIENCE_MS = 60_000
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const HOSTILE = `<img src=x onerror="document.title='broken'">"'&{{7*7}}`

let address = ''
const service = await startTestService(t, { issuer: () => address })
address = await service.app.listen({ port: 0, host: '127.0.0.1' })
const browser = await openBrowser(t)

/** A site of another origin, whose policy lets in the script and the feed, and no style, form or text as code. */
const pages = new Map<string, string>()
const site = createServer((request, reply) => {
  const policy = [
    "default-src 'none'",
    `script-src ${address}`,
    `connect-src ${address}`,
    "form-action 'none'",
    'img-src data:',
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join(';')
  reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
  reply.end(pages.get(request.url ?? '') ?? '')
})
await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
t.teardown(() => site.close())
// A server that listens on a port has an address of this shape.
const siteAddress = `http://localhost:${(site.address() as AddressInfo).port}`

async function newPoster(titles: readonly string[]): Promise<Partner> {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody({ languages: ['en'] }))
  for (const title of titles) await post(partner, '/v1/needs', needBody(organizationId, { title }))
  return partner
}

const feedOf = ({ partnerId }: Partner, more = '') =>
  `${address}/public/needs.json?partner=${partnerId}${more}`
const scriptOf = (feed: string, attributes = '') =>
  `<script src="${address}/embed.js" data-feed="${feed.replaceAll('&', '&amp;')}"${attributes}></script>`

/** Opens a page of the site with this in its body. `faults` gathers what must not happen. */
async function visit(
  t: Test,
  body: string,
  { lang = 'en', faults = [], ...options }: BrowserContextOptions & { lang?: string; faults?: string[] } = {},
): Promise<Page> {
  const path = `/${pages.size}`
  pages.set(
    path,
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A site</title><link rel="icon" href="data:,"></head><body><main><h1>Help wanted</h1><h2>Needs</h2>${body}</main></body></html>`,
  )
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext({ locale: 'en-US', ...options })
  t.teardown(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost|.*\/embed\.js$|.*\/public\/needs\.json\?)/.test(request.url()))
      faults.push(request.url())
  })
  await page.goto(`${siteAddress}${path}`)
  return page
}
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()
const titles = (page: Page) => page.getByRole('heading', { level: 3 }).allTextContents()

t.test('the script is small, is for every site, sets no cookie and is not sent twice', async (t) => {
  const reply = await service.inject({ method: 'GET', url: '/embed.js' })
  t.match(reply, {
    status: 200,
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    },
  })
  t.ok(Buffer.byteLength(reply.body) <= 15_000, `${Buffer.byteLength(reply.body)} bytes`)
  t.notOk('set-cookie' in reply.headers)
  const headers = { 'if-none-match': String(reply.headers.etag) }
  t.match(await service.inject({ method: 'GET', url: '/embed.js', headers }), { status: 304 })
})

t.test('scripts of any site may read the public pages, and nothing of a partner', async (t) => {
  const partner = await newPoster([])
  const headers = { origin: siteAddress }
  const allowed = async (url: string) =>
    (await service.inject({ method: 'GET', url, headers })).headers['access-control-allow-origin']
  t.equal(await allowed(`/public/needs.json?partner=${partner.partnerId}`), '*')
  for (const url of ['/v1/needs', '/v1/partner', '/desk', '/desk/sign-in', '/docs', '/v1/events'])
    t.equal(await allowed(url), undefined, url)
})

t.test('it shows the open needs of one partner on a site with a strict policy', async (t) => {
  if (!browser) return
  const partner = await newPoster(['Paint the hall', HOSTILE])
  await newPoster(['Somebody else’s need'])
  const faults: string[] = []
  const page = await visit(t, scriptOf(feedOf(partner)), { faults })
  await said(page, 'Needs shown: 2')
  t.same(await titles(page), [HOSTILE, 'Paint the hall'])
  t.equal(await page.title(), 'A site')
  t.equal(await page.locator('img').count(), 0)
  t.match(await page.getByRole('listitem').last().textContent(), /volunteer.* · .*hours a week/)
  const kept = await page.evaluate<unknown>(
    '({ cookies: document.cookie, local: localStorage.length, session: sessionStorage.length })',
  )
  t.same(kept, { cookies: '', local: 0, session: 0 })
  t.same(await page.context().cookies(), [])
  t.same(faults, [])
})

t.test('one searches by keyboard alone, hears what was found, and reads on', async (t) => {
  if (!browser) return
  const partner = await newPoster(['Paint the hall', 'Paint the fence', 'Bake bread'])
  const faults: string[] = []
  const page = await visit(t, scriptOf(feedOf(partner, '&limit=2')), { faults })
  await said(page, 'Needs shown: 2')
  await page.keyboard.press('Tab')
  await page.keyboard.type('bread')
  await said(page, 'Needs shown: 1')
  t.same(await titles(page), ['Bake bread'])
  await page.keyboard.press('Control+A')
  await page.keyboard.type('unicorns')
  await page.keyboard.press('Enter')
  await said(page, 'No need fits this search')
  t.same(await titles(page), [])
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await said(page, 'Needs shown: 2')
  await page.getByRole('button', { name: 'More needs' }).focus()
  await page.keyboard.press('Enter')
  await said(page, 'Needs shown: 3')
  t.equal(await page.locator('a:focus').textContent(), 'Paint the hall')
  t.notOk(await page.getByRole('button', { name: 'More needs' }).isVisible())
  t.same(faults, [])
})

t.test('without needs it says so; if the feed cannot be read it says so and tries again', async (t) => {
  if (!browser) return
  const none = await visit(t, scriptOf(feedOf(await newPoster([]))))
  await said(none, 'Nobody needs help right now')

  const page = await visit(t, '<p id="here"></p>')
  let isAway = true
  await page.route('**/public/needs.json*', (route) =>
    isAway ? route.abort('connectionrefused') : route.continue(),
  )
  await page.evaluate(
    `{const s = document.createElement('script'); s.dataset.feed = ${JSON.stringify(feedOf(await newPoster(['Back again'])))}
      s.src = trustedTypes.createPolicy('test', { createScriptURL: (url) => url }).createScriptURL(${JSON.stringify(`${address}/embed.js`)})
      document.getElementById('here').append(s)}`,
  )
  await said(page, 'could not be loaded')
  isAway = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await said(page, 'Needs shown: 1')

  for (const feed of ['', 'javascript:alert(1)', `${address}/public/needs.json?partner=nobody`])
    await said(await visit(t, scriptOf(feed)), 'could not be loaded')
})

t.test('two widgets on one page do not disturb each other', async (t) => {
  if (!browser) return
  const [one, two] = [await newPoster(['Of the first']), await newPoster(['Of the second'])]
  const page = await visit(t, `${scriptOf(feedOf(one))}<hr>${scriptOf(feedOf(two))}`)
  await page.getByRole('heading', { name: 'Of the first' }).waitFor()
  await page.getByRole('heading', { name: 'Of the second' }).waitFor()
  t.same(await titles(page), ['Of the first', 'Of the second'])
})

for (const [lang, words] of [
  ['en-GB', 'Needs shown: 1'],
  ['es', 'Necesidades mostradas: 1'],
  ['fr-CA', 'Besoins affichés : 1'],
  ['de', 'Gezeigte Gesuche: 1'],
  ['pt-BR', 'Necessidades mostradas: 1'],
  ['it', 'Needs shown: 1'],
] as const)
  t.test(`on a page in ${lang} it says “${words}”`, async (t) => {
    if (!browser) return
    await said(await visit(t, scriptOf(feedOf(await newPoster(['Paint the hall']))), { lang }), words)
  })

t.test('it has a heading level and a language of its own if the site asks', async (t) => {
  if (!browser) return
  const partner = await newPoster(['Paint the hall'])
  const page = await visit(t, scriptOf(feedOf(partner), ' data-heading="4" data-lang="de"'))
  await said(page, 'Gezeigte Gesuche: 1')
  await page.getByRole('heading', { level: 4, name: 'Paint the hall' }).waitFor()
})

t.test('it is accessible and fits, in light and dark, on a phone and on a desk', async (t) => {
  if (!browser) return
  const partner = await newPoster(['Paint the hall', 'Bake bread', 'W'.repeat(90)])
  await partner.call('PATCH', '/v1/partner', {
    body: { offer_help_url: 'https://site.example/help?need={need_id}' },
    headers: { 'if-match': '*' },
  })
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280]) {
      const page = await visit(t, scriptOf(feedOf(partner)), {
        colorScheme,
        viewport: { width, height: 800 },
      })
      await said(page, 'Needs shown: 3')
      t.equal(await page.getByRole('link', { name: /^Offer help: / }).count(), 3)
      t.notOk(await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth'), `${width}`)
      await page.evaluate(AXE)
      const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
      )
      t.same(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
        `${colorScheme} ${width}`,
      )
    }
})

t.test('the site gives it colours by variables, and its own styles do not reach in', async (t) => {
  if (!browser) return
  const page = await visit(t, scriptOf(feedOf(await newPoster(['Paint the hall']))))
  await said(page, 'Needs shown: 1')
  await page.evaluate(`{const sheet = new CSSStyleSheet()
    sheet.replaceSync(':root { --smartsource-accent: rgb(1, 2, 3) } a, li { display: none; color: red }')
    document.adoptedStyleSheets = [sheet]}`)
  t.ok(await page.getByRole('link', { name: 'Paint the hall' }).isVisible())
  const colour = await page.evaluate<string>(
    `getComputedStyle(document.querySelector('script + div').shadowRoot.querySelector('li a')).color`,
  )
  t.equal(colour, 'rgb(1, 2, 3)')
})
