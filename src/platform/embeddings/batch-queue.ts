import { setTimeout } from 'node:timers/promises'

/** What became of a batch. */
export interface Handled<T> {
  /** To be put at the end of the queue again. */
  again: T[]
  /** How long to rest before the next batch. */
  restMs: number
}

export interface BatchQueue<T> {
  readonly length: number
  /** Queues; returns at once and never throws. */
  put(item: T): void
  /** Lets the batch in work end, and takes no other. */
  close(): Promise<void>
}

/**
 * Works a queue off in the background, one batch at a time. A batch whose work throws is put at the end again,
 * after a rest.
 */
export function createBatchQueue<T>(options: {
  /** Asked before each batch. */
  batchSize: () => number
  handle: (batch: T[]) => Promise<Handled<T>>
  restAfterErrorMs: number
  onError: (error: unknown) => void
}): BatchQueue<T> {
  let queue: T[] = []
  let working: Promise<void> | undefined
  const closing = new AbortController()

  async function work(): Promise<void> {
    // What queues must not wait for the first batch to begin.
    await rest(0)
    while (queue.length > 0 && !closing.signal.aborted) {
      const batch = queue.slice(0, options.batchSize())
      queue = queue.slice(batch.length)
      const { again, restMs } = await options.handle(batch).catch((error: unknown) => {
        options.onError(error)
        return { again: batch, restMs: options.restAfterErrorMs }
      })
      for (const item of again) queue.push(item)
      if (restMs > 0) await rest(restMs)
    }
    working = undefined
  }

  async function rest(ms: number): Promise<void> {
    // Aborted is as good as over.
    await setTimeout(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {})
  }

  return {
    get length() {
      return queue.length
    },
    put(item) {
      queue.push(item)
      if (!closing.signal.aborted) working ??= work()
    },
    async close() {
      closing.abort()
      await working
    },
  }
}
