import type { PoolClient } from 'pg'
import t from 'tap'
import { createUnreadTexts } from '../../../src/features/matches/index.ts'
import { newId, newSandboxId } from '../../../src/shared/ids.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { createTestDatabase } from '../../support/database.ts'
import { signInToDesk } from '../../support/desk.ts'
import { newToken, serve, until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

/** Nothing of these tables is written until the lock is released. Rows can be read. */
async function lock(client: PoolClient, ...tables: string[]): Promise<void> {
  await client.query(`begin; lock table ${tables.join(', ')} in exclusive mode`)
}

t.test(
  'a ranking says that texts are still being read, and does not change once it says so no more',
  async (t) => {
    const { connectionString, pool } = await createTestDatabase(t)
    const env = { DATABASE_URL: connectionString, PUBLIC_URL: 'http://reading.example', EMBEDDINGS: 'local' }
    const { address } = await serve(t, env)
    const token = await newToken(address, env)
    const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const reply = await fetch(address + path, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      })
      t.ok(reply.ok, `${method} ${path}`)
      // biome-ignore lint/suspicious/noExplicitAny: A wrong path is undefined and fails the assertion.
      return (await reply.json()) as any
    }
    const organizationId = (await ask('POST', '/v1/organizations', organizationBody())).id
    const helperId = (await ask('POST', '/v1/helpers', helperBody())).id
    const rankOf = (id: string) =>
      ask('GET', `/v1/${id.startsWith('need') ? 'needs' : 'offers'}/${id}/matches`)
    const isRead = async (id: string) => (await rankOf(id)).still_reading === undefined

    const client = await pool.connect()
    await lock(client, 'need_meanings', 'offer_meanings')
    const offerId = (await ask('POST', '/v1/offers', offerBody(helperId))).id
    const needId = (await ask('POST', '/v1/needs', needBody(organizationId))).id
    const early = await rankOf(needId)
    t.equal(early.still_reading.own_text, true)
    t.match(early.still_reading.detail, /still being read/)
    t.equal(early.data.length, 1, 'it is ranked without its meaning')
    t.match(await rankOf(offerId), { still_reading: { own_text: true } })
    const { data } = await ask('POST', '/v1/matches/batch', { ids: [needId, offerId] })
    t.match(data, [{ still_reading: { own_text: true } }, { still_reading: { own_text: true } }])
    const sprint = {
      organization_id: organizationId,
      bottlenecks: [{ title: 'Books', description: 'Books' }],
    }
    const { id: sprintId } = await ask('POST', '/v1/sprints', sprint)
    const sprinted = () => ask('GET', `/v1/sprints/${sprintId}`)
    t.match(await sprinted(), { bottlenecks: [{ still_reading: { own_text: true } }] })
    await client.query('rollback')
    await until(async () => (await isRead(needId)) && isRead(offerId))
    await until(async () => (await sprinted()).bottlenecks[0].still_reading === undefined)
    const read = await rankOf(needId)
    t.not(read.data[0].score, early.data[0].score, 'the meaning counts')

    await lock(client, 'offer_meanings')
    const second = (await ask('POST', '/v1/offers', offerBody(helperId, { title: 'Ledgers' }))).id
    t.match(await rankOf(needId), { still_reading: { own_text: false } })
    t.match(await rankOf(needId), { still_reading: { own_text: false } }, 'a page that was kept says it too')
    t.match((await ask('POST', '/v1/matches/batch', { ids: [needId, second] })).data, [
      { still_reading: { own_text: false } },
      { still_reading: { own_text: true } },
    ])
    const preview = await ask('POST', '/v1/matches/preview', { need: needBody(organizationId) })
    t.ok(preview.still_reading)
    await client.query('rollback')
    client.release()
    await until(() => isRead(needId))
    t.same(await rankOf(needId), await rankOf(needId))
    t.equal((await rankOf(needId)).data.length, 2)
  },
)

t.test('the desk says beside the matches that texts are still being read', async (t) => {
  const service = await startTestService(t, { env: { EMBEDDINGS: 'local' } })
  const partner = await service.newPartner()
  const client = await service.database.pool.connect()
  await lock(client, 'need_meanings')
  const { needId } = await postWorld(partner)
  const desk = await signInToDesk(service, { partnerId: partner.partnerId, role: 'editor' })
  const says = async () => /still being read/.test((await desk.get(`/desk/needs/${needId}`)).body)
  t.equal(await says(), true)
  await client.query('rollback')
  client.release()
  await until(async () => !(await says()))
})

t.test('texts that are read yet count in their own market and on their own side only', async (t) => {
  const unread = createUnreadTexts()
  const [site, sandbox] = [newId('partner'), newSandboxId()]
  const key = { partnerId: site, id: newId('offer') }
  unread.note({ side: 'offer', key })
  unread.note({ side: 'offer', key })
  t.equal(unread.hasIn(newId('partner'), 'offer'), true)
  t.equal(unread.hasIn(site, 'need'), false)
  t.equal(unread.hasIn(sandbox, 'offer'), false)
  const none = unread.untilNone(new AbortController().signal)
  unread.forget(key.id)
  unread.forget(key.id)
  await none
  t.equal(unread.hasIn(site, 'offer'), false)
  unread.note({ side: 'offer', key })
  await unread.untilNone(AbortSignal.abort())
  t.equal(unread.list().length, 1)
})
