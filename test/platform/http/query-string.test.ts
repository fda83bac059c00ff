import { parse } from 'node:querystring'
import fc from 'fast-check'
import t from 'tap'
import { parseQuery } from '../../../src/platform/http/index.ts'

const name = fc.constantFrom('limit', '__proto__', 'constructor', 'toString', 'metadata', 'metadata[', 'a]')
const pairs = fc.array(fc.tuple(name, fc.string({ maxLength: 5 })), { maxLength: 6 })

t.test('names without a key in brackets stay as they are written, whatever they are', async (t) => {
  fc.assert(
    fc.property(pairs, (given) => {
      const text = new URLSearchParams(given).toString()
      const read = parseQuery(text)
      t.same(Object.getPrototypeOf(read), Object.prototype)
      t.strictSame(Object.entries(read), Object.entries(parse(text)))
    }),
  )
})

t.test('metadata[key]=value are the pairs of metadata, with any key', async (t) => {
  const read = parseQuery('metadata[__proto__]=1&metadata[crm]=7&limit=2')
  t.strictSame(Object.keys(read), ['limit', 'metadata'])
  t.strictSame(Object.entries(Object(read.metadata)), [
    ['__proto__', '1'],
    ['crm', '7'],
  ])
})
