import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { cacheJson, toCachedJson } from '../../../src/platform/http/cached-json.ts'
import { compressingOnce } from '../../../src/platform/http/compression.ts'

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

t.test(
  'a body that is sent again is compressed once in each encoding, and any other each time',
  async (t) => {
    let compressions = 0
    const counting = (compress: (bytes: Buffer) => Buffer) =>
      compressingOnce((bytes) => {
        compressions++
        return compress(bytes)
      })
    const [brotli, gzip] = [counting(brotliCompressSync), counting(gzipSync)]
    const body = cacheJson({ text: 'Grüße' })
    for (let time = 0; time < 3; time++) {
      const json = toCachedJson(body, JSON.stringify)
      if (typeof json === 'string') throw new Error('it is not kept as bytes')
      t.equal(String(brotliDecompressSync(brotli(json))), '{"text":"Grüße"}')
      t.equal(String(gunzipSync(gzip(json))), '{"text":"Grüße"}')
    }
    t.equal(compressions, 2)
    const other = Buffer.from('{"text":"other"}')
    for (let time = 0; time < 2; time++) t.equal(String(gunzipSync(gzip(other))), '{"text":"other"}')
    t.equal(compressions, 4)
  },
)
