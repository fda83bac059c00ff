import type { BrowserContext, Page } from 'playwright-core'
import t from 'tap'
import { helperBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { openBrowser } from '../../support/browser.ts'
import { inviteTo } from '../../support/desk.ts'
import { lookAtPage, openDeskPage } from '../../support/desk-browser.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { workday } from '../../support/workday.ts'
import { post } from '../../support/world.ts'

/*
 * The whole way of a coordinator: a need in plain words, a match, a proposal, its acceptance on the other desk, hours, and how
 * it went.
 */
let address = ''
const service = await startTestService(t, { issuer: () => address })
address = await service.app.listen({ port: 0, host: '127.0.0.1' })
const needing = await service.newPartner({ name: 'Chamber of Commerce' })
const offering = await service.newPartner({ name: 'Lakeside College' })
const organization = organizationBody({ name: 'Corner Bakery' })
await post(needing, '/v1/organizations', organization)
await post(offering, '/v1/offers', offerBody(await post(offering, '/v1/helpers', helperBody())))
await post(offering, '/v1/offers', offerBody(await post(offering, '/v1/helpers', helperBody())))
const browser = await openBrowser(t)

type Pressed = 'a' | 'button' | 'summary'

/** How somebody uses a page. */
interface Hand {
  press(page: Page, tag: Pressed, text: string): Promise<void>
  fill(page: Page, name: string, text: string): Promise<void>
}

/** Links and buttons lead to another page; what was folded opens in place. */
async function arrive(page: Page, tag: Pressed, act: () => Promise<void>): Promise<void> {
  if (tag === 'summary') await act()
  else await Promise.all([page.waitForEvent('load'), act()])
}

const mouse: Hand = {
  press: (page, tag, text) =>
    arrive(page, tag, () =>
      page
        .locator(`${tag}:visible`, { hasText: startsWith(text) })
        .first()
        .click(),
    ),
  fill: (page, name, text) => page.locator(`[name="${name}"]:visible`).first().fill(text),
}

const keyboard: Hand = {
  async press(page, tag, text) {
    await tabTo(page, (on) => on.tag === tag && startsWith(text).test(on.text), text)
    await arrive(page, tag, () => page.keyboard.press('Enter'))
  },
  async fill(page, name, text) {
    const { type } = await tabTo(page, (on) => on.name === name, name)
    const [year, month, day] = text.split('-')
    // A date is typed in the order in which the browser shows it.
    await page.keyboard.type(type === 'date' ? `${month}${day}${year}` : text)
  },
}

function startsWith(text: string): RegExp {
  return new RegExp(`^\\s*${text}`)
}

interface Focused {
  tag: string
  text: string
  name: string
  type: string
}

const MOST_PRESSES = 200

/** Moves with Tab until the focus is on what is meant. */
async function tabTo(page: Page, isMeant: (on: Focused) => boolean, what: string): Promise<Focused> {
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    await page.keyboard.press('Tab')
    const on = await page.evaluate<Focused>(
      `(({ tagName, textContent, name, type }) =>
        ({ tag: tagName.toLowerCase(), text: textContent ?? '', name: name ?? '', type: type ?? '' }))(document.activeElement)`,
    )
    if (isMeant(on)) return on
  }
  throw new Error(`Tab never reaches ${what}`)
}

