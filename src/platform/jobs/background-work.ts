import PQueue from 'p-queue'

export interface BackgroundWork {
  /**
   * Starts the work. If it is already running, it runs once more afterwards, however often this was called.
   */
  wake(): void
  /** Resolves when the work has ended. */
  idle(): Promise<void>
  /** Aborts the work, waits for its end, and never starts it again. */
  stop(): Promise<void>
}

/**
 * Creates background work that runs until nothing is left, only once at a time per process. `stopping` is
 * aborted if it should end early, by returning or throwing. Errors go to `onError`; the work runs again at
 * the next `wake`.
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
      // An interruption by stopping is not a failure.
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
