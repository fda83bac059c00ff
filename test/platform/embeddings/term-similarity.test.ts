import t, { type Test } from 'tap'
import {
  createEmbeddingsClient,
  createTermEmbeddingsRepository,
  createTermSimilarity,
} from '../../../src/platform/embeddings/index.ts'
import { createTestDatabase } from '../../support/database.ts'
import { runStatement } from '../../support/postgres.ts'
import { until } from '../../support/process.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const { db, pool, ownerConnectionString } = await createTestDatabase(t)
const patisserie = { skill: '~patisserie', label: 'Pâtisserie' }
const cakes = { skill: '~baking cakes', label: 'baking cakes' }
const plumbing = { skill: 'plumbing', label: 'Plumbing' }
const group = ['patisserie', 'baking cakes']

let models = 0

/** One process's similarity. Replicas share the endpoint and the model, by default one of the test's own. */
function replica(
  t: Test,
  standIn: StandIn,
  options: { model?: string; openMs?: number; timeoutMs?: number } = {},
) {
  const model = options.model ?? `model ${++models}`
  const heard = { changes: 0, errors: [] as unknown[], recoveries: 0 }
  const similarity = createTermSimilarity({
    client: createEmbeddingsClient({
      url: standIn.url,
      model,
      timeoutMs: options.timeoutMs ?? 30_000,
      breaker: { failures: 3, openMs: options.openMs ?? 20 },
    }),
    embeddings: createTermEmbeddingsRepository(db, model),
    minCosine: 0.6,
    onChange: () => heard.changes++,
    onError: (error) => heard.errors.push(error),
    onRecovered: () => heard.recoveries++,
    retryMs: 5,
    maxTerms: 200,
  })
  t.teardown(() => similarity.close())
  const settled = () => until(() => similarity.status().waiting === 0)
  return { ...similarity, heard, settled, model }
}

function terms(from: number, to: number) {
  return Array.from({ length: to - from }, (_, i) => ({
    skill: `~term ${from + i}`,
    label: `term ${from + i}`,
  }))
}

function askedOnce(t: Test, standIn: StandIn, count: number): void {
  const times = standIn.times()
  t.equal(times.size, count)
  t.same(
    [...times].filter(([, asked]) => asked !== 1),
    [],
  )
}

t.test('terms that the endpoint says are near are related, both ways, and it is told', async (t) => {
  const standIn = await startStandIn(t, [group])
  const one = replica(t, standIn)
  one.note([patisserie, cakes, plumbing])
  t.same(one.relatedTo('~patisserie'), [], 'it does not wait')
  await one.settled()
  const [related] = one.relatedTo('~patisserie')
  t.match(related, { skill: '~baking cakes' })
  t.ok(related && related.strength > 0 && related.strength <= 0.6)
  t.same(one.relatedTo('~baking cakes'), [{ ...related, skill: '~patisserie' }])
  t.same(one.relatedTo('plumbing'), [])
  t.equal(one.heard.changes, 1)
  t.same(one.heard.errors, [])
})

t.test('only labels are sent, folded, in batches, and none is kept in the database', async (t) => {
  const standIn = await startStandIn(t)
  const one = replica(t, standIn)
  one.note([{ skill: '~canary label', label: 'Canary  LABEL!' }, plumbing, ...terms(0, 98)])
  await one.settled()
  t.ok(standIn.times().has('canary label'))
  t.ok(standIn.times().has('plumbing'))
  t.ok(standIn.requests.every((input) => input.length <= 32))
  t.ok(standIn.requests.length <= 5)
  const { rows } = await pool.query('select * from term_embeddings where model = $1', [one.model])
  t.equal(rows.length, 100)
  const text = rows.map((row) => `${JSON.stringify({ ...row, vector: '' })} ${row.term_hash}`).join('')
  t.notMatch(text, /canary|plumbing/i)
})

t.test(
  'each distinct term is asked once: noted again, by two skills, by replicas, after a restart',
  async (t) => {
    const standIn = await startStandIn(t)
    const first = replica(t, standIn)
    const second = replica(t, standIn, first)
    const sameLabel = { skill: 'esco:plumbing', label: 'plumbing' }
    for (const one of [first, second]) {
      one.note([...terms(0, 100), plumbing, sameLabel])
      one.note(terms(50, 120))
    }
    await Promise.all([first.settled(), second.settled()])
    askedOnce(t, standIn, 121)
    t.equal(first.status().compared, 122)
    t.same(
      terms(0, 120).map(({ skill }) => first.relatedTo(skill)),
      terms(0, 120).map(({ skill }) => second.relatedTo(skill)),
    )
    await Promise.all([first.close(), second.close()])
    standIn.behaviour = 'fails'
    const restarted = replica(t, standIn, first)
    restarted.note([...terms(0, 120), plumbing, sameLabel])
    await restarted.settled()
    askedOnce(t, standIn, 121)
    t.same(restarted.relatedTo('~term 7'), first.relatedTo('~term 7'))
    t.ok(first.relatedTo('~term 7').length > 0)
  },
)

