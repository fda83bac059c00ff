import { readFileSync } from 'node:fs'
import t from 'tap'
import wabt from 'wabt'
import { createSentenceEncoder } from '../../../../src/platform/embeddings/local/sentence-encoder.ts'

const folder = new URL('../../../../src/platform/embeddings/local/', import.meta.url)
const encode = createSentenceEncoder()

function cosine(a: string, b: string): number {
  const [one, other] = [encode(a), encode(b)]
  if (!one || !other) throw new Error('the model makes nothing of a text')
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}

t.test('texts about one thing are nearer than texts about different things', async (t) => {
  const need = 'I keep losing track of who has paid my invoices'
  t.ok(cosine(need, 'Bookkeeping for small shops') > cosine(need, 'Piano lessons for beginners'))
  t.ok(
    cosine('Photos of our dishes', 'Food photographer') > cosine('Photos of our dishes', 'Solar installer'),
  )
})

t.test('vectors are those of the model as its authors publish it', async (t) => {
  // By @energetic-ai/embeddings 0.2.0, in floats.
  const published = JSON.parse(readFileSync(new URL('published-vectors.json', import.meta.url), 'utf8'))
  for (const { text, vector } of published) {
    const own = encode(text)
    const product = vector.reduce(
      (sum: number, value: number, at: number) => sum + value * (own?.[at] ?? 0),
      0,
    )
    t.ok(product > 0.999, `${text}: ${product}`)
  }
})

t.test('any text has a vector of length 1 or none', async (t) => {
  const texts = [
    '',
    ' ',
    '😀',
    '😀😀',
    'a',
    'да',
    '日本語のテキスト',
    'mixed 日本 да 😀 text',
    'word '.repeat(10_000),
    '\u0000',
  ]
  for (const text of texts) {
    const vector = encode(text)
    if (vector) t.ok(Math.abs(Math.hypot(...vector) - 1) < 1e-5, text.slice(0, 20))
    else t.equal(text.trim(), '')
  }
})

t.test('the kernel is what its source says', async (t) => {
  const { parseWat } = await wabt()
  const source = readFileSync(new URL('integer-product.wat', folder), 'latin1')
  const { buffer } = parseWat('integer-product.wat', source, { simd: true }).toBinary({})
  t.same(Buffer.from(buffer), readFileSync(new URL('integer-product.wasm', folder)))
})
