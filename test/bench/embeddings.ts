import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { createTermSimilarity } from '../../src/platform/embeddings/index.ts'

/**
 * How long it takes to compare all terms of a market with each other, as after a start, when the vectors come from the
 * database, and for how long the event loop is held meanwhile: node test/bench/embeddings.ts
 * [--terms 10000] [--dimensions 768]. Prints one JSON object.
 */
const { values } = parseArgs({
  options: { terms: { type: 'string', default: '10000' }, dimensions: { type: 'string', default: '768' } },
})
const count = Number(values.terms)
const dimensions = Number(values.dimensions)
/** Terms of one topic are near each other, as labels of one trade are. */
const TOPIC_TERMS = 40

let state = 1
/** In [-0.5, 0.5); xorshift32 (Marsaglia 2003), so that every run is the same. */
function random(): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 2 ** 32 - 0.5
}

function unit(numbers: Float32Array): Float32Array {
  const length = Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0))
  return numbers.map((number) => number / length)
}

const topics = Array.from({ length: Math.ceil(count / TOPIC_TERMS) }, () =>
  new Float32Array(dimensions).map(random),
)
const vectors = new Map<string, Float32Array>()
for (let i = 0; i < count; i++) {
  const topic = topics[i % topics.length] ?? new Float32Array(dimensions)
  vectors.set(`term ${i}`, unit(topic.map((number) => number + 0.8 * random())))
}

const similarity = createTermSimilarity({
  client: {
    embed: () => Promise.reject(new Error('every term is in the cache')),
    timeoutMs: 1000,
    waitMs: 0,
    isBreakerOpen: false,
    close: () => {},
  },
  embeddings: {
    find: async (terms) =>
      new Map(
        terms.flatMap((term) => {
          const vector = vectors.get(term)
          return vector ? [[term, vector]] : []
        }),
      ),
    touch: async () => {},
    claim: async () => [],
    release: async () => {},
    store: async () => {},
    removeUnused: async () => {},
  },
  minCosine: 0.6,
  onChange: () => {},
  onError: (error) => {
    throw error
  },
  onRecovered: () => {},
})

const memoryBefore = process.memoryUsage()
const delay = monitorEventLoopDelay({ resolution: 1 })
let longestTurnMs = 0
let lastMs = performance.now()
delay.enable()
const startedMs = performance.now()
similarity.note([...vectors.keys()].map((label) => ({ skill: `~${label}`, label })))
const noteMs = performance.now() - startedMs
while (similarity.status().waiting > 0) {
  lastMs = performance.now()
  await new Promise((resolve) => setImmediate(resolve))
  longestTurnMs = Math.max(longestTurnMs, performance.now() - lastMs)
}
const compareS = (performance.now() - startedMs) / 1000
delay.disable()
const memory = process.memoryUsage()
let relations = 0
const readMs = performance.now()
for (const label of vectors.keys()) relations += similarity.relatedTo(`~${label}`).length
const relatedToUs = ((performance.now() - readMs) * 1000) / count
await similarity.close()
const shown = {
  terms: count,
  dimensions,
  note_ms: noteMs,
  compare_s: compareS,
  longest_turn_ms: longestTurnMs,
  loop_delay_p99_ms: delay.percentile(99) / 1e6,
  loop_delay_max_ms: delay.max / 1e6,
  relations_per_term: relations / count,
  related_to_us: relatedToUs,
  bytes_per_term:
    (memory.heapUsed + memory.arrayBuffers - memoryBefore.heapUsed - memoryBefore.arrayBuffers) / count,
}
process.stdout.write(
  `${JSON.stringify(shown, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value), 2)}\n`,
)
