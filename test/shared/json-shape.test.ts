import fc from 'fast-check'
import t from 'tap'
import { MAX_JSON_DEPTH, MAX_JSON_KEYS, refusalOfJson } from '../../src/shared/json-shape.ts'

const codeOf = (json: string, limits?: { depth: number; keys: number }) => refusalOfJson(json, limits)?.code

t.test('JSON is too deep from the first level above the limit on', (t) => {
  const nested = (levels: number, open: string, close: string) =>
    `${open.repeat(levels)}1${close.repeat(levels)}`
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    t.equal(codeOf(nested(MAX_JSON_DEPTH, open, close)), undefined)
    t.equal(codeOf(nested(MAX_JSON_DEPTH + 1, open, close)), 'json_too_deep')
  }
  t.end()
})

t.test('an object has too many keys from the first key above the limit on, wherever it stands', (t) => {
  const object = (keys: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, at) => [`:${at}`, ':'])))
  for (const around of [(one: string) => one, (one: string) => `[{},{"a":${one}}]`]) {
    t.equal(codeOf(around(object(MAX_JSON_KEYS))), undefined)
    t.equal(codeOf(around(object(MAX_JSON_KEYS + 1))), 'json_too_many_keys')
  }
  t.equal(codeOf(`[${Array(3).fill(object(MAX_JSON_KEYS))}]`), undefined, 'each object counts for itself')
  t.end()
})

t.test('it is as deep and wide as its parsed value, whatever its strings hold', (t) => {
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
    fc.property(
      value,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(0, 2),
      (value, depth, keys, indent) => {
        const isWithin = depthOf(value) <= depth && widthOf(value) <= keys
        return (refusalOfJson(JSON.stringify(value, null, indent), { depth, keys }) === null) === isWithin
      },
    ),
  )
  t.end()
})

t.test('text that ends within a string, or is no JSON, does not keep it from ending', (t) => {
  for (const text of ['', '"', '"\\', '"[[[', '\\', ']]]]'])
    t.equal(codeOf(text, { depth: 0, keys: 0 }), undefined, JSON.stringify(text))
  t.end()
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

/** The number of keys of the widest object within. */
function widthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Math.max(own, ...Object.values(value).map(widthOf))
}
