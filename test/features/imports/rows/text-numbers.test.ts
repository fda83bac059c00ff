import fc from 'fast-check'
import t from 'tap'
import { NumberList, TextNumbers } from '../../../../src/features/imports/rows/text-numbers.ts'

t.test('texts have the numbers that a map would give them, and are read back', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('', 'a', 'b', 'Zoë', '\u{1f600}'),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 2000, size: 'max' }), (texts) => {
      const numbers = new TextNumbers()
      const known = new Map<string, number>()
      for (const one of texts.map((given) => given.toWellFormed())) {
        const number = known.get(one) ?? known.size
        known.set(one, number)
        if (numbers.numberOf(one) !== number) return false
      }
      return [...known].every(([one, number]) => numbers.textOf(number) === one)
    }),
    { numRuns: 50 },
  )
})

t.test('100,000 texts are told apart in a few megabytes', async (t) => {
  const numbers = new TextNumbers()
  const before = process.memoryUsage().arrayBuffers
  for (let at = 0; at < 100_000; at++) numbers.numberOf(`student-${at}@lake.example`)
  for (let at = 0; at < 100_000; at += 997) {
    if (numbers.numberOf(`student-${at}@lake.example`) !== at) t.fail(String(at))
    if (numbers.textOf(at) !== `student-${at}@lake.example`) t.fail(String(at))
  }
  t.ok(process.memoryUsage().arrayBuffers - before < 20 * 1024 * 1024)
})

t.test('numbers stay at their places', async (t) => {
  const list = new NumberList()
  for (const at of [0, 1, 255, 256, 9000]) list.set(at, at + 1)
  t.same(
    [0, 1, 2, 255, 256, 9000, 9001].map((at) => list.get(at)),
    [1, 2, 0, 256, 257, 9001, 0],
  )
})
