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
  /** Makes the meaning of a posting before all others. Resolves once the index has it, or once making it has failed. */
  makeFirst(side: Side, key: Key): Promise<void>
  /** The meaning of a posting that is not stored. None if the text would leave the service, null if it takes too long. */
  ofPreview(text: TextOfPosting): Promise<{ model: string; vector: Buffer | null; isCurrent: true } | null>
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
  /** Those among them that a ranking waits for. */
  const urgent = new Set<string>()
  const inWork = new Set<string>()
  /** Nothing waits for a model that fails. */
  let isFailing = false
  const awaited = new Map<string, (() => void)[]>()
  /** The model for which those of other models were looked for. */
  let known = encoder.model

  async function make(batch: string[]): Promise<void> {
    const wanted = batch.flatMap((id) => waiting.get(id) ?? [])
    // What is wanted again from now on has a later version.
    for (const { key } of wanted) {
      waiting.delete(key.id)
      urgent.delete(key.id)
      inWork.add(key.id)
    }
    try {
      await makeAll(wanted)
      isFailing = false
    } catch (error) {
      isFailing = true
      for (const one of wanted) waiting.set(one.key.id, one)
      throw error
    } finally {
      for (const { key } of wanted) endWork(key.id)
    }
  }

  function endWork(id: string): void {
    inWork.delete(id)
    for (const resolve of awaited.get(id) ?? []) resolve()
    awaited.delete(id)
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
    // What a ranking waits for is at the front, and does not wait for the rest of a batch.
    batchSize: () => Math.min(BATCH_POSTINGS, urgent.size || BATCH_POSTINGS),
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
    makeFirst(side, { partnerId, id }) {
      if (!inWork.has(id) && !urgent.has(id)) {
        waiting.set(id, { side, key: { partnerId, id } })
        urgent.add(id)
        queue.putFirst(id)
      }
      if (isFailing) return Promise.resolve()
      return new Promise((resolve) => awaited.set(id, [...(awaited.get(id) ?? []), resolve]))
    },
    async ofPreview(posting) {
      const { model } = encoder
      if (!encoder.isLocal) return { model, vector: null, isCurrent: true }
      const encoded = encoder.encode([textOfPosting(posting, options)]).catch(() => [])
      const [vector] = await Promise.race([encoded, setTimeout(PREVIEW_MS, [], { ref: false })])
      if (vector === undefined) return null
      const numbers = quantized(vector)
      return { model, vector: numbers && Buffer.from(numbers.buffer), isCurrent: true }
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
