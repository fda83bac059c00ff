import type { Market } from './context.ts'
import type { PostingIndex } from './posting-index.ts'
import { internedOf } from './rows/vocabulary.ts'
import type { PartKind, SavedPart } from './saved-part.ts'

/** Copying this many words takes less than a millisecond. */
const PART_WORDS = 1 << 17
/** Reading this many texts takes less than a millisecond. */
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
 * Saves only rows and the texts they refer to. Lists, traits and statistics are rebuilt on loading by the same code as
 * when a posting is put, so they can't differ, and changes to them don't affect the saved format.
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
    // Texts come last, because texts added after this point belong to no saved row.
    for (const [of, interned] of vocabulary)
      for (let first = 0; first < interned.size; first += TEXTS_PER_PART)
        yield json('texts', { of, first, texts: interned.textsFrom(first, TEXTS_PER_PART) })
    yield json('models', market.compiler.models())
  } finally {
    for (const [, interned] of vocabulary) interned.endSaving()
  }
}

/** Loads a part into an engine that holds only parts loaded before. Calls `visit` with the id of each posting. */
export function* loadPart(
  market: Market,
  { needs, offers }: Indexes,
  { kind, bytes }: SavedPart,
  visit: (id: string) => void,
): Generator<void, void> {
  switch (kind) {
    case 'models':
      // Cast: written by `saveMarket`, as are the texts below.
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

/** Must be called after the last part. */
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

/** Copies if the bytes are not aligned to words. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const aligned = bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice()
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / Int32Array.BYTES_PER_ELEMENT)
}
