import fc from 'fast-check'
import t from 'tap'
import { areAlikeInForm } from '../../../../src/engines/matching/wording/alike-in-form.ts'
import { NearWordIndex } from '../../../../src/engines/matching/wording/near-words.ts'
import { likeness, trigramsOf } from '../../../../src/engines/matching/wording/trigrams.ts'

function indexOf(words: readonly string[], leastLikeness = 0.5, maxNearWords = 64): NearWordIndex {
  const index = new NearWordIndex(leastLikeness, maxNearWords)
  words.forEach((word, id) => {
    index.add(id, word)
  })
  return index
}

/** All pairs compared, as the index must answer. */
function nearByHand(vocabulary: ReadonlyMap<number, string>, word: string, leastLikeness: number): number[] {
  const own = new Set(trigramsOf(word))
  return [...vocabulary]
    .filter(([, other]) => other !== word && areAlikeInForm(word, other))
    .map(([id, other]) => {
      const theirs = trigramsOf(other)
      const shared = theirs.filter((trigram) => own.has(trigram)).length
      return { id, other, alike: likeness(shared, own.size, theirs.length) }
    })
    .filter(({ alike }) => alike >= leastLikeness)
    .sort((a, b) => b.alike - a.alike || (a.other < b.other ? -1 : 1))
    .map(({ id }) => id)
}

t.test('inflections, compounds and misspellings are near, other words are not', async (t) => {
  const words = ['bookkeep', 'bookkep', 'spreadsheet', 'accountant', 'garden']
  const index = indexOf(words)
  const near = (word: string) => [...index.nearTo(word).ids].map((id) => words[id])
  t.same(near('bookkeep'), ['bookkep'])
  t.same(near('spreadshet'), ['spreadsheet'])
  t.same(near('account'), ['accountant'])
  t.same(near('plumber'), [])
})

t.test('words that only begin alike are not near', async (t) => {
  const near = (word: string, other: string) => indexOf([other], 0.6).nearTo(word).ids.length > 0
  for (const [one, other] of [
    ['instagram', 'instal'],
    ['storytim', 'old'],
    ['construct', 'instruct'],
    ['interpret', 'interpol'],
    ['constitu', 'constabl'],
  ] as const) {
    t.notOk(near(one, other), `${one} and ${other}`)
    t.notOk(near(other, one), `${other} and ${one}`)
  }
  for (const [one, other] of [
    ['photograph', 'photographi'],
    ['carpent', 'carpentri'],
    ['electr', 'electrician'],
    ['licenc', 'licens'],
    ['acount', 'account'],
    ['administr', 'adminstr'],
    ['buchhalt', 'buchalt'],
  ] as const)
    t.ok(near(one, other) && near(other, one), `${one} and ${other}`)
})

t.test('words with digits and single letters are near nothing', async (t) => {
  const index = indexOf(['2024', '2025', 'iso9001', 'iso9002', 'a', 'ab'])
  for (const word of ['2024', 'iso9001', 'a']) t.equal(index.nearTo(word).ids.length, 0)
})

t.test('only the likest are told where there are too many', async (t) => {
  const words = ['design', 'designer', 'designate', 'designed']
  const index = indexOf(words, 0.3, 2)
  t.same(
    [...index.nearTo('designe').ids].map((id) => words[id]),
    ['designed', 'designer'],
  )
})

t.test('nearness is the same both ways', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 12 }), (words) => {
      const index = indexOf(words, 0.3, 1000)
      return words.every((one, a) => {
        const { ids, likeness: likenesses } = index.nearTo(one)
        return [...ids].every((b, at) => {
          const back = index.nearTo(words[b] ?? '')
          return back.likeness[back.ids.indexOf(a)] === likenesses[at]
        })
      })
    }),
  )
})

t.test('answers are right as words come and go, remembered or not', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 7 })
  const step = fc.record({ id: fc.nat(7), word, asked: word })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const index = new NearWordIndex(0.4, 1000)
      const vocabulary = new Map<number, string>()
      for (const { id, word: changed, asked } of steps) {
        if (vocabulary.delete(id)) index.remove(id)
        else if (![...vocabulary.values()].includes(changed)) {
          index.add(id, changed)
          vocabulary.set(id, changed)
        }
        for (const one of [asked, changed]) {
          const expected = nearByHand(vocabulary, one, 0.4)
          if ([...index.nearTo(one).ids].join() !== expected.join()) return false
        }
      }
      return true
    }),
  )
})
