import { parse } from 'parse5'
import t from 'tap'
import { organizationBody } from '../../support/bodies.ts'
import { ownPage, signInToDesk } from '../../support/desk.ts'
import { formsIn } from '../../support/desk-forms.ts'
import { elementsIn } from '../../support/html.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

/*
 * A form whose session has ended is kept by the page that says so, and can be sent again from there once somebody has signed
 * in. Nothing of it is stored meanwhile.
 */
const HOUR_MS = 3_600_000
const time = { ms: Date.parse('2026-11-20T17:00:00Z') }
const service = await startTestService(t, { clock: () => new Date(time.ms) })
const partner = await service.newPartner()
const organizationId = await post(partner, '/v1/organizations', organizationBody())
const written = {
  ...{ organization_id: organizationId, title: 'Somebody for the books', positions: '1' },
  description: 'Our receipts pile up.\nWe <b>need</b> help & "advice".',
  ...{ modality: 'remote', visibility: 'network', accepts: ['volunteer', 'paid'] },
}
const CANARIES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '</textarea><svg onload=alert(1)>',
]
const signIn = () => signInToDesk(service, { partnerId: partner.partnerId, role: 'editor' })

/** What the page that kept a form would send. */
function keptIn(page: string): Record<string, string | string[]> {
  const form = formsIn(page).find(({ action }) => action === '/desk/needs')
  if (!form) throw new Error('the page keeps no form')
  const { form_key: _, ...fields } = form.hidden
  return {
    ...fields,
    accepts: [...page.matchAll(/name="accepts" value="(\w+)"/g)].map(([, one = '']) => one),
  }
}

t.test('what was written outlives the session, and is saved once it is sent again', async (t) => {
  const before = await signIn()
  const oldKey = await before.formKey()
  time.ms += 12 * HOUR_MS
  const refused = await before.send('/desk/needs', { form_key: oldKey, ...written })
  t.match(refused, { status: 401, body: /You were signed out[\s\S]*Nothing you wrote is lost/ })
  t.match(refused.body, 'Our receipts pile up.\nWe &#60;b&#62;need&#60;/b&#62; help', 'it can be read')
  t.equal(refused.headers['cache-control'], 'no-store')
  t.match(keptIn(refused.body), { ...written }, 'and every field is kept')

  const after = await signIn()
  const stale = await after.send('/desk/needs', { form_key: '', ...keptIn(refused.body) })
  t.match(stale, { status: 403, body: /Send it again\?[\s\S]*nothing was saved yet/ })
  t.same((await partner.call('GET', '/v1/needs')).body.data, [], 'nothing was saved without the new key')
  t.match(await after.send('/desk/needs', keptIn(stale.body)), { status: 303 })
  t.match((await partner.call('GET', '/v1/needs')).body.data, [
    { title: written.title, description: written.description, accepts: written.accepts },
  ])
})

t.test('another site cannot have a page keep what it sends', async (t) => {
  const headers = { ...ownPage, 'content-type': 'application/x-www-form-urlencoded' }
  const send = (changed: Record<string, string>) =>
    service.inject({
      ...{ method: 'POST', url: '/desk/needs', headers: { ...headers, ...changed } },
      payload: 'title=Send+me+again',
    })
  t.match(await send({}), { status: 401, body: /Send me again/ })
  const foreigners: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
  ]
  for (const foreign of foreigners) {
    const reply = await send(foreign)
    t.match(reply, { status: 303, headers: { location: '/desk/sign-in' } })
    t.notMatch(reply.body, 'Send me again')
  }
})

t.test('a kept form shows hostile text as text', async (t) => {
  const visitor = await signIn()
  time.ms += 12 * HOUR_MS
  for (const hostile of CANARIES) {
    const { status, body } = await visitor.send('/desk/needs', {
      form_key: '',
      title: hostile,
      [hostile]: 'x y',
    })
    t.equal(status, 401)
    const made = elementsIn(parse(body)).filter(
      ({ tagName, attrs }) =>
        ['img', 'svg'].includes(tagName) || attrs.some(({ name }) => name.startsWith('on')),
    )
    t.same(made, [], hostile)
    t.equal(body.match(/<script/g)?.length, 1, 'only the script of the desk')
  }
})

t.test('a form without a word, and a file, lead to the sign-in', async (t) => {
  const visitor = await signIn()
  time.ms += 12 * HOUR_MS
  for (const url of ['/desk/imports', '/desk/needs/preview'])
    t.match(await visitor.send(url, { form_key: '' }), {
      status: 303,
      headers: { location: '/desk/sign-in' },
    })
})
