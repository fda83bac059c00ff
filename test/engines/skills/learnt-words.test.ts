import fc from 'fast-check'
import t from 'tap'
import { createLikelihoods, featuresOf, type LearntWords } from '../../../src/engines/skills/learnt-words.ts'

function word(text: string, weight = 1) {
  return { root: text, plainRoot: text, text, weight }
}

const hashOf = (text: string) => [...featuresOf([word(text)]).keys()][0] ?? 0

/** Two skills, of the words `tap` and `books`, in two dimensions. */
const features = ['tap', 'oak']
  .map((text, at) => ({ hash: hashOf(text), numbers: at === 0 ? [127, 0] : [0, 127] }))
  .sort((a, b) => a.hash - b.hash)
const learnt: LearntWords = {
  skills: ['plumbing', 'carpentry'],
  dimensions: 2,
  hashes: Uint32Array.from(features, ({ hash }) => hash),
  rarities: Float32Array.of(1, 1),
  numbers: Int8Array.from(features.flatMap(({ numbers }) => numbers)),
  scales: Float32Array.of(0.01, 0.01),
  weights: Float32Array.of(1, 0, 0, 1),
  biases: Float32Array.of(0, 0),
}
const ids = ['carpentry', 'juggling', 'plumbing']
const [CARPENTRY, JUGGLING, PLUMBING] = [0, 1, 2]
const read = createLikelihoods(learnt, ids)

t.test('a word makes its skill likely, at the place of the skill among the given ones', async (t) => {
  const [carpentry = 0, , plumbing = 0] = read([word('tap')])
  t.ok(plumbing > carpentry)
  const [other = 0, , before = 0] = read([word('oak')])
  t.ok(other > before)
})

t.test('likelihoods of the learnt skills add up to one, whatever the words', async () => {
  const words = fc.array(fc.tuple(fc.constantFrom('tap', 'oak', 'sky'), fc.integer({ min: 1, max: 10 })))
  fc.assert(
    fc.property(words, (all) => {
      const [carpentry = 0, , plumbing = 0] = read(all.map(([text, weight]) => word(text, weight / 10)))
      return Math.abs(Math.exp(carpentry) + Math.exp(plumbing) - 1) < 1e-9
    }),
  )
})

t.test('a word of less weight says less', async (t) => {
  const [, , even = 0] = read([word('tap'), word('oak')])
  const [, , less = 0] = read([word('tap', 0.4), word('oak')])
  t.ok(less < even)
})

t.test('the order of words and words that were never learnt change nothing', async (t) => {
  const both = read([word('tap'), word('oak', 0.4)])
  t.strictSame(read([word('oak', 0.4), word('sky'), word('tap')]), both)
})

t.test('the shares of words that share no feature add up to the logit, less the bias', async () => {
  const words = fc.uniqueArray(
    fc.record({ text: fc.constantFrom('tap', 'oak', 'sky'), tenths: fc.integer({ min: 1, max: 10 }) }),
    { minLength: 1, selector: ({ text }) => text },
  )
  fc.assert(
    fc.property(words, (all) => {
      const given = all.map(({ text, tenths }) => word(text, tenths / 10))
      const [carpentry = 0, , plumbing = 0] = read(given)
      const sumOf = (skill: number) => read.sharesOf(given, skill).reduce((sum, share) => sum + share, 0)
      return Math.abs(sumOf(PLUMBING) - sumOf(CARPENTRY) - (plumbing - carpentry)) < 1e-9
    }),
  )
})

t.test('of a skill that was not learnt nothing is said, and without weights of none', async (t) => {
  const [, juggling] = read([word('tap')])
  t.equal(juggling, read([word('oak')])[1])
  const none = createLikelihoods(undefined, ids)([word('tap')])
  t.strictSame(none, new Float64Array(3).fill(juggling ?? 0))
  t.strictSame(read.sharesOf([word('tap')], JUGGLING), [0])
  t.strictSame(createLikelihoods(undefined, ids).sharesOf([word('tap')], PLUMBING), [0])
})

t.test('words that begin alike, end alike or are parts of others share features', async (t) => {
  const shared = (one: string, other: string) =>
    [...featuresOf([word(one)]).keys()].filter((hash) => featuresOf([word(other)]).has(hash)).length
  t.ok(shared('buchhaltung', 'lohnbuchhaltung') > 5)
  t.ok(shared('gotera', 'goteras') > 2)
  t.equal(shared('tap', 'oak'), 0)
})
