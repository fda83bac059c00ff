import PQueue from 'p-queue'

/**
 * Access to the engine, one piece of work at a time and in the order in which it came: a ranking of many candidates lets
 * the event loop run in between, and the index must not change meanwhile.
 */
export interface Turns {
  /**
   * Runs the work when its turn comes, never before `take` has returned. The work must not take another turn within it:
   * it would wait for itself.
   */
  take<T>(work: () => T | Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  const queue = new PQueue({ concurrency: 1 })
  return { take: (work) => queue.add(() => Promise.resolve().then(work)) }
}
