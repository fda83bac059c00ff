import type { Page } from 'playwright-core'
import t from 'tap'
import { REFERENCE_POLICY } from '../../../src/platform/http/reference/reference-page.ts'
import { openBrowser } from '../../support/browser.ts'
import { startTestService } from '../../support/service.ts'

/** The page computes for seconds; a machine that runs other tests takes longer. */
const PATIENCE_MS = 60_000

t.test('the reference page comes with its policy, and its files are small', async (t) => {
  const service = await startTestService(t)
  const get = (url: string) =>
    service.app.inject({ method: 'GET', url, headers: { 'accept-encoding': 'br', accept: 'text/html' } })
  for (const url of ['/docs', '/docs/']) {
    const page = await get(url)
    t.match(page.headers, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': REFERENCE_POLICY,
    })
    t.match(page.payload, '<title>Smartsource')
    t.notMatch(page.payload, /<script(?! src="\/docs\/)|https?:\/\//)
  }
  t.notMatch(REFERENCE_POLICY, /script-src[^;]*unsafe|https?:/)
  const viewer = await get('/docs/viewer.js')
  t.match(viewer, { statusCode: 200, headers: { 'content-encoding': 'br', etag: String } })
  t.ok(viewer.rawPayload.length < 1_000_000, `${viewer.rawPayload.length} bytes`)
  const { paths, tags } = JSON.parse((await service.app.inject('/docs/openapi.json')).payload)
  t.notMatch(JSON.stringify(paths['/v1/needs']), 'Request-Id')
  t.same(tags, JSON.parse((await service.app.inject('/openapi.json')).payload).tags)
})

t.test('in a browser, a fresh client reads the reference, finds an operation and calls it', async (t) => {
  const service = await startTestService(t)
  const address = await service.app.listen({ port: 0, host: '127.0.0.1' })
  const { clientId, clientSecret } = await service.newPartner({ scopes: ['needs:read', 'offers:read'] })
  const browser = await openBrowser(t)
  if (!browser) return
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } })
  page.setDefaultTimeout(PATIENCE_MS)
  const faults = faultsOf(page, address)
  await page.goto(`${address}/docs`)

  await t.test('tags are in the order of a partner’s path, each with its guide', async (t) => {
    await page.getByRole('heading', { name: 'Smartsource', level: 1 }).waitFor()
    const shown = await page.locator('.t-doc__sidebar, nav').first().innerText()
    const tags: { name: string }[] = JSON.parse((await service.app.inject('/openapi.json')).payload).tags
    const places = tags.map(({ name }) => shown.search(new RegExp(`^${name}$`, 'm')))
    t.ok(places.every((place) => place > 0))
    t.same(
      places,
      places.toSorted((one, other) => one - other),
    )
  })

  await t.test('the search finds an operation, with samples in three languages', async (t) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('list needs')
    await page
      .getByRole('option', { name: /\/v1\/needs$/ })
      .first()
      .click()
    await page.waitForURL(/#.*needs\/GET\/v1\/needs$/)
    const operation = page.getByRole('region', { name: 'List needs' })
    t.match(await operation.innerText(), /limit/)
    t.match(
      await operation.locator('.scalar-code-block').first().innerText(),
      '"Authorization: Bearer $TOKEN"',
    )
    await operation.getByTestId('client-picker').click()
    t.same(await page.getByRole('option').allInnerTexts(), ['Shell', 'JavaScript', 'Python'])
    await page.getByRole('option', { name: 'Python' }).click()
    for (const name of ['List needs', 'Post a need']) {
      const sample = page.getByRole('region', { name }).locator('.scalar-code-block').first()
      await sample.filter({ hasText: 'urllib' }).waitFor()
      t.match(await sample.innerText(), "os.environ['TOKEN']", `${name}: the language is kept`)
    }
  })

  await t.test('the search finds what the introduction explains', async (t) => {
    for (const topic of ['Idempotency', 'Pagination', 'Errors']) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill(topic.toLowerCase())
      await page.getByRole('option', { name: new RegExp(`Heading: ${topic}`) }).waitFor()
      await page.keyboard.press('Escape')
    }
    t.pass('all were found')
  })

  await t.test('with every scope selected, a client with two gets a token and an answer', async (t) => {
    await page.getByRole('button', { name: 'Test Request (get /v1/needs)' }).click()
    const client = page.getByRole('dialog')
    // The editor of the id shows an example until something is written.
    await client.locator('.cm-content', { hasText: '12345' }).click()
    await page.keyboard.type(clientId)
    await client.getByPlaceholder('XYZ123').fill('wrong')
    await client.getByRole('button', { name: 'Select All', exact: true }).click()
    await client.getByRole('button', { name: 'Authorize' }).click()
    await page.getByText('The client is unknown, or its secret is wrong.').first().waitFor()
    const reported = faults.splice(0)
    t.ok(
      reported.length > 0 && reported.every((one) => /401|secret is wrong/.test(one)),
      `a wrong secret is explained, and nothing else is reported: ${reported}`,
    )
    await client.getByPlaceholder('XYZ123').fill(clientSecret)
    const [token] = await Promise.all([
      page.waitForResponse(`${address}/oauth/token`),
      client.getByRole('button', { name: 'Authorize' }).click(),
    ])
    t.equal(token.status(), 200)
    await client.getByText('Access Token').waitFor()
    const [needs] = await Promise.all([
      page.waitForResponse(/\/v1\/needs/),
      client.getByRole('button', { name: /^Send/ }).first().click(),
    ])
    t.equal(needs.status(), 200)
    t.match(await needs.json(), { data: [], next_cursor: null })
  })

  t.same(faults, [], 'no error, nothing refused by the policy, no request elsewhere')
})

/** What must not happen on the page: errors, refusals by the policy, and requests to other origins. */
function faultsOf(page: Page, address: string): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== address)
      faults.push(`request: ${request.url()}`)
  })
  return faults
}
