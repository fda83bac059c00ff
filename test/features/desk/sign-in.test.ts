import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { createLog } from '../../../src/platform/telemetry/log.ts'
import { cookieIn, inviteTo, ownPage, signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'

const start = Date.parse('2026-11-20T17:00:00Z')
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

async function startDesk(test: Test) {
  const time = { ms: start }
  const service = await startTestService(test, { clock: () => new Date(time.ms) })
  const { partnerId } = await service.newPartner({ name: 'Chamber' })
  const open = (key: string) => service.inject({ method: 'GET', url: `/desk/sign-in/${key}` })
  const use = (key: string, headers: Record<string, string> = ownPage) =>
    service.inject({ method: 'POST', url: `/desk/sign-in/${key}`, headers })
  return { service, partnerId, time, open, use }
}

t.test('a link shows whom it signs in, is spent only by the button, and works once', async (t) => {
  const { service, partnerId, open, use } = await startDesk(t)
  const { key } = await inviteTo(service, { partnerId, role: 'viewer', name: 'Zoe' })
  for (let times = 0; times < 2; times++) t.match(await open(key), { status: 200, body: /Zoe.*Chamber/s })
  const signedIn = await use(key)
  t.match(signedIn, { status: 303, headers: { location: '/desk' } })
  t.match(
    String(signedIn.headers['set-cookie']),
    /^smartsource=[\w-]{54}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  t.match(await open(key), { status: 404 })
  t.match(await use(key), { status: 409, body: /used already or is too old/ })
})

t.test('of ten who use a link at once, one gets in', async (t) => {
  const { service, partnerId, use } = await startDesk(t)
  const { key } = await inviteTo(service, { partnerId, role: 'viewer' })
  const replies = await Promise.all(Array.from({ length: 10 }, () => use(key)))
  t.same(replies.map(({ status }) => status).sort(), [303, ...Array<number>(9).fill(409)])
})

t.test('a link ends after 24 hours, and one that is changed or invented never works', async (t) => {
  const { service, partnerId, time, use } = await startDesk(t)
  const { key } = await inviteTo(service, { partnerId, role: 'viewer' })
  for (const wrong of ['x', key.slice(1), `${key}A`, key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))])
    t.match(await use(wrong), { status: 409 })
  time.ms += 24 * HOUR_MS
  t.match(await use(key), { status: 409 })
})

t.test('another site can neither use a link nor send a form', async (t) => {
  const { service, partnerId, use } = await startDesk(t)
  const { key } = await inviteTo(service, { partnerId, role: 'viewer' })
  const foreign: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { ...ownPage, 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ]
  for (const headers of foreign) t.match(await use(key, { host: ownPage.host, ...headers }), { status: 403 })
  t.match(await use(key, { host: ownPage.host, 'sec-fetch-site': 'same-origin' }), { status: 303 })
})

t.test('over https the cookie is secure and bound to this host', async (t) => {
  const service = await startTestService(t, { issuer: 'https://help.example' })
  const { partnerId } = await service.newPartner()
  const { key } = await inviteTo(service, { partnerId, role: 'viewer' })
  const headers = { host: 'help.example', origin: 'https://help.example' }
  const signedIn = await service.inject({ method: 'POST', url: `/desk/sign-in/${key}`, headers })
  t.match(
    String(signedIn.headers['set-cookie']),
    /^__Host-smartsource=[\w-]{54}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})

t.test('a session ends after 12 hours without use, and not before', async (t) => {
  const { service, partnerId, time } = await startDesk(t)
  const visitor = await signInToDesk(service, { partnerId, role: 'viewer' })
  for (let day = 0; day < 3; day++) {
    time.ms += 12 * HOUR_MS - MINUTE_MS
    t.match(await visitor.get('/desk'), { status: 200 })
  }
  time.ms += 12 * HOUR_MS
  t.match(await visitor.get('/desk'), { status: 303, headers: { location: '/desk/sign-in' } })
})

t.test('a session gets a new key each hour; the one before works for five minutes more', async (t) => {
  const { service, partnerId, time } = await startDesk(t)
  const visitor = await signInToDesk(service, { partnerId, role: 'viewer' })
  const first = visitor.cookie()
  const withFirst = () => service.inject({ method: 'GET', url: '/desk', headers: { cookie: first } })
  time.ms += 59 * MINUTE_MS
  await visitor.get('/desk')
  t.equal(visitor.cookie(), first)
  time.ms += MINUTE_MS
  const replies = await Promise.all(Array.from({ length: 8 }, withFirst))
  t.same(
    replies.map(({ status }) => status),
    Array<number>(8).fill(200),
  )
  const given = replies.flatMap((reply) => cookieIn(reply) ?? [])
  t.equal(given.length, 1)
  const withNext = () => service.inject({ method: 'GET', url: '/desk', headers: { cookie: given[0] ?? '' } })
  time.ms += 5 * MINUTE_MS
  t.match([await withFirst(), await withNext()], [{ status: 200 }, { status: 200 }])
  time.ms += 1
  t.match([await withFirst(), await withNext()], [{ status: 303 }, { status: 200 }])
})

t.test('signing out ends the session at once', async (t) => {
  const { service, partnerId } = await startDesk(t)
  const visitor = await signInToDesk(service, { partnerId, role: 'viewer' })
  const cookie = visitor.cookie()
  t.match(await visitor.send('/desk/sign-out'), { status: 303, headers: { location: '/desk/sign-in' } })
  t.match(await service.inject({ method: 'GET', url: '/desk', headers: { cookie } }), { status: 303 })
})

t.test('no key stands in the database or in a log', async (t) => {
  const lines: string[] = []
  const service = await startTestService(t, {
    log: createLog('trace', { write: (line: string) => lines.push(line) }),
  })
  const { partnerId } = await service.newPartner()
  const { key } = await inviteTo(service, { partnerId, role: 'admin' })
  await service.inject({ method: 'GET', url: `/desk/sign-in/${key}` })
  const visitor = await signInToDesk(service, { partnerId, role: 'admin' })
  await visitor.send('/desk/team', { name: 'Ada', role: 'viewer' })
  const stored = await service.database.db.execute(
    sql`select json_build_array((select json_agg(l) from desk_links l), (select json_agg(s) from desk_sessions s)) as rows`,
  )
  const sessionKey = visitor.cookie().split('=')[1] ?? ''
  for (const secret of [key, sessionKey]) {
    t.equal(secret.length, 54)
    t.notMatch(lines.join(''), secret)
    t.notMatch(JSON.stringify(stored.rows), secret)
  }
  t.ok(lines.length > 3)
})
