import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { CHUNK_SLOTS, type SlotList } from '../../../../src/engines/matching/rows/slot-list.ts'
import { SlotLists } from '../../../../src/engines/matching/rows/slot-lists.ts'
import { holds } from '../../../support/holds.ts'

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
          slotsOf(lists.slots(number)),
          [...slots].sort((a, b) => a - b),
        )
        assert.equal(lists.slots(number).size, slots.size)
      })
    }),
    500,
  )
})

t.test('a list of several chunks holds the same as a set, however it grew and shrank', async (t) => {
  const range = fc.record({
    add: fc.boolean(),
    from: fc.nat(20_000),
    count: fc.nat(4000),
    step: fc.integer({ min: 1, max: 7 }),
  })
  holds(
    t,
    fc.property(fc.array(range, { maxLength: 12 }), fc.boolean(), (ranges, ascending) => {
      const lists = new SlotLists()
      const expected = new Set<number>()
      for (const { add, from, count, step } of ranges) {
        for (let at = 0; at < count; at++) {
          const slot = from + step * (ascending ? at : count - at)
          if (add) lists.add(0, slot)
          else lists.remove(0, slot)
          if (add) expected.add(slot)
          else expected.delete(slot)
        }
      }
      const list = lists.slots(0)
      assert.deepEqual(
        slotsOf(list),
        [...expected].sort((a, b) => a - b),
      )
      assert.equal(list.size, expected.size)
      for (let at = 0; at < list.chunks; at++)
        assert.ok(
          (list.countOf(at) > 0 || list.chunks === 1) && list.countOf(at) <= CHUNK_SLOTS,
          'no chunk is empty or too full',
        )
    }),
    60,
  )
})

function slotsOf(list: SlotList): number[] {
  return Array.from({ length: list.chunks }, (_, at) => [
    ...list.chunk(at).subarray(0, list.countOf(at)),
  ]).flat()
}
