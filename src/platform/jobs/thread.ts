import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'

const IDLE_MS = 30_000

export interface Thread<G, M> {
  /** Throws an AbortError once the signal is aborted, and ends the thread. */
  run(given: G, signal?: AbortSignal): Promise<M>
  close(): Promise<void>
}

/**
 * A thread for what takes longer than an event loop may be held: the function `name` of a module, called once at a
 * time, with what can be cloned. It starts when it is needed, and ends when it is not any more.
 */
export function createThread<G, M>(module: URL, name: string): Thread<G, M> {
  let pool: Piscina<G, M> | null = null
  return {
    run(given, signal) {
      pool ??= new Piscina({
        filename: fileURLToPath(module),
        name,
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: IDLE_MS,
      })
      return pool.run(given, signal ? { signal } : {})
    },
    async close() {
      await pool?.close({ force: true })
    },
  }
}
