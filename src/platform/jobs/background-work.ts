import PQueue from 'p-queue'

export interface BackgroundWork {
  /** Starts the work. If it is running, it runs once more afterwards, however often it was woken. */
  wake(): void
  /** Resolves once it has ended. */
  idle(): Promise<void>
  /** Lets it end and never starts it again. */
  stop(): Promise<void>
}

/**
 * Work that runs until nothing is left, once at a time in a process, and that nobody waits for. `isStopping` tells it
 * when it should end early. Errors go to `onError`; the work runs again when it is next woken.
 */
export function createBackgroundWork(
  work: (isStopping: () => boolean) => Promise<void>,
  onError: (error: Error) => void,
): BackgroundWork {
  const runs = new PQueue({ concurrency: 1 })
  let isStopping = false
  return {
    wake() {
      if (!isStopping && runs.size === 0) void runs.add(() => work(() => isStopping).catch(onError))
    },
    idle: () => runs.onIdle(),
    async stop() {
      isStopping = true
      runs.clear()
      await runs.onIdle()
    },
  }
}
