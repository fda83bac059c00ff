export interface BackgroundWork {
  /** Begins it; where it is under way, it is done once more after that. */
  wake(): void
  /** Resolves once it has ended. */
  idle(): Promise<void>
  /** Lets it end, and never begins it again. */
  stop(): Promise<void>
}

/**
 * Work that is done until nothing is left, once at a time in a process, and that nobody waits for. It is told when it
 * should stop; what it throws goes to `onError`, and it is done again when it is woken.
 */
export function createBackgroundWork(
  work: (isStopping: () => boolean) => Promise<void>,
  onError: (error: Error) => void,
): BackgroundWork {
  let running: Promise<void> | null = null
  let stopping = false
  let isAsked = false
  async function run(): Promise<void> {
    while (isAsked && !stopping) {
      isAsked = false
      await work(() => stopping).catch(onError)
    }
    running = null
  }
  return {
    wake() {
      isAsked = true
      if (!stopping) running ??= run()
    },
    async idle() {
      while (running) await running
    },
    async stop() {
      stopping = true
      await running
    },
  }
}
