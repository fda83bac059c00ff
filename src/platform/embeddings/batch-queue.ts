import { setTimeout } from 'node:timers/promises'
import { createBackgroundWork } from '../jobs/index.ts'

/** Result of a batch. */
export interface Handled<T> {
  /** To be put at the end of the queue again. */
  again: T[]
  /** How long to rest before the next batch. */
  restMs: number
}

export interface BatchQueue<T> {
  readonly length: number
  /** Queues an item. Returns at once and never throws. */
  put(item: T): void
  /** The same, before all that wait. */
  putFirst(item: T): void
  /** Lets the current batch end, and takes no other. */
  close(): Promise<void>
}

/**
 * Works a queue off in the background, one batch at a time. A batch that throws goes back to the end of the queue, after
 * a rest.
 */
export function createBatchQueue<T>(options: {
  /** Asked before each batch. */
  batchSize: () => number
  /** Takes items in a random order, so that processes with the same items mostly take different ones. */
  isShuffled?: boolean
  handle: (batch: T[]) => Promise<Handled<T>>
  restAfterErrorMs: number
  onError: (error: unknown) => void
}): BatchQueue<T> {
  const queue: T[] = []
  const closing = new AbortController()
  const work = createBackgroundWork(async (stopping) => {
    // Whoever queues must not wait for the first batch to start.
    await rest(0)
    while (queue.length > 0 && !stopping.aborted) {
      const { again, restMs } = await handle(queue.splice(0, options.batchSize()))
      queue.push(...again)
      if (restMs > 0) await rest(restMs)
    }
  }, options.onError)

  async function handle(batch: T[]): Promise<Handled<T>> {
    try {
      return await options.handle(batch)
    } catch (error) {
      options.onError(error)
      return { again: batch, restMs: options.restAfterErrorMs }
    }
  }

  async function rest(ms: number): Promise<void> {
    // When it closes, the rest is over.
    await setTimeout(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {})
  }

  return {
    get length() {
      return queue.length
    },
    put(item) {
      const at = options.isShuffled ? Math.floor(Math.random() * (queue.length + 1)) : queue.length
      // Takes any item's place, which becomes the last: so the queue stays shuffled.
      queue.push(...queue.splice(at, 1, item))
      work.wake()
    },
    putFirst(item) {
      queue.unshift(item)
      work.wake()
    },
    async close() {
      closing.abort()
      await work.stop()
    },
  }
}
