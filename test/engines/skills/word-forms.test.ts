import t from 'tap'
import { loneForm, rootOf, signatureOf } from '../../../src/engines/skills/word-forms.ts'

t.test('inflections of one word have one root', async (t) => {
  for (const [a, b] of [
    ['designing', 'designs'],
    ['planning', 'plan'],
    ['writing', 'writes'],
    ['policies', 'policy'],
    ['gardener', 'gardening'],
    ['businesses', 'business'],
    ['boxes', 'box'],
  ] as const) {
    t.equal(rootOf(a), rootOf(b), `${a}, ${b}`)
  }
})

t.test('words that a stemmer joins by mistake stay apart', async (t) => {
  for (const [a, b] of [
    ['animal', 'animation'],
    ['organ', 'organization'],
    ['internal', 'intern'],
    ['probate', 'probation'],
    ['policy', 'police'],
    ['nursing', 'nurturing'],
    ['business', 'busy'],
    ['designation', 'design'],
  ] as const) {
    t.not(rootOf(a), rootOf(b), `${a}, ${b}`)
  }
})

t.test('a word alone is matched by its plural and its doer, not by the thing it is made from', async (t) => {
  t.equal(loneForm('gardener'), loneForm('gardening'))
  t.equal(loneForm('websites'), loneForm('website'))
  t.not(loneForm('markets'), loneForm('marketing'))
  t.not(loneForm('trains'), loneForm('training'))
})

t.test('joining words are left out of a signature unless there is nothing else', async (t) => {
  t.equal(signatureOf(['keeping', 'our', 'books']), signatureOf(['keep', 'the', 'book']))
  t.equal(signatureOf(['it', 'support']), 'it support')
  t.equal(signatureOf(['the']), 'the')
})
