import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)
const get = (headers: Record<string, string> = {}, url = '/openapi.json') =>
  service.app.inject({ method: 'GET', url, headers })

t.test('the document comes in the encoding that the client prefers', async (t) => {
  const plain = await get()
  t.equal(plain.statusCode, 200)
  t.equal(plain.headers['content-encoding'], undefined)
  t.match(plain.headers['content-type'], /^application\/json/)
  t.match(plain.json(), { openapi: '3.1.0' })
  for (const [accepted, encoding, decode] of [
    ['gzip', 'gzip', gunzipSync],
    ['br, gzip;q=0.5', 'br', brotliDecompressSync],
    ['gzip;q=0.2, br', 'br', brotliDecompressSync],
  ] as const) {
    const reply = await get({ 'accept-encoding': accepted })
    t.match(reply.headers, { 'content-encoding': encoding, vary: 'Accept-Encoding' }, accepted)
    t.ok(reply.rawPayload.length < plain.rawPayload.length / 10, 'it is small')
    t.equal(String(decode(reply.rawPayload)), plain.payload)
  }
  for (const accepted of ['identity', 'zstd', 'gzip;q=0, br;q=0'])
    t.equal((await get({ 'accept-encoding': accepted })).payload, plain.payload, accepted)
})

t.test('a client that has the document is answered 304, by the ETag of its encoding', async (t) => {
  for (const encoding of ['identity', 'gzip', 'br']) {
    const { etag = '' } = (await get({ 'accept-encoding': encoding })).headers
    const known = await get({ 'accept-encoding': encoding, 'if-none-match': etag })
    t.match(known, { statusCode: 304, payload: '', headers: { etag, vary: 'Accept-Encoding' } })
    const other = encoding === 'br' ? 'gzip' : 'br'
    t.equal((await get({ 'accept-encoding': other, 'if-none-match': etag })).statusCode, 200)
  }
})

t.test('the addresses of the reference page for the document lead to it', async (t) => {
  for (const url of ['/docs/json', '/docs/yaml'])
    t.match(await get({}, url), { statusCode: 308, headers: { location: '../openapi.json' } })
})

t.test('the example of every list, file and calendar shows content', async (t) => {
  const document = (await get()).json()
  const resolved = ({ $ref = '', value }: { $ref?: string; value?: unknown }) =>
    $ref ? document.components.examples[$ref.split('/').at(-1) ?? ''].value : value
  const empty: string[] = []
  for (const [path, methods] of Object.entries<Record<string, Operation>>(document.paths))
    for (const [method, { responses }] of Object.entries(methods))
      for (const [mediaType, { example, examples = {} }] of contentsOf(responses))
        for (const shown of [example, ...Object.values(examples).map(resolved)])
          if (shown !== undefined && !hasContent(mediaType, shown)) empty.push(`${method} ${path}`)
  t.same(empty, [])
})

interface Media {
  example?: unknown
  examples?: Record<string, { $ref?: string; value?: unknown }>
}
interface Operation {
  responses: Record<string, { content?: Record<string, Media> }>
}

function contentsOf(responses: Operation['responses']): [string, Media][] {
  return Object.entries(responses).flatMap(([status, { content = {} }]) =>
    status.startsWith('2') ? Object.entries(content) : [],
  )
}

function hasContent(mediaType: string, shown: unknown): boolean {
  if (mediaType === 'text/calendar') return String(shown).includes('BEGIN:VEVENT')
  if (mediaType === 'text/csv') return String(shown).trim().split('\n').length > 1
  const data = typeof shown === 'object' && shown !== null && 'data' in shown ? shown.data : undefined
  return !Array.isArray(data) || data.length > 0
}
