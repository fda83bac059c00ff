import t from 'tap'
import {
  createLikelihoods,
  featuresOf,
  type LearntWord,
  type LearntWords,
} from '../../src/engines/skills/learnt-words.ts'
import { targetsOf } from '../../src/tools/learn-skill-meanings.ts'
import { learnWords } from '../../src/tools/learn-words.ts'
import { quantizedRows } from '../../src/tools/quantized-rows.ts'

const IDS = ['plumbing', 'bookkeeping', 'gardening']
const SAID = [
  ['tap drips', 'sink leaks water', 'tap water everywhere', 'drips under sink'],
  ['books invoices', 'ledger balance', 'invoices ledger month', 'books balance'],
  ['hedge mow', 'lawn weeds', 'mow lawn often', 'hedge weeds'],
]
const wordsOf = (text: string): LearntWord[] =>
  text.split(' ').map((one) => ({ root: one, plainRoot: one, text: one, weight: 1 }))
const texts = SAID.flatMap((said, skill) =>
  Array.from({ length: 40 }, (_, at) => ({
    skill,
    weight: 1,
    features: featuresOf(wordsOf(said[at % said.length] ?? ''))
      .keys()
      .toArray(),
  })),
)
const targets = targetsOf(
  IDS.map((id) => ({
    id,
    label: id,
    category: 'any',
    aliases: [],
    related: {},
    source: 'curated',
    uri: null,
  })),
)

function learn(): LearntWords {
  const learnt = learnWords({ texts, targets, seed: 1 })
  const rows = quantizedRows(learnt.numbers, learnt.dimensions)
  return {
    ...learnt,
    skills: IDS,
    numbers: Int8Array.from(rows.flatMap(({ numbers }) => [...numbers])),
    scales: Float32Array.from(rows, ({ scale }) => scale),
  }
}

t.test('words speak most for the skill of whose texts they are, also in new company', async (t) => {
  const read = createLikelihoods(learn(), IDS)
  for (const [skill, text] of ['sink drips', 'ledger books', 'weeds mow'].entries()) {
    const logLikelihoods = read(wordsOf(text))
    t.equal(logLikelihoods.indexOf(Math.max(...logLikelihoods)), skill, text)
  }
})

t.test('the same texts give the same weights', async (t) => {
  t.strictSame(learn(), learn())
})

t.test('what hardly any text has is not learnt', async (t) => {
  const rare = { skill: 0, weight: 1, features: [123_456_789] }
  t.notOk(learnWords({ texts: [...texts, rare, rare], targets, seed: 1 }).hashes.includes(123_456_789))
})
