import { Registry } from 'prom-client'
import t, { type Test } from 'tap'
import { readConfig } from '../../../src/app/config.ts'
import { addTermSimilarityMetrics } from '../../../src/platform/embeddings/term-similarity.metrics.ts'
import { createLog } from '../../../src/platform/telemetry/log.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const group = ['quorvel', 'zanthic brae']
const KEY = 'sk-canary-0123456789'

/** A service with a need and an offer that have nothing in common but what an endpoint may say of their skills. */
async function serviceWith(t: Test, standIn: StandIn | undefined) {
  const lines: string[] = []
  const env: Record<string, string> = standIn
    ? {
        EMBEDDINGS: 'local',
        EMBEDDINGS_URL: standIn.url,
        EMBEDDINGS_MODEL: 'stand-in',
        EMBEDDINGS_API_KEY: KEY,
        EMBEDDINGS_TIMEOUT_MS: '200',
      }
    : {}
  const log = createLog('trace', { write: (line) => void lines.push(line) })
  const service = await startTestService(t, { env, log })
  t.teardown(() => service.services.market.similarity?.close())
  const partner = await service.newPartner()
  const text = {
    infer_skills: false,
    description: 'We would be glad to hear from somebody who does this regularly.',
  }
  const { needId, offerId } = await postWorld(partner, {
    need: { ...text, title: 'Our summer fair', skills: ['Zanthic brae'] },
    offer: { title: 'Trained in Lyon', description: 'Evenings only.', skills: ['Quörvel'] },
  })
  const offersFound = async (): Promise<string[]> => {
    const reply = await partner.call('GET', `/v1/needs/${needId}/matches?limit=20`)
    if (reply.status !== 200) throw new Error(`status ${reply.status}`)
    return reply.body.data.map((match: { offer: { id: string } }) => match.offer.id)
  }
  return { service, partner, needId, offerId, offersFound, lines }
}

t.test('an offer whose label is near a need by meaning alone is found with an endpoint', async (t) => {
  const standIn = await startStandIn(t, [group])
  const { service, offersFound, offerId, lines } = await serviceWith(t, standIn)
  await until(async () => (await offersFound()).includes(offerId))
  t.same([...standIn.times().keys()].sort(), [...group].sort())
  t.same(standIn.authorizations[0], `Bearer ${KEY}`)
  t.notMatch(lines.join(''), /canary|zanthic|quorvel|quörvel/i)

  const register = new Registry()
  const { similarity } = service.services.market
  if (!similarity) throw new Error('there is no similarity')
  addTermSimilarityMetrics(register, similarity.status)
  for (let look = 0; look < 2; look++) {
    const metrics = await register.metrics()
    t.match(metrics, /smartsource_terms\{state="compared"\} 2/)
    t.match(metrics, /smartsource_embeddings_requests_total\{outcome="answered"\} [12]\n/)
    t.match(metrics, /smartsource_embeddings_breaker_open 0/)
  }
})

t.test('and is not without one, by default', async (t) => {
  const { offersFound, service } = await serviceWith(t, undefined)
  t.equal(service.services.market.similarity, undefined)
  t.same(await offersFound(), [])
})

t.test('what is previewed is not sent to the endpoint, what is posted is', async (t) => {
  const standIn = await startStandIn(t)
  const { service, partner } = await serviceWith(t, standIn)
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const need = needBody(organizationId, { skills: ['Canary need'], gives: ['Canary return'] })
  const offer = offerBody(helperId, {
    skills: ['Canary offer'],
    kind: 'barter',
    terms: { wants: ['Canary want'] },
  })
  for (const body of [{ need }, { offer }]) {
    t.match(await partner.call('POST', '/v1/matches/preview', { body }), { status: 200 })
  }
  await until(() => service.services.market.similarity?.status().waiting === 0)
  t.same(
    [...standIn.times().keys()].filter((text) => text.startsWith('canary')),
    [],
  )
  await post(partner, '/v1/needs', need)
  await post(partner, '/v1/offers', offer)
  await until(() => service.services.market.similarity?.status().waiting === 0)
  const sent = [...standIn.times().keys()].filter((text) => text.startsWith('canary'))
  t.same(sent.sort(), ['canary need', 'canary offer', 'canary return', 'canary want'])
})

t.test(
  'while the endpoint hangs, fails or talks nonsense, needs are posted and ranked as without it',
  async (t) => {
    const standIn = await startStandIn(t, [group])
    standIn.behaviour = 'hangs'
    const { service, partner, offersFound, offerId, lines } = await serviceWith(t, standIn)
    for (const behaviour of ['hangs', 'fails', 'no json'] as const) {
      standIn.behaviour = behaviour
      const requests = standIn.requests.length
      const world = await postWorld(partner)
      const reply = await partner.call('GET', `/v1/needs/${world.needId}/matches`)
      t.equal(reply.status, 200)
      t.ok(reply.body.data.some((match: { offer: { id: string } }) => match.offer.id === world.offerId))
      t.same(await offersFound(), [])
      if (!service.services.market.similarity?.status().isBreakerOpen)
        await until(
          () =>
            standIn.requests.length > requests || service.services.market.similarity?.status().isBreakerOpen,
        )
    }
    t.ok(service.services.market.similarity)
    t.notOk((await offersFound()).includes(offerId))
    t.match(lines.join(''), /"level":40.*EmbeddingsError too_slow.*compared by meaning/)
  },
)

t.test(
  'the endpoint needs a model, and its address and key must be of a form that can not leak',
  async (t) => {
    const url = 'https://api.example.com/v1'
    t.throws(() => readConfig({ EMBEDDINGS_URL: url }), /EMBEDDINGS_MODEL/)
    const refused = { EMBEDDINGS_URL: 'https://me:canary@api.example.com', EMBEDDINGS_API_KEY: 'canary\nkey' }
    try {
      readConfig({ ...refused, EMBEDDINGS_MODEL: 'm', EMBEDDINGS_MIN_COSINE: '1' })
      t.fail('accepted')
    } catch (error) {
      for (const name of [...Object.keys(refused), 'EMBEDDINGS_MIN_COSINE']) t.match(String(error), name)
      t.notMatch(String(error), /canary/)
    }
    t.match(readConfig({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: 'm' }), { EMBEDDINGS_TIMEOUT_MS: 5000 })
  },
)
