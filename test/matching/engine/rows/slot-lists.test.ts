import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { SlotLists } from '../../../../src/matching/engine/rows/slot-lists.ts'
import { holds } from '../holds.ts'

t.test('slots of a number are those added and not removed, once, in order', async (t) => {
  const change = fc.record({ add: fc.boolean(), slot: fc.nat(12), number: fc.nat(2) })
  holds(
    t,
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const lists = new SlotLists()
      const expected = [0, 1, 2].map(() => new Set<number>())
      for (const { add, slot, number } of changes) {
        if (add) lists.add(number, slot)
        else lists.remove(number, slot)
        if (add) expected[number]?.add(slot)
        else expected[number]?.delete(slot)
      }
      expected.forEach((slots, number) => {
        assert.deepEqual(
          [...lists.slots(number)],
          [...slots].sort((a, b) => a - b),
        )
        assert.equal(lists.count(number), slots.size)
      })
    }),
    500,
  )
})
