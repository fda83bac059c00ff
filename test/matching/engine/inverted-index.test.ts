import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { InvertedIndex } from '../../../src/matching/engine/inverted-index.ts'
import { Lexicon } from '../../../src/matching/engine/lexicon.ts'
import { holds } from './holds.ts'

t.test('slots of a key are those added and not removed, once, in order', async (t) => {
  const change = fc.record({ add: fc.boolean(), slot: fc.nat(12), keys: fc.subarray(['a', 'b', 'c']) })
  holds(
    t,
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const index = new InvertedIndex<string>()
      const expected = { a: new Set<number>(), b: new Set<number>(), c: new Set<number>() }
      for (const { add, slot, keys } of changes) {
        if (add) index.add(slot, keys)
        else index.remove(slot, keys)
        for (const key of keys as ('a' | 'b' | 'c')[]) {
          if (add) expected[key].add(slot)
          else expected[key].delete(slot)
        }
      }
      for (const [key, slots] of Object.entries(expected)) {
        assert.deepEqual(
          [...index.slots(key)],
          [...slots].sort((a, b) => a - b),
        )
        assert.equal(index.count(key), slots.size)
      }
    }),
    500,
  )
})

t.test('a word keeps its number while a document has it, and frees it after', async (t) => {
  const lexicon = new Lexicon()
  const [book, keep] = ['book', 'keep'].map((word) => lexicon.idOf(word)) as [number, number]
  lexicon.addDocument([book, keep])
  lexicon.addDocument([book])
  t.equal(lexicon.documents(book), 2)
  lexicon.removeDocument([book, keep])
  t.equal(lexicon.documents(book), 1)
  t.equal(lexicon.idOf('book'), book)
  t.equal(lexicon.idOf('other'), keep, 'the number of a word that is gone is used again')
  t.equal(lexicon.wordOf(keep), 'other')
  t.equal(lexicon.size, 2)
})
