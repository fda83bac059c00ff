import type { BrowserContext, Page } from 'playwright-core'
import t from 'tap'
import { helperBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { openBrowser } from '../../support/browser.ts'
import { inviteTo } from '../../support/desk.ts'
import { lookAtPage, openDeskPage } from '../../support/desk-browser.ts'
import { deskPagesOf, postDeskRecords } from '../../support/desk-pages.ts'
import { startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'

let address = ''
const service = await startTestService(t, { issuer: () => address })
address = await service.app.listen({ port: 0, host: '127.0.0.1' })
const needing = await service.newPartner({ name: 'Chamber of Commerce' })
const browser = await openBrowser(t)

/** A pair of ours, proposed by whoever needs help: the desk of the same partner answers. */
async function newIntroduction(title: string): Promise<string> {
  const world = await postWorld(needing, { need: { title } })
  return post(needing, '/v1/introductions', { need_id: world.needId, offer_id: world.offerId })
}

const openPage = (context: BrowserContext, faults: string[]) => openDeskPage(context, { address, faults })

async function signedIn(page: Page, role: 'editor' | 'admin', name: string): Promise<void> {
  const { key } = await inviteTo(service, { partnerId: needing.partnerId, role, name })
  await page.goto(`${address}/desk/sign-in/${key}`)
  await page.getByRole('button', { name: 'Sign in now' }).click()
  await page.getByRole('heading', { level: 1, name: 'Waiting for you' }).waitFor()
}

t.test('every page is accessible and whole, in light and dark, on a phone and on a desk', async (t) => {
  if (!browser) return
  const pages = deskPagesOf(service, await postDeskRecords(service, needing))
  const paths = pages
    .filter(({ method, url }) => method === 'GET' && !/\.(csv|json|svg)$/.test(url))
    .map(({ path }) => path)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280]) {
      const faults: string[] = []
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
      })
      const page = await openPage(context, faults)
      await page.goto(`${address}/desk/sign-in`)
      await lookAtPage(t, page, `sign-in, ${colorScheme} ${width}`)
      await signedIn(page, 'admin', 'Ada Lovelace')
      for (const path of paths) {
        await page.goto(`${address}${path}`)
        for (const summary of await page.locator('details > summary').all())
          if (await summary.isVisible()) await summary.click()
        await lookAtPage(t, page, `${path}, ${colorScheme} ${width}`)
      }
      t.same(faults, [])
      await context.close()
    }
})

for (const [how, javaScriptEnabled] of [
  ['with scripts', true],
  ['with scripts off', false],
] as const)
  t.test(`${how}, one signs in, answers and signs out by keyboard alone`, async (t) => {
    if (!browser) return
    const title = `Mend our roof ${how}`
    await newIntroduction(title)
    const faults: string[] = []
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await openPage(context, faults)
    const { key } = await inviteTo(service, { partnerId: needing.partnerId, role: 'editor', name: 'Kim' })
    await page.goto(`${address}/desk/sign-in/${key}`)
    await pressUntil(page, 'Sign in now')
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
    await pressUntil(page, title)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await pressUntil(page, 'Accept')
    await page.getByRole('status').filter({ hasText: 'Accepted an introduction' }).waitFor()
    await pressUntil(page, 'Sign out')
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    t.same(faults, [])
    await context.close()
  })

/** Moves with Tab to what has this text, and presses Enter. */
async function pressUntil(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if ((await page.locator(':focus').textContent())?.trim() === text) return page.keyboard.press('Enter')
  }
  throw new Error(`Tab never reaches ${text}`)
}

t.test('times are shown in the zone of the reader, and in UTC without scripts', async (t) => {
  if (!browser) return
  const shown = async (javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ javaScriptEnabled, timezoneId: 'Asia/Tokyo' })
    const page = await openPage(context, [])
    await signedIn(page, 'admin', 'Ada')
    await page.goto(`${address}/desk/log`)
    const time = page.locator('time').first()
    const [iso, text] = [await time.getAttribute('datetime'), await time.textContent()]
    await context.close()
    return { atMs: Date.parse(iso ?? ''), text: text?.replaceAll(/\s/g, ' ') }
  }
  const local = await shown(true)
  const format = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Tokyo',
  })
  t.equal(local.text, format.format(local.atMs).replaceAll(/\s/g, ' '))
  t.match((await shown(false)).text, / UTC$/)
})

t.test('what just misses comes after the page, and with scripts off a link leads to it', async (t) => {
  if (!browser) return
  const { needId } = await postWorld(needing, {
    need: { title: 'Only on paper', accepts: ['volunteer'], hours_per_week: 40 },
  })
  for (const javaScriptEnabled of [true, false]) {
    const faults: string[] = []
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await openPage(context, faults)
    await signedIn(page, 'editor', 'Kim')
    await page.goto(`${address}/desk/needs/${needId}`)
    if (!javaScriptEnabled) await page.getByRole('link', { name: 'Show near misses' }).click()
    await page.locator('#near .card, #near .hint').first().waitFor()
    t.match(await page.locator('#near').textContent(), /Near misses|What keeps others apart|Nothing else/)
    t.same(faults, [])
    await context.close()
  }
})

