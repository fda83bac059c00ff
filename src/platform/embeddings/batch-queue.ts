import { setTimeout } from 'node:timers/promises'
import { createBackgroundWork } from '../jobs/index.ts'

/** Result of a batch. */
export interface Handled<T> {
  /** Items to put at the end of the queue again. */
  again: T[]
  /** Pause before the next batch, in ms. */
  restMs: number
}

export interface BatchQueue<T> {
  readonly length: number
  /** Queues an item. Returns at once and never throws. */
  put(item: T): void
  /** Queues an item before all that wait. */
  putFirst(item: T): void
  /** Waits for the current batch and starts no other. */
  close(): Promise<void>
}

/**
 * Processes a queue in the background, one batch at a time. A batch that throws goes back to the end of the
 * queue, after a pause.
 */
export function createBatchQueue<T>(options: {
  /** Called before each batch. */
  batchSize: () => number
  /** Takes items in random order, so that processes with the same items mostly take different ones. */
  isShuffled?: boolean
  handle: (batch: T[]) => Promise<Handled<T>>
  restAfterErrorMs: number
  onError: (error: unknown) => void
}): BatchQueue<T> {
  const queue: T[] = []
  const closing = new AbortController()
  const work = createBackgroundWork(async (stopping) => {
    // Callers must not wait for the first batch to start.
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
    // Closing ends the pause.
    await setTimeout(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {})
  }

  return {
    get length() {
      return queue.length
    },
    put(item) {
      const at = options.isShuffled ? Math.floor(Math.random() * (queue.length + 1)) : queue.length
      // Swaps with a random item, which moves to the end, so the queue stays shuffled.
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
