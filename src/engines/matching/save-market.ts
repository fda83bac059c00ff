import type { Market } from './context.ts'
import type { PostingIndex } from './posting-index.ts'
import { internedOf } from './rows/vocabulary.ts'
import type { PartKind, SavedPart } from './saved-part.ts'

/** So many take less than a millisecond to copy. */
const PART_WORDS = 1 << 17
/** So many take less than a millisecond to read. */
const TEXTS_PER_PART = 2000

interface SavedTexts {
  of: string
  first: number
  texts: string[]
}

interface Indexes {
  needs: PostingIndex
  offers: PostingIndex
}

/**
 * Only rows and what they refer to are saved. Lists, traits and statistics are made again from them, by the same code that makes
 * them when a posting is put: so they can't differ, and a change of theirs changes nothing here.
 */
export function* saveMarket(
  market: Market,
  { needs, offers }: Indexes,
  partWords = PART_WORDS,
): Generator<SavedPart, void> {
  const vocabulary = internedOf(market.vocabulary)
  for (const [, interned] of vocabulary) interned.startSaving()
  try {
    for (const part of needs.save(partWords)) yield { kind: 'needs', bytes: bytesOf(part) }
    for (const part of offers.save(partWords)) yield { kind: 'offers', bytes: bytesOf(part) }
    // Last: the rows before refer to no later texts.
    for (const [of, interned] of vocabulary)
      for (let first = 0; first < interned.size; first += TEXTS_PER_PART)
        yield json('texts', { of, first, texts: interned.textsFrom(first, TEXTS_PER_PART) })
    yield json('models', market.compiler.models())
  } finally {
    for (const [, interned] of vocabulary) interned.endSaving()
  }
}

/** Loads a part into an engine that is empty but for parts loaded before. Calls back with the id of each posting. */
export function* loadPart(
  market: Market,
  { needs, offers }: Indexes,
  { kind, bytes }: SavedPart,
  visit: (id: string) => void,
): Generator<void, void> {
  switch (kind) {
    case 'models':
      // Written by `saveMarket`, as are the texts below.
      return market.compiler.loadModels(JSON.parse(textOf(bytes)) as string[])
    case 'texts': {
      const { of, first, texts } = JSON.parse(textOf(bytes)) as SavedTexts
      const [, interned] = internedOf(market.vocabulary).find(([name]) => name === of) ?? []
      if (!interned) throw new RangeError(`rows refer to no ${of}`)
      return interned.loadTexts(first, texts)
    }
    case 'needs':
      return yield* needs.load(wordsOf(bytes), visit)
    case 'offers':
      return yield* offers.load(wordsOf(bytes), visit)
  }
}

/** To be called behind the last part. */
export function endLoading({ vocabulary }: Market): void {
  for (const [, interned] of internedOf(vocabulary)) interned.endLoading()
}

function json(kind: PartKind, value: SavedTexts | string[]): SavedPart {
  return { kind, bytes: Buffer.from(JSON.stringify(value)) }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
}

/** Copies where the bytes do not begin at a word. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const aligned = bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice()
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / Int32Array.BYTES_PER_ELEMENT)
}