async function signIn(context: BrowserContext, { partnerId }: Partner, faults: string[]): Promise<Page> {
  const page = await openDeskPage(context, { address, faults })
  const { key } = await inviteTo(service, { partnerId, role: 'editor', name: 'Kim' })
  await page.goto(`${address}/desk/sign-in/${key}`)
  await page.getByRole('button', { name: 'Sign in now' }).click()
  await page.getByRole('heading', { level: 1, name: 'Waiting for you' }).waitFor()
  return page
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const said = (page: Page, hasText: string) => page.getByRole('status').filter({ hasText }).waitFor()

for (const [how, { press, fill }] of [
  ['by mouse', mouse],
  ['by keyboard alone', keyboard],
] as const)
  t.test(`${how}, a need in plain words becomes work that both desks have looked back on`, async (t) => {
    if (!browser) return
    const faults: string[] = []
    const contexts = [
      await browser.newContext({ bypassCSP: true }),
      await browser.newContext({ bypassCSP: true }),
    ]
    const [here, there] = contexts
    if (!here || !there) throw new Error('two contexts were opened')
    const coordinator = await signIn(here, needing, faults)
    const office = await signIn(there, offering, faults)
    const title = `Somebody to keep our books ${how}`

    await press(coordinator, 'a', 'Needs')
    await heading(coordinator, 'Needs')
    await press(coordinator, 'a', 'Post a need')
    if (!(await coordinator.getByLabel('Title').count())) await press(coordinator, 'a', 'Corner Bakery')
    await coordinator.getByLabel('Title').waitFor()
    await fill(coordinator, 'title', title)
    await fill(
      coordinator,
      'description',
      'Our receipts pile up. Please sort them and do our bookkeeping each month.',
    )
    await coordinator.locator('#preview h3', { hasText: 'Bookkeeping for nonprofits' }).first().waitFor()
    const gist = coordinator.locator('#preview-said', {
      hasText: /^Ready to succeed: \d+ of 100\. \d+ match/,
    })
    await gist.waitFor({ state: 'attached' })
    t.equal(await gist.getAttribute('role'), 'status', 'screen readers hear what the preview comes to')
    await lookAtPage(t, coordinator, 'a preview')
    await press(coordinator, 'button', 'Post')
    await said(coordinator, 'Posted a need')
    await coordinator.setViewportSize({ width: 360, height: 800 })
    for (const box of (await coordinator.locator('[form="compare"]').all()).slice(0, 2)) await box.check()
    await coordinator.getByRole('button', { name: 'Compare', exact: true }).click()
    await heading(coordinator, 'Compare')
    await lookAtPage(t, coordinator, 'a comparison on a phone')
    const cell = "getComputedStyle(document.querySelector('tbody td')).display"
    t.equal(await coordinator.evaluate(cell), 'table-cell', 'a phone compares side by side too')
    t.ok(await coordinator.locator('thead th').first().isVisible(), 'and names what is compared')
    await coordinator.setViewportSize({ width: 1280, height: 720 })
    await coordinator.goBack()
    await press(coordinator, 'summary', 'Propose')
    await fill(coordinator, 'message', 'We would love your help.')
    await press(coordinator, 'button', 'Propose')
    await said(coordinator, 'Proposed an introduction')

    await press(office, 'a', 'Introductions')
    await press(office, 'a', title)
    await office.getByText('We would love your help.').waitFor()
    await press(office, 'button', 'Accept')
    await said(office, 'Accepted an introduction')
    await press(office, 'a', 'Engagements')
    await press(office, 'a', title)
    await heading(office, title)
    await fill(office, 'worked_on', workday())
    await fill(office, 'hours', '2.5')
    await press(office, 'button', 'Log hours')
    await said(office, 'Logged hours')

    await press(coordinator, 'a', 'Engagements')
    await press(coordinator, 'a', title)
    await heading(coordinator, title)
    await press(coordinator, 'button', 'Confirm')
    await said(coordinator, 'Confirmed hours')
    for (const page of [coordinator, office]) {
      await press(page, 'button', 'Mark as done')
      await said(page, 'Marked work as done')
    }
    await coordinator.reload()
    for (const page of [coordinator, office]) {
      await fill(page, 'hours_spent', '3')
      await press(page, 'button', 'Send')
      await said(page, 'Sent a retrospective')
    }
    await office.locator('dd', { hasText: 'Everything reached' }).first().waitFor()
    await lookAtPage(t, office, 'completed work')
    t.same(faults, [])
    for (const context of contexts) await context.close()
  })
