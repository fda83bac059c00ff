import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import t from 'tap'
import {
  createEmbeddingsClient,
  createLocalTextEncoder,
  createRemoteTextEncoder,
} from '../../../src/platform/embeddings/index.ts'
import { type Behaviour, startStandIn } from './stand-in.ts'

async function remote(behaviour: Behaviour = 'answers') {
  const standIn = await startStandIn(t)
  standIn.behaviour = behaviour
  const client = createEmbeddingsClient({ url: standIn.url, model: 'stand-in', timeoutMs: 2000 })
  const encoder = createRemoteTextEncoder(client, 'stand-in')
  t.teardown(() => encoder.close())
  return { standIn, encoder }
}

const isFound = (vectors: readonly (Float32Array | null)[]) => vectors.map((vector) => vector !== null)

t.test('a local encoder whose thread is ended refuses the call, and answers the next one', async (t) => {
  const encoder = createLocalTextEncoder()
  t.teardown(() => encoder.close())
  const [[worker]] = await Promise.all([once(process, 'worker'), encoder.encode(['Piano lessons'])])
  const refused = t.rejects(encoder.encode(Array(1000).fill('Bookkeeping for small shops')))
  await worker.terminate()
  await refused
  t.same(isFound(await encoder.encode(['Piano lessons'])), [true])
})

/** The niceness of each thread of this process: field 19 of its `stat`, behind the name in brackets. */
function nicenessOfThreads(): number[] {
  return readdirSync('/proc/self/task').map((thread) =>
    Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[16]),
  )
}

t.test(
  'the thread of a local encoder, and no other, has a lower priority',
  { skip: process.platform !== 'linux' && 'only Linux has priorities of threads' },
  async (t) => {
    const encoder = createLocalTextEncoder()
    const usual = getPriority()
    t.teardown(() => encoder.close())
    const before = nicenessOfThreads().filter((niceness) => niceness > usual).length
    await encoder.encode(['Piano lessons'])
    t.equal(nicenessOfThreads().filter((niceness) => niceness > usual).length, before + 1)
    t.equal(getPriority(), usual)
  },
)

t.test('a local encoder that takes too long refuses the call', async (t) => {
  const encoder = createLocalTextEncoder({ timeoutMs: 1 })
  t.teardown(() => encoder.close())
  await t.rejects(encoder.encode(['Bookkeeping for small shops']), { name: 'AbortError' })
})

t.test('a text that the endpoint refuses costs no other text its vector', async (t) => {
  const { standIn, encoder } = await remote()
  standIn.refused.add('too long')
  t.same(isFound(await encoder.encode(['one', 'too long', 'two'])), [true, false, true])
  t.same(isFound(await encoder.encode(['too long'])), [false])
})

t.test('an endpoint that answers no text at all is asked again later', async (t) => {
  for (const behaviour of ['hangs', 'fails', 'refuses', 'no json', 'too few', 'not a number'] as const) {
    const { standIn, encoder } = await remote(behaviour)
    await t.rejects(encoder.encode(['one', 'two']), { name: 'EmbeddingsError' }, behaviour)
    await t.rejects(encoder.encode(['one']), { name: 'EmbeddingsError' }, behaviour)
    standIn.behaviour = 'answers'
    t.same(isFound(await encoder.encode(['one', 'two'])), [true, true], behaviour)
  }
})