t.test('with scripts off, a coordinator signs in, lists, posts, proposes and answers', async (t) => {
  if (!browser) return
  const offering = await service.newPartner({ name: 'Lakeside College' })
  const helperId = await post(offering, '/v1/helpers', helperBody())
  const offered = 'Lakeside ledgers'
  await post(offering, '/v1/offers', offerBody(helperId, { title: offered }))
  const fresh = await service.newPartner({ name: 'New Chamber' })
  const faults: string[] = []
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await openPage(context, faults)
  const go = (name: string | RegExp) => page.getByRole('link', { name }).first().click()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const said = (hasText: string) => page.getByRole('status').filter({ hasText }).waitFor()
  const enter = async ({ partnerId }: typeof fresh) => {
    const { key } = await inviteTo(service, { partnerId, role: 'editor', name: 'Kim' })
    await page.goto(`${address}/desk/sign-in/${key}`)
    await press('Sign in now')
    await page.getByRole('heading', { level: 1, name: 'Waiting for you' }).waitFor()
  }

  await enter(fresh)
  await go('Needs')
  await go('Post a need')
  await go('Add an organization')
  await page.getByLabel('Name', { exact: true }).fill('Corner Bakery')
  await page.getByLabel('Kind').selectOption('nonprofit')
  await page.getByLabel('Person to reach').fill('Ana Lima')
  await page.getByLabel('E-mail').fill('ana@bakery.example')
  await page.getByLabel('Time zone').selectOption('America/Chicago')
  await press('Add')
  await said('Added an organization')
  await page.getByLabel('Title').fill('Somebody to keep our books')
  await page.getByLabel('Description').fill('Please do our bookkeeping each month.')
  await press('Preview matches')
  await page.locator('#preview h3').first().waitFor()
  await press('Post')
  await said('Posted a need')
  await go('Needs')
  await page.getByRole('heading', { level: 1, name: 'Needs' }).waitFor()
  await go('Somebody to keep our books')
  const card = page.locator('article', { has: page.getByRole('heading', { name: offered }) })
  await card.locator('summary', { hasText: /^Propose/ }).click()
  await card.getByLabel('Message').fill('We would love your help.')
  await card.getByRole('button', { name: 'Propose' }).click()
  await said('Proposed an introduction')
  await press('Sign out')
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()

  await enter(offering)
  await go('Introductions')
  await page.getByRole('heading', { level: 1, name: 'Introductions' }).waitFor()
  await go('Somebody to keep our books')
  await page.getByText('We would love your help.').waitFor()
  await press('Accept')
  await said('Accepted an introduction')
  t.same(faults, [])
  await context.close()
})

t.test('a session that ends while somebody writes loses nothing', async (t) => {
  if (!browser) return
  const fresh = await service.newPartner({ name: 'Late Chamber' })
  const organizationId = await post(fresh, '/v1/organizations', organizationBody())
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, bypassCSP: true })
    const enter = async (page: Page) => {
      const { key } = await inviteTo(service, { partnerId: fresh.partnerId, role: 'editor', name: 'Kim' })
      await page.goto(`${address}/desk/sign-in/${key}`)
      await page.getByRole('button', { name: 'Sign in now' }).click()
      await page.getByRole('heading', { level: 1, name: 'Waiting for you' }).waitFor()
    }
    const page = await openPage(context, [])
    await enter(page)
    await page.goto(`${address}/desk/needs/new?organization_id=${organizationId}`)
    await context.clearCookies()
    const title = `Written late, scripts ${javaScriptEnabled}`
    await page.getByLabel('Title').fill(title)
    await page.getByLabel('Description').fill('Please do our bookkeeping.\nEach month.')
    if (javaScriptEnabled)
      await page.locator('#preview [role="alert"]', { hasText: 'Nothing you wrote' }).waitFor()
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'You were signed out' }).waitFor()
    if (javaScriptEnabled) await lookAtPage(t, page, 'a kept form')
    const tab = await openPage(context, [])
    await enter(tab)
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Send it again?' }).waitFor()
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await context.close()
  }
  const { data } = (await fresh.call('GET', '/v1/needs')).body
  t.match(data, [{ description: 'Please do our bookkeeping.\nEach month.' }, {}])
  t.equal(data.length, 2, 'each was saved once')
})

t.test('a form is sent once, however often its button is pressed, and again after going back', async (t) => {
  if (!browser) return
  const fresh = await service.newPartner({ name: 'Twice Chamber' })
  const organizationId = await post(fresh, '/v1/organizations', organizationBody())
  const context = await browser.newContext()
  const page = await openPage(context, [])
  const { key } = await inviteTo(service, { partnerId: fresh.partnerId, role: 'editor', name: 'Kim' })
  await page.goto(`${address}/desk/sign-in/${key}`)
  await page.getByRole('button', { name: 'Sign in now' }).click()
  await page.getByRole('heading', { level: 1, name: 'Waiting for you' }).waitFor()
  await page.goto(`${address}/desk/needs/new?organization_id=${organizationId}`)
  await page.getByLabel('Title').fill('Pressed twice')
  await page.getByLabel('Description').fill('Please do our bookkeeping.')
  const prevented = await page.evaluate<boolean[]>(`(() => {
    const seen = []
    addEventListener('submit', (event) => seen.push(event.defaultPrevented))
    const form = document.querySelector('form[data-preview]')
    for (let times = 0; times < 3; times++) form.requestSubmit()
    return seen
  })()`)
  t.same(prevented, [false, true, true])
  await page.getByRole('heading', { level: 1, name: 'Pressed twice' }).waitFor()
  await page.goBack()
  await page.getByLabel('Title').fill('Another')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Another' }).waitFor()
  const { data } = (await fresh.call('GET', '/v1/needs')).body
  t.same(data.map(({ title }: { title: string }) => title).sort(), ['Another', 'Pressed twice'])
  await context.close()
})
