import t from 'tap'
import { staffRoles } from '../../../src/features/desk/index.ts'
import { type DeskVisitor, ownPage, signInToDesk } from '../../support/desk.ts'
import { type DeskPageCase, deskPagesOf, formFields, postDeskRecords } from '../../support/desk-pages.ts'
import { type Reply, startTestService } from '../../support/service.ts'

/*
 * What every page of the desk must do. The list of pages comes from the service itself; a page whose ids no record of
 * postDeskRecords can fill fails.
 */
const service = await startTestService(t)
await service.app.ready()
const partner = await service.newPartner({ name: 'Ours' })
const stranger = await service.newPartner({ name: 'Theirs' })

const roleOf = {
  viewer: await visitor('viewer'),
  editor: await visitor('editor'),
  admin: await visitor('admin'),
}
const other = await signInToDesk(service, { partnerId: stranger.partnerId, role: 'admin' })
const ids = { ...(await postDeskRecords(service, partner)), team: roleOf.viewer.staffId }

function visitor(role: (typeof staffRoles)[number]): Promise<DeskVisitor> {
  return signInToDesk(service, { partnerId: partner.partnerId, role })
}

const isFile = (url: string) => /\.(csv|json|svg)$/.test(url)
const pages = deskPagesOf(service, ids)

const ask = (who: DeskVisitor, { method }: DeskPageCase, path: string): Promise<Reply> =>
  method === 'GET' ? who.get(path) : who.send(path)
const without = (page: DeskPageCase, cookie = '') =>
  service.inject({ method: page.method, url: page.path, headers: { ...ownPage, cookie } })
const isSignIn = { status: 303, headers: { location: '/desk/sign-in' } }

t.test('every page with an id is asked for with a real one', (t) => {
  t.ok(pages.length >= 15, `${pages.length} pages`)
  for (const { url, path } of pages) t.notMatch(path, /:|\/\//, url)
  t.end()
})

t.test('without a session, or with one that is invented, every page leads to the sign-in', async (t) => {
  const invented = roleOf.admin.cookie().replace(/.{6}$/, 'AAAAAA')
  for (const page of pages) {
    t.match(await without(page), isSignIn, `${page.method} ${page.url}`)
    t.match(await without(page, invented), isSignIn, `${page.method} ${page.url}, invented`)
  }
})

t.test('a lesser role is refused, a sufficient one is not', async (t) => {
  for (const page of pages.filter(({ method }) => method === 'GET'))
    for (const role of staffRoles) {
      const isEnough = staffRoles.indexOf(role) >= staffRoles.indexOf(page.role)
      t.equal((await ask(roleOf[role], page, page.path)).status, isEnough ? 200 : 403, `${role} ${page.url}`)
    }
  for (const page of pages.filter(({ method }) => method === 'POST'))
    for (const role of staffRoles.slice(0, staffRoles.indexOf(page.role)))
      t.match(await ask(roleOf[role], page, page.path), { status: 403, body: /role/ }, `${role} ${page.url}`)
})

t.test('a form without the key of the session, or of another site, does nothing', async (t) => {
  const foreign = { ...ownPage, 'sec-fetch-site': 'cross-site' }
  for (const page of pages.filter(({ method, url }) => method === 'POST' && url !== '/desk/sign-out')) {
    const { admin } = roleOf
    t.match(
      await admin.send(page.path, { form_key: await other.formKey() }),
      { status: 403 },
      `${page.url}, key`,
    )
    t.match(await without(page, admin.cookie()), { status: 403 }, `${page.url}, no key`)
    t.match(await admin.send(page.path, {}, foreign), { status: 403 }, `${page.url}, site`)
  }
  t.match(await roleOf.admin.get('/desk/log'), { status: 200 })
  t.notMatch((await roleOf.admin.get('/desk/log.csv')).body, /accepted|declined|suspended|removed/)
})

t.test('another tenant’s record and one that nobody has are not there, in the same words', async (t) => {
  for (const page of pages.filter(({ unknownPath }) => unknownPath !== null)) {
    const fields = formFields[page.url] ?? {}
    const send = (who: DeskVisitor, path: string) =>
      page.method === 'GET' ? who.get(path) : who.send(path, fields)
    const [theirs, nobodys] = [await send(other, page.path), await send(roleOf.admin, page.unknownPath ?? '')]
    t.match(theirs, { status: 404, body: /not here/ }, `${page.url}, of another tenant`)
    t.match(nobodys, { status: 404, body: /not here/ }, `${page.url}, of nobody`)
  }
})

t.test('every page comes with a policy that lets nothing in, and is not kept', async (t) => {
  for (const page of pages.filter(({ method, url }) => method === 'GET' && !isFile(url))) {
    const reply = await ask(roleOf.admin, page, page.path)
    t.match(
      String(reply.headers['content-security-policy']),
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    )
    t.notMatch(String(reply.headers['content-security-policy']), /unsafe|https?:/)
    t.equal(reply.headers['cache-control'], 'no-store')
    t.notMatch(
      reply.body,
      /<script(?! type="module" src="\/desk\/files\/)|\son\w+=|style="|https?:\/\/(?!test\.example)/,
      page.url,
    )
  }
})
