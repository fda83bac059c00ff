import t from 'tap'
import { float32At, float64At, int32At, itemAt, uint16At } from '../../src/shared/item-at.ts'

t.test('a read yields the item at its index', async (t) => {
  t.equal(itemAt(['a', 'b'], 1), 'b')
  t.equal(int32At(Int32Array.of(3, -4), 1), -4)
  t.equal(float64At(Float64Array.of(0.25), 0), 0.25)
  t.ok(Number.isNaN(float32At(Float32Array.of(Number.NaN), 0)))
  t.equal(uint16At(Uint16Array.of(0), 0), 0)
})

t.test('a read beside the array throws instead of yielding undefined', async (t) => {
  for (const index of [-1, 2, 0.5, Number.NaN]) {
    const error = new RangeError(`no item at ${index} of 2`)
    t.throws(() => itemAt([1, 2], index), error)
    t.throws(() => int32At(new Int32Array(2), index), error)
    t.throws(() => float64At(new Float64Array(2), index), error)
    t.throws(() => float32At(new Float32Array(2), index), error)
    t.throws(() => uint16At(new Uint16Array(2), index), error)
  }
})
