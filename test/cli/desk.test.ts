import t from 'tap'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { ownPage } from '../support/desk.ts'
import { listen } from '../support/server.ts'

const { connectionString } = await createTestDatabase(t)
const env = { DATABASE_URL: connectionString }
const address = await listen(t, env)
const cli = (...args: string[]) => runHere(args, env)
async function json(...args: string[]) {
  const { code, stdout, stderr } = await cli(...args, '--json')
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** A desk with one administrator, and a way to run commands on it. */
async function newDesk() {
  const { partner_id: partner } = await json('partner', 'create', '--name', 'Chamber', '--kind', 'site')
  const at = (verb: string, ...rest: string[]) => [verb, '--partner', partner, '--url', address, ...rest]
  const ada = await json('desk', ...at('invite', '--name', 'Ada', '--role', 'admin'))
  const on = (verb: string, staffId: string) => ['desk', verb, '--partner', partner, '--staff', staffId]
  const list = () => json('desk', 'list', '--partner', partner)
  return { partner, ada, at, on, list }
}

/** Opens a link and presses its button; returns the cookie of the session, if one began. */
async function signIn(url: string): Promise<string | undefined> {
  const headers = { ...ownPage, origin: new URL(url).origin, host: new URL(url).host }
  const reply = await fetch(url, { method: 'POST', redirect: 'manual', headers })
  return reply.status === 303 ? reply.headers.getSetCookie()[0]?.split(';')[0] : undefined
}
const get = (path: string, cookie: string) =>
  fetch(`${address}${path}`, { redirect: 'manual', headers: { cookie } })

t.test('desk list shows each person of one desk, with role, status and last visit', async (t) => {
  const [desk, other] = [await newDesk(), await newDesk()]
  const zoe = await json('desk', ...desk.at('invite', '--name', 'Zoe', '--role', 'viewer'))
  t.match(await desk.list(), [
    { staff_id: desk.ada.staff_id, name: 'Ada', role: 'admin', status: 'active', last_seen_at: null },
    { staff_id: zoe.staff_id, name: 'Zoe', role: 'viewer', status: 'active', last_seen_at: null },
  ])
  t.ok(await signIn(zoe.sign_in_url))
  t.match(await desk.list(), [{ last_seen_at: null }, { last_seen_at: /^\d{4}-.*Z$/ }])
  const { stdout } = await cli('desk', 'list', '--partner', desk.partner)
  t.match(
    stdout,
    new RegExp(`^${desk.ada.staff_id} {2}admin {2}active {4}Ada, never seen\n.*Zoe, last seen 2`),
  )
  t.match(await other.list(), [{ staff_id: other.ada.staff_id }])
  const none = await json('partner', 'create', '--name', 'Empty', '--kind', 'site')
  t.match(await cli('desk', 'list', '--partner', none.partner_id), { code: 0, stdout: /^Nobody/ })
})

t.test('desk link signs in once somebody who lost theirs, and the log names the operator', async (t) => {
  const { ada, on } = await newDesk()
  const link = await json(...on('link', ada.staff_id), '--url', address)
  t.equal(link.staff_id, ada.staff_id)
  const cookie = await signIn(link.sign_in_url)
  t.equal(await signIn(link.sign_in_url), undefined)
  const log = await (await get('/desk/log.csv', cookie ?? '')).text()
  t.match(log, new RegExp(`,,staff_link_renewed,${ada.staff_id}`), log)
})

t.test('who is suspended is out at once, gets no link, and comes back when resumed', async (t) => {
  const { at, on, list } = await newDesk()
  const zoe = await json('desk', ...at('invite', '--name', 'Zoe', '--role', 'editor'))
  const cookie = (await signIn(zoe.sign_in_url)) ?? ''
  t.equal((await get('/desk', cookie)).status, 200)
  t.same(await json(...on('suspend', zoe.staff_id)), { staff_id: zoe.staff_id, status: 'suspended' })
  t.equal((await get('/desk', cookie)).status, 303)
  t.match(await cli(...on('link', zoe.staff_id)), { code: 1, stderr: /suspended/ })
  t.match(await cli(...on('resume', zoe.staff_id)), { code: 0, stdout: /may sign in again/ })
  t.ok(await signIn((await json(...on('link', zoe.staff_id), '--url', address)).sign_in_url))
  t.match(await cli(...on('remove', zoe.staff_id)), { code: 0, stdout: /removed/ })
  t.match(await list(), [{ name: 'Ada' }])
  t.equal((await list()).length, 1)
  t.match(await cli(...on('link', zoe.staff_id)), { code: 1, stderr: /nobody at this desk has this id/ })
})

t.test('the last administrator stays, and nobody is reached through another desk', async (t) => {
  const [desk, other] = [await newDesk(), await newDesk()]
  for (const verb of ['suspend', 'remove'])
    t.match(await cli(...desk.on(verb, desk.ada.staff_id)), { code: 1, stderr: /only administrator/ })
  for (const verb of ['link', 'suspend', 'resume', 'remove'])
    t.match(await cli(...other.on(verb, desk.ada.staff_id)), { code: 1, stderr: /nobody at this desk/ })
  t.match(await desk.list(), [{ status: 'active' }])
  const noPartner = other.partner.replace(/.{4}$/, '0000')
  t.match(await cli('desk', 'list', '--partner', noPartner), { code: 1, stderr: /no partner has this id/ })
})
