import t from 'tap'
import { Lexicon } from '../../../src/matching/engine/lexicon.ts'
import { inverseDocumentFrequency, WordComparison, wordsOf } from '../../../src/matching/engine/words.ts'

const lexicon = new Lexicon()
const words = (title: string, description = '', labels: string[] = []) =>
  wordsOf({ title, description, skills: labels.map((label) => ({ label })) }, lexicon)
/** `rare` has rarity 3, any other word 1. */
const statistics = {
  rarity: (id: number) => (lexicon.wordOf(id) === 'rare' ? 3 : 1),
  stem: (id: number) => lexicon.wordOf(id),
}
const cosine = (a: ReturnType<typeof words>, b: ReturnType<typeof words>) =>
  new WordComparison(a, statistics).cosine(b)
const near = (a: number, b: number) => Math.abs(a - b) < 1e-12

t.test('cosine is the one of vectors of count times rarity', async (t) => {
  // One shared rare word, and one other of rarity 1 on each side: 9 / (9 + 1).
  t.ok(near(cosine(words('rare dog'), words('rare cat')), 0.9))
  // One shared common word, and a rare one on one side: 1 / (√10 × 1).
  t.ok(near(cosine(words('rare dog'), words('dog')), 1 / Math.sqrt(10)))
  // Counts of 3 and 1 weigh ln 4 and ln 2, which is 2 to 1.
  t.ok(near(cosine(words('dog', 'cat'), words('cat', 'dog')), 4 / 5))
})

t.test(
  'equal texts have cosine 1, texts without a shared word 0, and empty ones no score that is no number',
  async (t) => {
    t.ok(near(cosine(words('keep our books', 'each month'), words('keep our books', 'each month')), 1))
    t.equal(cosine(words('dog'), words('cat')), 0)
    t.equal(cosine(words(''), words('dog')), 0)
    t.equal(cosine(words(''), words('')), 0)
  },
)

t.test('cosine is the same to the last bit from either side', async (t) => {
  const a = words('Keep the donation books', 'A rare monthly job, with donations', ['bookkeeping'])
  const b = words('Rare bookkeeper', 'Donations, job and books')
  t.equal(cosine(a, b), cosine(b, a))
})

t.test('labels of skills count like words of the title', async (t) => {
  t.same(words('dog', 'cat', ['bird']), words('dog bird', 'cat'))
})

t.test('a rarer stem counts more, and no stem less than nothing', async (t) => {
  t.ok(inverseDocumentFrequency(100, 1) > inverseDocumentFrequency(100, 2))
  t.ok(inverseDocumentFrequency(100, 100) > 0)
})

t.test('shared stems come with those that bind most first', async (t) => {
  const shared = new WordComparison(words('dog rare cat'), statistics).shared(words('rare', 'cat dog'))
  t.same(
    shared.map((id) => lexicon.wordOf(id)),
    ['rare', 'cat', 'dog'],
  )
})
