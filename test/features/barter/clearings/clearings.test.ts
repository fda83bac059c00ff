import t from 'tap'
import { idToUuid } from '../../../../src/shared/ids.ts'
import { needBody, organizationBody } from '../../../support/bodies.ts'
import { checkList } from '../../../support/check-list.ts'
import type { Partner } from '../../../support/service.ts'
import { startTestService, type TestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

/** Organizations of one partner, each by what it gives and wants. */
async function swappers(by: Partner, pairs: readonly (readonly [string, string])[]) {
  for (const [gives, wants] of pairs) {
    const organizationId = await post(by, '/v1/organizations', organizationBody())
    const skills = [{ skill: wants, importance: 'must' }]
    const about = { title: wants, description: wants, hours_per_week: 2 }
    await post(
      by,
      '/v1/needs',
      needBody(organizationId, { ...about, skills, accepts: ['barter'], gives: [{ skill: gives }] }),
    )
  }
}

async function cleared(service: TestService, by: Partner, body: Record<string, unknown>) {
  const reply = await by.call('POST', '/v1/rings/clearings', { body })
  t.equal(reply.status, 202)
  service.services.background.works.run_clearings.wake()
  await service.services.background.works.run_clearings.idle()
  return (await by.call('GET', String(reply.headers.location))).body
}

t.test('a run finds the rings that serve most parties, and proposes them', async (t) => {
  const service = await startTestService(t)
  const site = await service.newPartner()
  // A swap of two, or a ring of three that leaves nobody out but the fourth.
  await swappers(site, [
    ['falconry', 'puppetry'],
    ['puppetry', 'falconry'],
    ['puppetry', 'glassblowing'],
    ['glassblowing', 'falconry'],
  ])
  const clearing = await cleared(service, site, { max_length: 3 })
  t.match(clearing, { status: 'done', result: { served: 3, bound: 3, is_optimal: true } })
  t.equal(clearing.result.rings.length, 1)
  t.equal((await cleared(service, site, { max_length: 2 })).result.served, 2)
  const { body } = await site.call('POST', `/v1/rings/clearings/${clearing.id}/propose`)
  t.match(body.result.rings, [{ ring_id: /^ring_/, refusal: null }])
  t.match((await site.call('GET', `/v1/rings/${body.result.rings[0].ring_id}`)).body, { status: 'proposed' })
  const again = await site.call('POST', `/v1/rings/clearings/${clearing.id}/propose`)
  t.same(again.body.result, body.result, 'what is proposed is left alone')
})

t.test("a partner's own run sees its own parties alone; the network is the operator's", async (t) => {
  const service = await startTestService(t)
  const [left, right] = [await service.newPartner(), await service.newPartner()]
  await swappers(left, [['falconry', 'puppetry']])
  await swappers(right, [['puppetry', 'falconry']])
  t.match(await cleared(service, left, { max_length: null }), { result: { served: 0, rings: [] } })
  const limited = await service.newPartner({ scopes: ['rings:read', 'rings:write'] })
  t.match(await limited.call('POST', '/v1/rings/clearings', { body: { scope: 'network' } }), {
    status: 403,
    body: { code: 'scope_missing' },
  })
  const operator = await service.newPartner()
  const clearing = await cleared(service, operator, {
    scope: 'network',
    max_length: null,
    objective: 'weight',
  })
  t.match(clearing, { result: { served: 2, is_optimal: true } })
  const { body } = await operator.call('POST', `/v1/rings/clearings/${clearing.id}/propose`)
  const ringId = body.result.rings[0].ring_id
  t.match((await left.call('GET', `/v1/rings/${ringId}`)).body, {
    parties: [{ has_accepted: false }, { has_accepted: false }],
  })
  t.equal((await operator.call('GET', `/v1/rings/${ringId}`)).status, 404, 'no party of it is the operator')
})

t.test('clearings are listed by status and time, the newest first', async (t) => {
  const service = await startTestService(t)
  const site = await service.newPartner()
  const first = await cleared(service, site, { max_length: 2 })
  const second = await cleared(service, site, { max_length: 3 })
  await service.database.pool.query(`update clearings set state = 'failed' where id = $1`, [
    idToUuid(second.id),
  ])
  await checkList(service, site, '/v1/rings/clearings', {
    key: 'id',
    isJsonOnly: true,
    all: [second.id, first.id],
    finds: {
      'sort=created_at': [first.id, second.id],
      'status=done': [first.id],
      'status=done,failed&sort=-created_at': [second.id, first.id],
      'status=queued': [],
      [`created_since=${second.created_at}`]: [second.id],
      [`created_before=${second.created_at}&sort=created_at`]: [first.id],
    },
  })
})
