import type { Page } from 'playwright-core'
import t from 'tap'
import { programBody } from '../../support/bodies.ts'
import { openBrowser } from '../../support/browser.ts'
import { inviteTo } from '../../support/desk.ts'
import { openDeskPage } from '../../support/desk-browser.ts'
import { candidateLine, HEADER } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

let address = ''
const service = await startTestService(t, { issuer: () => address })
address = await service.app.listen({ port: 0, host: '127.0.0.1' })
const browser = await openBrowser(t)

t.test('a file stays chosen while its sender signs in again, and nothing is sent without them', async (t) => {
  if (!browser) return
  const office = await service.newPartner({ kind: 'internship_office' })
  await post(office, '/v1/programs', programBody({ name: 'Spring interns' }))
  const context = await browser.newContext()
  const faults: string[] = []
  const newPage = () => openDeskPage(context, { address, faults })
  const signIn = async (page: Page) => {
    const { key } = await inviteTo(service, { partnerId: office.partnerId, role: 'editor' })
    await page.goto(`${address}/desk/sign-in/${key}`)
    await page.getByRole('button', { name: 'Sign in now' }).click()
    await page.waitForURL(`${address}/desk`)
  }
  const page = await newPage()
  await signIn(page)
  await page.goto(`${address}/desk/imports`)
  const roster = Buffer.from([HEADER, candidateLine('a')].join('\n'))
  const chosen = page.getByLabel('File', { exact: true })
  await chosen.setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: roster })
  const upload = page.getByRole('button', { name: 'Upload and check' })
  const other = await newPage()
  await other.goto(`${address}/desk`)
  await other.getByRole('button', { name: 'Sign out' }).click()

  await upload.click()
  await page.getByText('The file is still chosen: sign in').waitFor()
  t.equal(await chosen.inputValue(), 'C:\\fakepath\\roster.csv')
  await upload.click()
  await page.getByText('The file is still chosen: sign in').waitFor()
  await signIn(other)
  await upload.click()
  await page.getByText('The file is still chosen: send it again').waitFor()
  t.same((await office.call('GET', '/v1/imports')).body.data, [], 'nothing was sent yet')
  await upload.click()
  await page.waitForURL(/\/desk\/imports\/import_/)
  t.match((await office.call('GET', '/v1/imports')).body.data, [{ type: 'candidates' }])
  t.same(faults, [])
  await context.close()
})

t.test('without scripts, the form says that a file is lost with its session', async (t) => {
  if (!browser) return
  const office = await service.newPartner({ kind: 'internship_office' })
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await openDeskPage(context, { address, faults: [] })
  const { key } = await inviteTo(service, { partnerId: office.partnerId, role: 'editor' })
  await page.goto(`${address}/desk/sign-in/${key}`)
  await page.getByRole('button', { name: 'Sign in now' }).click()
  await page.goto(`${address}/desk/imports`)
  // Playwright looks for text in no `noscript`.
  t.match(await page.locator('noscript p').innerText(), /A file is not kept when you are signed out/)
  t.ok(await page.locator('noscript p').isVisible())
  t.notOk(await page.getByText('The file is still chosen').first().isVisible())
  await context.close()
})
