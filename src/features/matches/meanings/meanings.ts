import { setTimeout } from 'node:timers/promises'
import { MEANING_DIMENSIONS } from '../../../engines/matching/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { createBatchQueue, type TextEncoder } from '../../../platform/embeddings/index.ts'
import type { Key } from '../market.repository.ts'
import { createMeaningsRepository, type ReadText } from './meanings.repository.ts'
import { hashOf, type SkillsOfText, type TextOfPosting, textOfPosting } from './text-of-posting.ts'

const BATCH_POSTINGS = 8
const RETRY_MS = 5000
/** For this time only the process that wrote a posting computes its meaning. After that any process does. */
const LEFT_TO_WRITER_MS = 1000
/** How often to check whether the index is ready. Nothing is computed before, so as not to slow the start. */
const UNREADY_MS = 250
/** Maximum time that a preview waits for its meaning. After that it is ranked without it. */
const PREVIEW_MS = 150

type Side = 'need' | 'offer'

interface Wanted {
  side: Side
  key: Key
  /** Whether this process has written the posting. */
  isOwn: boolean
  wantedAtMs: number
}

interface Changed extends ReadText {
  text: string
  textHash: Buffer
}

export interface Meanings {
  /** Returns whether a stored meaning comes from the model in use. */
  isOf(model: string): boolean
  /**
   * Queues a posting for its meaning to be computed: immediately if this process has written it. Other postings are
   * left to their writer at first, and then taken in random order, so that processes seldom compute the same one.
   * Returns immediately and never throws.
   */
  want(side: Side, key: Key, by: { isOwn: boolean }): void
  /** Computes the meaning of a posting before all others. Resolves once the index has it or computing it has failed. */
  makeFirst(side: Side, key: Key): Promise<void>
  /**
   * Returns the meaning of a posting that is not stored. Without a vector if the text would have to leave the service;
   * null if it takes too long.
   */
  ofPreview(text: TextOfPosting): Promise<{ model: string; vector: Buffer | null; isCurrent: true } | null>
  readonly waiting: number
  close(): Promise<void>
}

/**
 * Computes the meanings of postings in the background, each once, and stores them. A posting is ranked without meaning
 * until then, or if the model returns none for its text. Failures are retried later.
 */
