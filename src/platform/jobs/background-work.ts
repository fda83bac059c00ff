import PQueue from 'p-queue'

export interface BackgroundWork {
  /** Starts the work. If it is running, it runs once more afterwards, however often it was woken. */
  wake(): void
  /** Resolves once it has ended. */
  idle(): Promise<void>
  /** Aborts it, waits for its end, and never starts it again. */
  stop(): Promise<void>
}

/**
 * Work that runs until nothing is left, once at a time in a process, and that nobody waits for. `stopping` is aborted when
 * it should end early, by returning or throwing. Errors go to `onError`; the work runs again when it is next woken.
 */
export function createBackgroundWork(
  work: (stopping: AbortSignal) => Promise<void>,
  onError: (error: Error) => void,
): BackgroundWork {
  const runs = new PQueue({ concurrency: 1 })
  const stopping = new AbortController()
  const { signal } = stopping
  const run = () =>
    work(signal).catch((error) => {
      // Whatever stopping has broken off is no failure.
      if (!signal.aborted) onError(error)
    })
  return {
    wake() {
      if (!signal.aborted && runs.size === 0) void runs.add(run)
    },
    idle: () => runs.onIdle(),
    async stop() {
      stopping.abort()
      runs.clear()
      await runs.onIdle()
    },
  }
}
