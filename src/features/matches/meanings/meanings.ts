import { setTimeout } from 'node:timers/promises'
import { MEANING_DIMENSIONS } from '../../../engines/matching/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { createBatchQueue, type TextEncoder } from '../../../platform/embeddings/index.ts'
import type { Key } from '../market.repository.ts'
import { createMeaningsRepository } from './meanings.repository.ts'
import { hashOf, type SkillsOfText, type TextOfPosting, textOfPosting } from './text-of-posting.ts'

const BATCH_POSTINGS = 8
const RETRY_MS = 5000
/** How often to look whether the index is ready. Nothing is made before, so that the start takes no longer. */
const UNREADY_MS = 250
/** A preview waits so long for its meaning, and is ranked without it after that. */
const PREVIEW_MS = 150

type Side = 'need' | 'offer'

interface Wanted {
  side: Side
  key: Key
}

export interface Meanings {
  /** Whether a stored meaning is of the model in use. */
  isOf(model: string): boolean
  /** Queues a posting whose meaning is to be made. Returns at once and never throws. */
  want(side: Side, key: Key): void
  /** The meaning of a posting that is not stored. Null if it takes too long, or if the text would leave the service. */
  ofPreview(text: TextOfPosting): Promise<{ model: string; vector: Buffer; isCurrent: true } | null>
  readonly waiting: number
  close(): Promise<void>
}

/**
 * Makes the meanings of postings in the background, each once, and stores them. A posting is ranked without meaning until
 * then, and so is one whose text the model makes nothing of. What fails is tried again later.
 */
export function createMeanings(deps: {
  db: Database
  encoder: TextEncoder
  skillsOfText: SkillsOfText
  isReady: () => boolean
  /** The meanings of these are stored: read them again. */
  onStored: (keys: Key[]) => Promise<void>
  onError: (error: unknown) => void
  retryMs?: number
}): Meanings {
  const { db, encoder, retryMs = RETRY_MS } = deps
  const repository = createMeaningsRepository(db)
  const options = { skillsOfText: deps.skillsOfText, isEnglishOnly: encoder.isEnglishOnly }
  const waiting = new Map<string, Wanted>()
  /** The model for which those of other models were looked for. */
  let known = encoder.model

  async function make(batch: string[]): Promise<void> {
    const wanted = batch.flatMap((id) => waiting.get(id) ?? [])
    // What is wanted again from now on has a later version.
    for (const { key } of wanted) waiting.delete(key.id)
    try {
      await makeAll(wanted)
    } catch (error) {
      for (const one of wanted) waiting.set(one.key.id, one)
      throw error
    }
  }

  async function makeAll(wanted: Wanted[]): Promise<void> {
    const changed: { one: Wanted; version: number; text: string; textHash: Buffer }[] = []
    for (const one of wanted) {
      const posting = await repository.read(one.side, one.key)
      if (!posting) continue
      const text = textOfPosting(posting, options)
      const textHash = hashOf(text)
      const { model, version } = posting
      if (model !== null && encoder.isOf(model) && posting.textHash?.equals(textHash))
        await repository.confirm(one.side, one.key, { model, version })
      else changed.push({ one, version, text, textHash })
    }
    const vectors = changed.length === 0 ? [] : await encoder.encode(changed.map(({ text }) => text))
    for (const [at, { one, version, textHash }] of changed.entries()) {
      const made = vectors[at] ?? null
      const model = encoder.modelOf(made)
      await repository.store(one.side, one.key, { model, version, textHash, vector: quantized(made) })
    }
    await wantOthersAgain()
    // Also those whose meaning another process has stored.
    await deps.onStored(wanted.map(({ key }) => key))
  }

  /** The endpoint has answered for the first time, or in other dimensions than before. */
  async function wantOthersAgain(): Promise<void> {
    if (encoder.model === known) return
    const { model } = encoder
    for (const side of ['need', 'offer'] as const)
      for (const key of await repository.ofOtherModels(side, model)) want(side, key)
    known = model
  }

  function want(side: Side, { partnerId, id }: Key): void {
    if (waiting.has(id)) return
    waiting.set(id, { side, key: { partnerId, id } })
    queue.put(id)
  }

  const queue = createBatchQueue<string>({
    batchSize: () => BATCH_POSTINGS,
    async handle(batch) {
      if (!deps.isReady()) return { again: batch, restMs: UNREADY_MS }
      await make(batch)
      return { again: [], restMs: 0 }
    },
    restAfterErrorMs: retryMs,
    onError: deps.onError,
  })

  return {
    isOf: (model) => encoder.isOf(model),
    want,
    async ofPreview(posting) {
      if (!encoder.isLocal) return null
      const encoded = encoder.encode([textOfPosting(posting, options)]).catch(() => [])
      const [vector] = await Promise.race([encoded, setTimeout(PREVIEW_MS, [], { ref: false })])
      const numbers = quantized(vector ?? null)
      return numbers && { model: encoder.model, vector: Buffer.from(numbers.buffer), isCurrent: true }
    },
    get waiting() {
      return waiting.size
    },
    async close() {
      await Promise.all([queue.close(), encoder.close()])
    },
  }
}

/** The first numbers, in steps of one 127th of the largest. */
export function quantized(vector: Float32Array | null): Int8Array | null {
  if (!vector) return null
  const first = vector.subarray(0, MEANING_DIMENSIONS)
  const most = first.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  if (most === 0) return null
  const numbers = new Int8Array(MEANING_DIMENSIONS)
  first.forEach((value, at) => {
    numbers[at] = Math.round((value * 127) / most)
  })
  return numbers
}
