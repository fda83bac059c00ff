import t from 'tap'
import { type Id, idToUuid } from '../../../../src/shared/ids.ts'
import {
  acceptAll,
  newSkills,
  organizationWithNeed,
  proposeRing,
  threeInARing,
} from '../../../support/barterers.ts'
import { startTestService } from '../../../support/service.ts'

const service = await startTestService(t)
const ROUNDS = 6

/** How many of a ring's engagements there are, whatever it says of itself. */
async function engagementsOf(ringId: string): Promise<number> {
  const { rows } = await service.database.pool.query(
    `select count(*)::int as count from engagements e join ring_parties p on p.engagement_id = e.id
     where p.ring_id = (select id from rings where id = $1)`,
    [uuidOf(ringId)],
  )
  return rows[0]?.count
}

function uuidOf(id: string): string {
  return idToUuid(id as Id<'ring'>)
}

t.test('of simultaneous last acceptances one closes the ring, once', async (t) => {
  for (let round = 0; round < ROUNDS; round++) {
    const parties = await threeInARing(service)
    const { body: ring } = await proposeRing(parties)
    const replies = await Promise.all(
      [parties[1], parties[2], parties[1], parties[2]].map(({ partner }) =>
        partner.call('POST', `/v1/rings/${ring.id}/accept`),
      ),
    )
    t.equal(replies.filter(({ body }) => body.status === 'accepted').length, 1)
    t.ok(replies.every(({ status }) => status === 200 || status === 409))
    t.equal(await engagementsOf(ring.id), 3)
  }
})

t.test(
  'a need that is closed in between leaves a ring closed as a whole, or broken as a whole',
  async (t) => {
    const states = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      const parties = await threeInARing(service)
      const [first, second, third] = parties
      const { body: ring } = await proposeRing(parties)
      await acceptAll([second], ring.id)
      await Promise.all([
        third.partner.call('POST', `/v1/rings/${ring.id}/accept`),
        first.partner.call('POST', `/v1/needs/${first.postingId}/close`),
      ])
      const { body } = await first.partner.call('GET', `/v1/rings/${ring.id}`)
      t.ok(['accepted', 'broken'].includes(body.status), body.status)
      t.equal(await engagementsOf(ring.id), body.status === 'accepted' ? 3 : 0)
      states.add(body.status)
    }
    const parties = await threeInARing(service)
    const { body: ring } = await proposeRing(parties)
    await parties[1].partner.call('POST', `/v1/needs/${parties[1].postingId}/close`)
    await acceptAll(parties.slice(1), ring.id)
    t.match((await parties[0].partner.call('GET', `/v1/rings/${ring.id}`)).body, {
      status: 'broken',
      reason: 'not_open_any_more',
    })
    t.equal(await engagementsOf(ring.id), 0)
    const held = await service.database.pool.query('select from ring_holds where ring_id = $1', [
      uuidOf(ring.id),
    ])
    t.equal(held.rowCount, 0)
  },
)

t.test('of two rings over one need, accepted at once, one closes', async (t) => {
  for (let round = 0; round < ROUNDS; round++) {
    const [a = '', b = ''] = newSkills(2)
    const shared = await organizationWithNeed(service, a, b)
    const [left, right] = [
      await organizationWithNeed(service, b, a),
      await organizationWithNeed(service, b, a),
    ]
    const rings = await Promise.all([proposeRing([left, shared]), proposeRing([right, shared])])
    t.same(
      rings.map(({ status }) => status),
      [201, 201],
      'what its own partner has not accepted is free for both',
    )
    const accepted = await Promise.all(
      rings.map(({ body }) => shared.partner.call('POST', `/v1/rings/${body.id}/accept`)),
    )
    t.equal(accepted.filter(({ body }) => body.status === 'accepted').length, 1)
    t.ok(
      accepted.some(({ body }) => body.code === 'held_in_ring' || body.status === 'broken'),
      JSON.stringify(accepted.map(({ body }) => body.code ?? body.status)),
    )
  }
})

t.test('a no and the last yes at once leave it declined or closed, never half', async (t) => {
  for (let round = 0; round < ROUNDS; round++) {
    const parties = await threeInARing(service)
    const { body: ring } = await proposeRing(parties)
    await acceptAll([parties[1]], ring.id)
    await Promise.all([
      parties[2].partner.call('POST', `/v1/rings/${ring.id}/accept`),
      parties[0].partner.call('POST', `/v1/rings/${ring.id}/decline`),
    ])
    const { body } = await parties[0].partner.call('GET', `/v1/rings/${ring.id}`)
    t.equal(await engagementsOf(ring.id), body.status === 'accepted' ? 3 : 0, body.status)
  }
})