export function createMeanings(deps: {
  db: Database
  encoder: TextEncoder
  skillsOfText: SkillsOfText
  isReady: () => boolean
  /** Called with postings whose meanings were stored, so that they are read again. */
  onStored: (keys: Key[]) => Promise<void>
  onError: (error: unknown) => void
  retryMs?: number
  leftToWriterMs?: number
}): Meanings {
  const { db, encoder, retryMs = RETRY_MS, leftToWriterMs = LEFT_TO_WRITER_MS } = deps
  const repository = createMeaningsRepository(db)
  const options = { skillsOfText: deps.skillsOfText, isEnglishOnly: encoder.isEnglishOnly }
  const waiting = new Map<string, Wanted>()
  /** Ids among `waiting` that a ranking waits for. */
  const urgent = new Set<string>()
  const inWork = new Set<string>()
  /** While the model fails, no ranking waits for it. */
  let isFailing = false
  const awaited = new Map<string, (() => void)[]>()
  /** The model in use when vectors of other models were last searched for. */
  let known = encoder.model

  async function make(wanted: Wanted[]): Promise<void> {
    // A posting that is queued again from now on has a later version.
    for (const { key } of wanted) {
      waiting.delete(key.id)
      urgent.delete(key.id)
      inWork.add(key.id)
    }
    try {
      for (const side of ['need', 'offer'] as const)
        await makeAll(
          side,
          wanted.filter((one) => one.side === side).map(({ key }) => key),
        )
      await wantOthersAgain()
      // Includes postings whose meaning another process has stored.
      await deps.onStored(wanted.map(({ key }) => key))
      isFailing = false
    } catch (error) {
      isFailing = true
      for (const one of wanted) if (!waiting.has(one.key.id)) waiting.set(one.key.id, one)
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

  async function makeAll(side: Side, keys: readonly Key[]): Promise<void> {
    const confirmed: Parameters<typeof repository.confirmAll>[1][number][] = []
    const changed: Changed[] = []
    for (const posting of await repository.readAll(side, keys)) {
      const { key, model, version, postedHash, storedPostedHash } = posting
      const text = textOfPosting(posting, options)
      const textHash = hashOf(text)
      if (model === null || !encoder.isOf(model) || !posting.textHash?.equals(textHash))
        changed.push({ ...posting, text, textHash })
      else if (postedHash !== storedPostedHash) confirmed.push({ key, model, version, postedHash })
    }
    await repository.confirmAll(side, confirmed)
    const vectors = changed.length === 0 ? [] : await encoder.encode(changed.map(({ text }) => text))
    const made = changed.map(({ key, version, textHash, postedHash }, at) => {
      const vector = vectors[at] ?? null
      return { key, version, textHash, postedHash, model: encoder.modelOf(vector), vector: quantized(vector) }
    })
    await repository.storeAll(side, made)
  }

  /**
   * Called after encoding, because the endpoint may have responded for the first time or with other dimensions than
   * before.
   */
  async function wantOthersAgain(): Promise<void> {
    if (encoder.model === known) return
    const { model } = encoder
    for (const side of ['need', 'offer'] as const)
      for (const key of await repository.ofOtherModels(side, model)) want(side, key, { isOwn: false })
    known = model
  }

  function want(side: Side, { partnerId, id }: Key, { isOwn }: { isOwn: boolean }): void {
    const known = waiting.get(id)
    if (known && (known.isOwn || !isOwn)) return
    waiting.set(id, { side, key: { partnerId, id }, isOwn, wantedAtMs: performance.now() })
    if (isOwn) own.put(id)
    else left.put(id)
  }

  /**
   * Returns the postings of a batch that still belong to this queue. Those that this process wrote meanwhile are in the
   * other one.
   */
  const stillWanted = (batch: readonly string[], isOwn: boolean) =>
    batch.flatMap((id) => waiting.get(id) ?? []).filter((one) => one.isOwn === isOwn)

  const own = createBatchQueue<string>({
    // Urgent postings are first in the queue, and do not wait for the rest of a batch.
    batchSize: () => Math.min(BATCH_POSTINGS, urgent.size || BATCH_POSTINGS),
    async handle(batch) {
      if (!deps.isReady()) return { again: batch, restMs: UNREADY_MS }
      await make(stillWanted(batch, true))
      return { again: [], restMs: 0 }
    },
    restAfterErrorMs: retryMs,
    onError: deps.onError,
  })
  const left = createBatchQueue<string>({
    batchSize: () => BATCH_POSTINGS,
    isShuffled: true,
    async handle(batch) {
      if (!deps.isReady()) return { again: batch, restMs: UNREADY_MS }
      const dueBeforeMs = performance.now() - leftToWriterMs
      const [early, due] = partition(stillWanted(batch, false), (one) => one.wantedAtMs > dueBeforeMs)
      if (due.length > 0) await make(due)
      const firstMs = Math.min(...early.map((one) => one.wantedAtMs))
      const restMs = due.length > 0 || early.length === 0 ? 0 : Math.max(0, firstMs - dueBeforeMs)
      return { again: early.map(({ key }) => key.id), restMs }
    },
    restAfterErrorMs: retryMs,
    onError: deps.onError,
  })

  return {
    isOf: (model) => encoder.isOf(model),
    want,
    makeFirst(side, { partnerId, id }) {
      if (!inWork.has(id) && !urgent.has(id)) {
        waiting.set(id, { side, key: { partnerId, id }, isOwn: true, wantedAtMs: performance.now() })
        urgent.add(id)
        own.putFirst(id)
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
      await Promise.all([own.close(), left.close(), encoder.close()])
    },
  }
}

/** Returns the first `MEANING_DIMENSIONS` numbers, in steps of one 127th of the largest. */
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

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}
