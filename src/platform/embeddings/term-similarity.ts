import { DAY_MS } from '../../shared/time.ts'
import { createBatchQueue, type Handled } from './batch-queue.ts'
import type { EmbeddingsClient } from './embeddings-client.ts'
import { EmbeddingsError } from './embeddings-error.ts'
import { type LabelledSkill, termOf } from './term.ts'
import type { TermEmbeddingsRepository } from './term-embeddings.repository.ts'
import { type Relation, TermNeighbours } from './term-neighbours.ts'

const BATCH_TERMS = 32
/** Limits memory and the time to compare all terms with each other. */
const MAX_TERMS = 20_000
/** Time beyond the limit of a call, to store its response. */
const LEASE_MARGIN_MS = 10_000
const RETRY_MS = 1000

export interface TermSimilarity {
  /** Queues new skills, up to a limit. Returns at once, and never throws. */
  note(skills: readonly LabelledSkill[]): void
  /** Returns the skills with near terms, as far as is known now: symmetric, with strengths in (0, 1). */
  relatedTo(skill: string): readonly Relation[]
  status(): TermSimilarityStatus
  close(): Promise<void>
}

export interface TermSimilarityStatus {
  /** Skills that have been compared. */
  compared: number
  /** Skills that wait to be compared. */
  waiting: number
  /** Skills whose terms were refused individually, or whose vectors have other dimensions than the others. */
  givenUp: number
  /** Calls to the endpoint since the start. */
  asked: number
  failed: number
  isBreakerOpen: boolean
}

interface Waiting {
  skill: string
  term: string
}

/**
 * Relates skills by the similarity of their terms' embeddings. Each term is requested once, by the process
 * that meets it first, and stored in the database. All work runs in the background. Failures are retried
 * later; until then there are fewer relations.
 */
export function createTermSimilarity(deps: {
  client: EmbeddingsClient
  embeddings: TermEmbeddingsRepository
  minCosine: number
  /** Called when `relatedTo` returns something else from now on. */
  onChange: () => void
  /** Called with the first of several consecutive failures. */
  onError: (error: unknown) => void
  /** Called at the first success after failures. */
  onRecovered: () => void
  retryMs?: number
  maxTerms?: number
}): TermSimilarity {
  const { client, embeddings, retryMs = RETRY_MS, maxTerms = MAX_TERMS } = deps
  const neighbours = new TermNeighbours(deps)
  const terms = new Map<string, string>()
  const counts = { givenUp: 0, asked: 0, failed: 0 }
  let askSize = BATCH_TERMS
  const database = createFailureReporter(deps)
  const endpoint = createFailureReporter(deps)

  /** Adds skills that have a vector and returns those that have none. */
  async function addKnown(batch: Waiting[], vectors: ReadonlyMap<string, Float32Array>): Promise<Waiting[]> {
    const unknown: Waiting[] = []
    for (const one of batch) {
      const vector = vectors.get(one.term)
      if (!vector) unknown.push(one)
      else if (!(await neighbours.add(one.skill, vector))) counts.givenUp++
    }
    return unknown
  }

  async function lookUp(batch: Waiting[]): Promise<Handled<Waiting>> {
    const known = await embeddings.find(batch.map(({ term }) => term))
    await embeddings.touch([...known.keys()])
    database.succeeded()
    for (const one of await addKnown(batch, known)) unasked.put(one)
    return { again: [], restMs: 0 }
  }

  /**
   * Requests the terms that no other process is requesting. The others' vectors are used when they are
   * stored.
   */
  async function ask(batch: Waiting[]): Promise<Handled<Waiting>> {
    if (client.waitMs > 0) return { again: batch, restMs: client.waitMs }
    const wanted = [...new Set(batch.map(({ term }) => term))]
    const claimed = await embeddings.claim(wanted, client.timeoutMs + LEASE_MARGIN_MS)
    const vectors = await embeddings.find(wanted.filter((term) => !claimed.includes(term)))
    database.succeeded()
    const error = claimed.length > 0 ? await askFor(claimed, vectors) : undefined
    const unknown = await addKnown(batch, vectors)
    if (!error) return { again: unknown, restMs: unknown.length === batch.length ? retryMs : 0 }
    return { again: afterFailure(error, unknown), restMs: client.waitMs || retryMs }
  }

  /** Adds the vectors of the response, or returns why there is none. */
  async function askFor(
    claimed: string[],
    vectors: Map<string, Float32Array>,
  ): Promise<EmbeddingsError | undefined> {
    const answer = await embed(claimed)
    if (answer instanceof EmbeddingsError) {
      await embeddings.release(claimed)
      return answer
    }
    const asked = new Map(claimed.flatMap((term, i) => (answer[i] ? [[term, answer[i]]] : [])))
    await embeddings.store(asked)
    for (const [term, vector] of asked) vectors.set(term, vector)
    askSize = Math.min(BATCH_TERMS, askSize * 2)
    return undefined
  }

  async function embed(claimed: string[]): Promise<Float32Array[] | EmbeddingsError> {
    counts.asked++
    try {
      const vectors = await client.embed(claimed)
      endpoint.succeeded()
      return vectors
    } catch (error) {
      if (!(error instanceof EmbeddingsError)) throw error
      counts.failed++
      if (error.code !== 'closed') endpoint.failed(error)
      return error
    }
  }

  /**
   * One term may spoil its batch: from then on terms are sent one at a time, and a term refused alone is
   * given up. Returns the others.
   */
  function afterFailure(error: EmbeddingsError, unknown: Waiting[]): Waiting[] {
    const isAlone = askSize === 1
    if (error.code === 'refused' || error.code === 'nonsense') askSize = 1
    if (error.code !== 'refused' || !isAlone) return unknown
    counts.givenUp += unknown.length
    return []
  }

  const queue = { restAfterErrorMs: retryMs, onError: database.failed }
  const unread = createBatchQueue<Waiting>({ ...queue, batchSize: () => BATCH_TERMS, handle: lookUp })
  const unasked = createBatchQueue<Waiting>({ ...queue, batchSize: () => askSize, handle: ask })

  async function keepUsed(): Promise<void> {
    const used = [...terms.values()]
    for (let first = 0; first < used.length; first += 1000) {
      await embeddings.touch(used.slice(first, first + 1000))
    }
    await embeddings.removeUnused()
  }
  const daily = setInterval(() => void keepUsed().catch(database.failed), DAY_MS).unref()

  return {
    note(skills) {
      for (const one of skills) {
        if (terms.has(one.skill) || terms.size >= maxTerms) continue
        const term = termOf(one)
        terms.set(one.skill, term)
        unread.put({ skill: one.skill, term })
      }
    },
    relatedTo: (skill) => neighbours.relatedTo(skill),
    status: () => ({
      ...counts,
      compared: neighbours.size,
      waiting: terms.size - neighbours.size - counts.givenUp,
      isBreakerOpen: client.isBreakerOpen,
    }),
    async close() {
      clearInterval(daily)
      client.close()
      await Promise.all([unread.close(), unasked.close()])
    },
  }
}

/** Reports the first of several consecutive failures, and the first success after them. */
function createFailureReporter(told: { onError: (error: unknown) => void; onRecovered: () => void }) {
  let isFailing = false
  return {
    failed(error: unknown): void {
      if (!isFailing) told.onError(error)
      isFailing = true
    },
    succeeded(): void {
      if (isFailing) told.onRecovered()
      isFailing = false
    },
  }
}
