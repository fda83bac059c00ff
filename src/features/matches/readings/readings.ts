import {
  type InferredSkill,
  type MarketNeed,
  type MarketOffer,
  type PostedText,
  postedTextOf,
} from '../../../engines/matching/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { createBatchQueue } from '../../../platform/embeddings/index.ts'
import type { Key } from '../market.repository.ts'
import { hashOfReading } from './hash-of-reading.ts'
import { createReadingsRepository, type MadeReading } from './readings.repository.ts'
import { toStored } from './stored-reading.ts'

const BATCH_READINGS = 250
/** Readings made within this time are stored together. */
const GATHER_MS = 200
const RETRY_MS = 5000

type Side = 'need' | 'offer'

interface Kept {
  side: Side
  key: Key
}

export interface Readings {
  /** Returns the posting with the skills that its text expresses. Infers them unless they are known. */
  complete<P extends MarketNeed | MarketOffer>(posting: P): P
  /**
   * Queues the skills of a completed posting to be stored, for other processes and the next start. Returns immediately
   * and never throws.
   */
  keep(side: Side, key: Key, posting: MarketNeed | MarketOffer): void
  readonly waiting: number
  close(): Promise<void>
}

/**
 * Infers the skills of postings' texts, each text once for all processes, because this takes far longer than everything
 * else needed to rank a posting. A reading that can't be stored is made again by each process that needs it.
 */
export function createReadings(deps: {
  db: Database
  skillsOfText: (text: PostedText) => readonly InferredSkill[]
  onError: (error: unknown) => void
}): Readings {
  const repository = createReadingsRepository(deps.db)
  const waiting = new Map<string, Kept & MadeReading>()

  async function store(ids: readonly string[]): Promise<void> {
    const made = ids.flatMap((id) => waiting.get(id) ?? [])
    // A reading that is added from now on belongs to a later text.
    for (const { key } of made) waiting.delete(key.id)
    try {
      for (const side of ['need', 'offer'] as const)
        await repository.storeAll(
          side,
          made.filter((one) => one.side === side),
        )
    } catch (error) {
      for (const one of made) if (!waiting.has(one.key.id)) waiting.set(one.key.id, one)
      throw error
    }
  }

  const queue = createBatchQueue<string>({
    batchSize: () => BATCH_READINGS,
    async handle(batch) {
      await store([...new Set(batch)])
      return { again: [], restMs: GATHER_MS }
    },
    restAfterErrorMs: RETRY_MS,
    onError: deps.onError,
  })

  return {
    complete(posting) {
      if (posting.readSkills || !posting.infersSkills) return posting
      return { ...posting, readSkills: deps.skillsOfText(postedTextOf(posting)) }
    },
    keep(side, { partnerId, id }, posting) {
      const { readSkills } = posting
      if (!readSkills) return
      const madeFrom = hashOfReading(postedTextOf(posting))
      if (!waiting.has(id)) queue.put(id)
      waiting.set(id, { side, key: { partnerId, id }, madeFrom, skills: toStored(readSkills) })
    },
    get waiting() {
      return waiting.size
    },
    close: () => queue.close(),
  }
}
