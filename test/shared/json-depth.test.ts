import fc from 'fast-check'
import t from 'tap'
import { isTooDeep, MAX_JSON_DEPTH } from '../../src/shared/json-depth.ts'

t.test('JSON is too deep from the first level above the limit on', (t) => {
  const nested = (levels: number, open: string, close: string) =>
    `${open.repeat(levels)}1${close.repeat(levels)}`
  t.equal(isTooDeep(nested(MAX_JSON_DEPTH, '[', ']')), false)
  t.equal(isTooDeep(nested(MAX_JSON_DEPTH + 1, '[', ']')), true)
  t.equal(isTooDeep(nested(MAX_JSON_DEPTH, '{"a":', '}')), false)
  t.equal(isTooDeep(nested(MAX_JSON_DEPTH + 1, '{"a":', '}')), true)
  t.end()
})

t.test('it is as deep as its parsed value, whatever its strings hold', (t) => {
  const text = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a', '\u{1f600}') })
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      text,
      fc.integer(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(text, tie('value'), { maxKeys: 3 }),
    ),
  }))
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 6 }), fc.constantFrom(0, 2), (value, limit, indent) => {
      return isTooDeep(JSON.stringify(value, null, indent), limit) === depthOf(value) > limit
    }),
  )
  t.end()
})

t.test('text that ends within a string, or is no JSON, does not keep it from ending', (t) => {
  for (const text of ['', '"', '"\\', '"[[[', '\\', ']]]]'])
    t.equal(isTooDeep(text, 0), false, JSON.stringify(text))
  t.end()
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