t.test(
  'a term that another process claimed and did not finish is asked when its claim has lapsed',
  async (t) => {
    const standIn = await startStandIn(t)
    const model = 'with a killed process'
    const embeddings = createTermEmbeddingsRepository(db, model)
    t.same(await embeddings.claim(['plumbing', 'plumbing'], 3_600_000), ['plumbing', 'plumbing'])
    t.same(await embeddings.claim(['plumbing'], 3_600_000), [])
    const one = replica(t, standIn, { model })
    one.note([plumbing, cakes])
    await until(() => one.status().compared === 1)
    t.same([...standIn.times().keys()], ['baking cakes'])
    await pool.query(
      `update term_embeddings set claimed_until = now() - interval '1 second' where model = $1`,
      [model],
    )
    await one.settled()
    askedOnce(t, standIn, 2)
  },
)

t.test(
  'while the endpoint fails in any way it is spared, and afterwards everything is compared',
  async (t) => {
    const standIn = await startStandIn(t, [group])
    const one = replica(t, standIn, { timeoutMs: 200 })
    for (const behaviour of ['fails', 'no json', 'too few', 'not a number', 'hangs'] as const) {
      standIn.behaviour = behaviour
      const before = standIn.requests.length
      one.note([patisserie, { skill: `~${behaviour}`, label: behaviour }])
      await until(() => one.status().isBreakerOpen && standIn.requests.length > before + 1)
      t.same(one.relatedTo('~patisserie'), [])
    }
    t.equal(one.heard.errors.length, 1, 'one line, however often it failed')
    standIn.behaviour = 'answers'
    one.note([cakes])
    await one.settled()
    t.equal(one.status().isBreakerOpen, false)
    t.equal(one.status().compared, 7)
    t.match(one.relatedTo('~patisserie'), [{ skill: '~baking cakes' }])
    t.equal(one.heard.recoveries, 1)
  },
)

t.test(
  'while the breaker is open the endpoint is not asked, but the terms in the database are read',
  async (t) => {
    const standIn = await startStandIn(t, [group])
    const before = replica(t, standIn)
    before.note([patisserie, cakes])
    await before.settled()
    standIn.behaviour = 'fails'
    const one = replica(t, standIn, { model: before.model, openMs: 3_600_000 })
    one.note([plumbing])
    await until(() => one.status().isBreakerOpen)
    const requests = standIn.requests.length
    one.note([patisserie, cakes, ...terms(0, 50)])
    await until(() => one.status().compared === 2)
    t.match(one.relatedTo('~patisserie'), [{ skill: '~baking cakes' }])
    t.equal(standIn.requests.length, requests)
    t.equal(one.status().waiting, 51)
  },
)

t.test('a term that is refused does not keep the others out', async (t) => {
  const standIn = await startStandIn(t)
  standIn.refused.add('term 7')
  const one = replica(t, standIn)
  one.note(terms(0, 60))
  await one.settled()
  t.match(one.status(), { compared: 59, givenUp: 1 })
})

t.test('a model that changes its dimensions under its name spoils nothing that is there', async (t) => {
  const standIn = await startStandIn(t, [group])
  const one = replica(t, standIn)
  const embeddings = createTermEmbeddingsRepository(db, one.model)
  await embeddings.store(new Map([['odd one', Float32Array.of(1, 0)]]))
  one.note([patisserie, cakes])
  await one.settled()
  one.note([{ skill: '~odd one', label: 'odd one' }])
  await one.settled()
  t.match(one.status(), { compared: 2, givenUp: 1 })
  t.equal(one.relatedTo('~patisserie').length, 1)
})

t.test('while the database is away nothing is lost', async (t) => {
  const standIn = await startStandIn(t)
  const one = replica(t, standIn)
  await runStatement(ownerConnectionString, 'alter table term_embeddings rename to away')
  one.note(terms(0, 40))
  await until(() => one.heard.errors.length > 0)
  await runStatement(ownerConnectionString, 'alter table away rename to term_embeddings')
  await one.settled()
  askedOnce(t, standIn, 40)
  t.equal(one.heard.recoveries, one.heard.errors.length)
})

t.test('there is a bound to the terms that are compared', async (t) => {
  const standIn = await startStandIn(t)
  const one = replica(t, standIn)
  one.note(terms(0, 300))
  await one.settled()
  t.equal(one.status().compared, 200)
})

t.test('closing ends a call in flight, which is no failure, and its terms are free for others', async (t) => {
  const standIn = await startStandIn(t)
  standIn.behaviour = 'hangs'
  const one = replica(t, standIn)
  one.note([plumbing])
  await until(() => standIn.requests.length === 1)
  await one.close()
  t.same(one.heard.errors, [])
  standIn.behaviour = 'answers'
  const other = replica(t, standIn, one)
  other.note([plumbing])
  await other.settled()
  t.equal(other.status().compared, 1)
})

t.test('vectors that no process has used for a month are removed, of those in use none', async (t) => {
  const embeddings = createTermEmbeddingsRepository(db, 'of long ago')
  const vector = Float32Array.of(0.6, 0.8)
  await embeddings.store(new Map(['used', 'unused', 'recent'].map((term) => [term, vector])))
  await pool.query(`update term_embeddings set used_on = current_date - 31 where model = 'of long ago'`)
  await pool.query(
    `update term_embeddings set used_on = current_date - 30 where term_hash = sha256(convert_to('recent', 'UTF8'))`,
  )
  await embeddings.touch(['used'])
  await embeddings.removeUnused()
  const left = await embeddings.find(['used', 'unused', 'recent'])
  t.same([...left.keys()].sort(), ['recent', 'used'])
  t.same(left.get('used'), vector)
})
