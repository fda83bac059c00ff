import type { Locator, Page } from 'playwright-core'
import t from 'tap'
import { needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { openBrowser } from '../../support/browser.ts'
import { inviteTo } from '../../support/desk.ts'
import { candidateLine, HEADER } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

/** A machine that runs other tests takes its time. */
const PATIENCE_MS = 60_000

let address = ''
const service = await startTestService(t, { issuer: () => address })
address = await service.app.listen({ port: 0, host: '127.0.0.1' })
const browser = await openBrowser(t)

/** How somebody uses a page. */
interface Hands {
  press(target: Locator): Promise<void>
  write(target: Locator, text: string): Promise<void>
  choose(target: Locator, option: string): Promise<void>
  toggle(target: Locator): Promise<void>
}

const byMouse = (): Hands => ({
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: async (target, option) => void (await target.selectOption({ label: option })),
  toggle: (target) => target.click(),
})

function byKeyboard(page: Page): Hands {
  async function reach(target: Locator): Promise<void> {
    await target.waitFor()
    for (let presses = 0; presses < 200; presses++) {
      if ((await target.and(page.locator(':focus')).count()) === 1) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${target}`)
  }
  return {
    async press(target) {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    async write(target, text) {
      await reach(target)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
    async choose(target, option) {
      await reach(target)
      await page.keyboard.type(option)
    },
    async toggle(target) {
      await reach(target)
      await page.keyboard.press('Space')
    },
  }
}

for (const [how, handsOf] of [
  ['by mouse', byMouse],
  ['by keyboard', byKeyboard],
] as const)
  t.test(
    `an office gets from an invitation and a messy roster to a published placement, ${how}`,
    async (t) => {
      if (!browser) return
      const office = await service.newPartner({ kind: 'internship_office' })
      await post(office, '/v1/programs', programBody({ name: 'Spring interns' }))
      const site = await post(office, '/v1/organizations', organizationBody())
      const needId = await post(office, '/v1/needs', needBody(site, { title: 'Keep our books' }))
      const { key } = await inviteTo(service, { partnerId: office.partnerId, role: 'editor' })
      const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' })
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      const hands = handsOf(page)
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      const link = (name: string) => page.getByRole('link', { name, exact: true })

      await page.goto(`${address}/desk/sign-in/${key}`)
      await hands.press(button('Sign in now'))
      await hands.press(link('Import'))
      await hands.choose(page.getByLabel('Program for students whose row names none'), 'Spring interns')
      const lines = [HEADER.replace(',name,', ',Zzyzx,'), candidateLine('a'), candidateLine('b')]
      const roster = lines.join('\n').replace(/remote(?![\s\S]*remote)/, 'on the moon')
      const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) }
      await page.getByLabel('File', { exact: true }).setInputFiles(file)
      await hands.press(button('Upload and check'))
      await hands.press(link('Columns'))
      await hands.choose(page.getByLabel('What “Zzyzx” holds'), 'Name')
      await hands.press(button('Check all rows'))
      await hands.write(page.getByLabel('modality', { exact: true }), 'remote')
      await hands.press(button('Correct and check again'))
      await page.getByText('Every row is understood.').waitFor()
      await hands.press(button('Import now'))
      await hands.press(link('See the students'))
      await page.getByRole('link', { name: 'Student b' }).waitFor()
      await hands.press(link('Cohorts'))
      await hands.press(link('New cohort'))
      await hands.write(page.getByLabel('Name', { exact: true }), 'Spring')
      await hands.write(page.getByLabel('Further needs'), needId)
      await hands.press(button('Create'))
      await hands.press(link('Choose students'))
      await hands.toggle(page.getByLabel('Student b'))
      await hands.press(button('Save'))
      await page.getByText('1 of 2 students of the program take part').waitFor()
      await hands.toggle(page.getByLabel('Student b'))
      await hands.press(button('Save'))
      await page.getByText('2 of 2 students of the program take part').waitFor()
      await hands.press(link('Spring'))
      await hands.press(button('Place the cohort'))
      await page.getByRole('heading', { name: 'Choices that were met' }).waitFor()
      await hands.press(link('Back to the cohort'))
      await hands.press(button('Place the cohort'))
      const other = page.getByLabel('Compare with').locator('option').first()
      await other.waitFor({ state: 'attached' })
      const at = Date.parse((await other.getAttribute('data-at')) ?? '')
      const shown = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' } as const
      const text = ((await other.textContent()) ?? '').replaceAll(/\s/g, ' ')
      const local = new Intl.DateTimeFormat('en', shown).format(at).replaceAll(/\s/g, ' ')
      t.ok(text.startsWith(`${local} ·`), 'runs are told apart by their times in the zone of the reader')
      await hands.press(page.locator('summary', { hasText: 'Publish' }))
      await hands.press(button('Publish'))
      await page.getByText('Published', { exact: true }).waitFor()
      t.equal((await office.call('GET', '/v1/introductions')).body.data.length, 1)
      await hands.press(link('List to print'))
      await page.getByText('Print this page with your browser.').waitFor()
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      t.notOk(await page.locator('nav').isVisible(), 'the list is printed without the rest of the page')
      t.notOk(await page.getByText('Print this page').isVisible())
      t.ok(await page.getByRole('cell', { name: 'Keep our books' }).isVisible())
      const sheet = await page.evaluate("getComputedStyle(document.querySelector('table')).backgroundColor")
      t.equal(sheet, 'rgb(255, 255, 255)', 'and on white paper')
      t.same(faults, [])
      await context.close()
    },
  )
