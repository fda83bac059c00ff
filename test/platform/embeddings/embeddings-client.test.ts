import { mock } from 'node:test'
import t, { type Test } from 'tap'
import { createEmbeddingsClient } from '../../../src/platform/embeddings/embeddings-client.ts'
import { EmbeddingsError } from '../../../src/platform/embeddings/embeddings-error.ts'
import { type Behaviour, startStandIn } from './stand-in.ts'

const KEY = 'sk-canary-0123456789'

async function clientOf(t: Test, options: { timeoutMs?: number; path?: string; openMs?: number } = {}) {
  const standIn = await startStandIn(t)
  const client = createEmbeddingsClient({
    url: standIn.url + (options.path ?? ''),
    model: 'stand-in',
    apiKey: KEY,
    timeoutMs: options.timeoutMs ?? 30_000,
    breaker: { failures: 3, openMs: 1000 },
  })
  t.teardown(() => client.close())
  return { standIn, client }
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, number, i) => sum + number * (b[i] ?? 0), 0)
}

t.test('vectors come in the order of the texts, whatever the order of the answer, of length 1', async (t) => {
  const { client, standIn } = await clientOf(t)
  const [cakes, cake, plumbing] = await client.embed(['baking cakes', 'baking cake', 'plumbing'])
  if (!cakes || !cake || !plumbing) throw new Error('a vector is missing')
  t.ok(Math.abs(dot(cakes, cakes) - 1) < 1e-6)
  t.ok(dot(cakes, cake) > 0.8)
  t.ok(dot(cakes, plumbing) < 0.5)
  t.same(standIn.requests, [['baking cakes', 'baking cake', 'plumbing']])
  t.same(standIn.authorizations, [`Bearer ${KEY}`])
})

t.test('the address may be given with or without its path', async (t) => {
  for (const path of ['', '/', '/v1', '/v1/', '/v1/embeddings']) {
    const { client } = await clientOf(t, { path })
    t.equal((await client.embed(['a'])).length, 1, path)
  }
})

const faults: [Behaviour, string][] = [
  ['fails', 'unavailable'],
  ['refuses', 'refused'],
  ['redirects', 'unreachable'],
  ['no json', 'nonsense'],
  ['too few', 'nonsense'],
  ['not a number', 'nonsense'],
  ['endless', 'too_large'],
]
for (const [behaviour, code] of faults) {
  t.test(
    `an endpoint that misbehaves (${behaviour}) is an error that tells neither text nor key`,
    async (t) => {
      const { client, standIn } = await clientOf(t)
      standIn.behaviour = behaviour
      const error = await client.embed(['secret label', 'b']).catch((thrown: unknown) => thrown)
      t.ok(error instanceof EmbeddingsError)
      t.match(error, { code })
      const { message, stack, cause } = error as Error
      t.notMatch(`${message} ${stack} ${String(cause)}`, /secret label|canary/)
      t.equal(standIn.requests.length, 1)
    },
  )
}

for (const behaviour of ['hangs', 'hangs in the answer'] as const) {
  t.test(`an endpoint that ${behaviour} is given up after the time limit`, async (t) => {
    const { client, standIn } = await clientOf(t, { timeoutMs: 100 })
    standIn.behaviour = behaviour
    await t.rejects(client.embed(['a']), { code: 'too_slow' })
  })
}

t.test('an endpoint that is not there is an error', async (t) => {
  const client = createEmbeddingsClient({ url: 'http://127.0.0.1:1', model: 'm', timeoutMs: 30_000 })
  await t.rejects(client.embed(['a']), { code: 'unreachable' })
})

t.test('closing ends a call in flight', async (t) => {
  const { client, standIn } = await clientOf(t)
  standIn.behaviour = 'hangs'
  const call = client.embed(['a'])
  client.close()
  await t.rejects(call, { code: 'closed' })
})

t.test(
  'after failures in a row the endpoint is not asked, until its rest is over and a call succeeds',
  async (t) => {
    mock.timers.enable({ apis: ['Date'] })
    t.teardown(() => mock.timers.reset())
    const { client, standIn } = await clientOf(t)
    for (const behaviour of ['fails', 'no json', 'refuses'] as const) {
      standIn.behaviour = behaviour
      await t.rejects(client.embed(['a']), EmbeddingsError)
    }
    standIn.behaviour = 'answers'
    await t.rejects(client.embed(['a']), { code: 'resting' })
    t.equal(standIn.requests.length, 3)
    t.equal(client.isBreakerOpen, true)
    t.equal(client.waitMs, 1000)
    mock.timers.tick(1000)
    t.equal((await client.embed(['a'])).length, 1)
    t.equal(client.isBreakerOpen, false)
    t.equal((await client.embed(['a'])).length, 1)
  },
)
