import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'

const IDLE_MS = 30_000

export interface Thread<G, M> {
  /** Runs the function in the thread. If the signal is aborted, throws an AbortError and ends the thread. */
  run(given: G, signal?: AbortSignal): Promise<M>
  close(): Promise<void>
}

/**
 * Creates a thread for work that would block the event loop too long: the function `name` of a module, called
 * once at a time, with arguments that can be cloned. The thread starts when needed and ends when idle. If it
 * fails, waiting calls throw, and the next call starts another.
 */
export function createThread<G, M>(module: URL, name: string): Thread<G, M> {
  let pool: Piscina<G, M> | null = null

  function start(): Piscina<G, M> {
    const started = new Piscina<G, M>({
      filename: fileURLToPath(module),
      name,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
    })
    // The thread failed between two calls. Without a listener that would end the process.
    started.on('error', () => {
      if (pool === started) pool = null
      void started.destroy()
    })
    return started
  }

  return {
    run(given, signal) {
      pool ??= start()
      return pool.run(given, signal ? { signal } : {})
    },
    async close() {
      await pool?.close({ force: true })
    },
  }
}
