import fc from 'fast-check'
import t from 'tap'
import { createVocabulary, editDistance, slipEdits } from '../../../src/engines/skills/spelling.ts'

t.test('the edit distance counts one for each letter put in, left out, replaced or swapped', async (t) => {
  t.equal(editDistance('design', 'design', 2), 0)
  t.equal(editDistance('desgin', 'design', 2), 1)
  t.equal(editDistance('desiign', 'design', 2), 1)
  t.equal(editDistance('dsign', 'design', 2), 1)
  t.equal(editDistance('disign', 'design', 2), 1)
  t.equal(editDistance('roofing', 'nursing', 2), 3, 'farther than the limit is the limit and one')
})

t.test('the edit distance is symmetric, and zero only between equals', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 9) === editDistance(b, a, 9)))
  fc.assert(fc.property(word, word, (a, b) => (editDistance(a, b, 9) === 0) === (a === b)))
})

t.test('what counts as a slip grows with length and with company', async (t) => {
  t.equal(slipEdits('tix', 'tax', false), undefined, 'three letters, never')
  t.equal(slipEdits('dtaa', 'data', false), 1, 'four letters, swapped, beside other words')
  t.equal(slipEdits('dtaa', 'data', true), undefined, 'four letters alone, never')
  t.equal(slipEdits('banking', 'baking', true), undefined, 'a letter more in a short word alone')
  t.equal(slipEdits('bakking', 'baking', true), 1, 'a letter doubled')
  t.equal(slipEdits('boookkeeping', 'bookkeeping', true), 1)
  t.equal(slipEdits('proofing', 'roofing', true), undefined, 'the first letter stands')
  t.equal(slipEdits('proof', 'roof', false), undefined)
  t.equal(slipEdits('xesign', 'design', false), 1, 'the first letter replaced, beside other words')
  t.equal(slipEdits('esign', 'design', false), undefined)
  t.equal(slipEdits('upainting', 'painting', false), 1)
  t.equal(slipEdits('upainting', 'painting', true), undefined)
})

t.test('a word that is known or right in English is never corrected', async (t) => {
  const vocabulary = createVocabulary(['wedding', 'planning', 'baking', 'c++', 'html5'])
  t.same(vocabulary.corrections('welding', false), [])
  t.same(vocabulary.corrections('planting', false), [])
  t.same(vocabulary.corrections('planning', false), [])
  t.same(vocabulary.corrections('html4', false), [], 'a digit is never a slip')
  t.same(vocabulary.corrections('plannign', false), [{ word: 'planning', edits: 1 }])
})

t.test('every word within reach is found, as by comparing with all', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, fc.boolean(), (words, typed, alone) => {
      fc.pre(!words.includes(typed))
      const found = createVocabulary(words).corrections(typed, alone)
      const expected = [...new Set(words)].filter((one) => slipEdits(typed, one, alone) !== undefined)
      return (
        found.length === expected.length && expected.every((one) => found.some(({ word }) => word === one))
      )
    }),
  )
})
