import t from 'tap'
import { cacheJson, toCachedJson } from '../../../src/platform/http/cached-json.ts'

t.test('a body that is sent again is written once, and any other each time', async (t) => {
  let writings = 0
  const serialize = (body: unknown) => {
    writings++
    return JSON.stringify(body)
  }
  const body = { text: 'Grüße' }
  t.equal(toCachedJson(body, serialize), '{"text":"Grüße"}')
  t.equal(toCachedJson(body, serialize), '{"text":"Grüße"}')
  t.equal(writings, 2)
  t.equal(cacheJson(cacheJson(body)), body)
  for (let time = 0; time < 3; time++) t.equal(String(toCachedJson(body, serialize)), '{"text":"Grüße"}')
  t.equal(writings, 3)
})

t.test('a body that two routes write differently is never sent in the form of the other', async (t) => {
  const body = cacheJson({ text: 'a' })
  const one = () => 'one'
  const other = () => 'other'
  t.equal(String(toCachedJson(body, one)), 'one')
  t.equal(String(toCachedJson(body, other)), 'other')
  t.equal(String(toCachedJson(body, one)), 'one')
})
