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
 * time, with what can be cloned. It starts when it is needed, and ends when it is not any more. If it fails, the calls
 * that wait for it throw, and the next call starts another.
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
