import PQueue from 'p-queue'

/**
 * Runs one piece of work at a time, in the order in which it came. A ranking of many candidates lets the event loop run in
 * between, and the index must not change meanwhile.
 */
export interface SerialQueue {
  /**
   * Queues the work; it never starts before `run` has returned. The work must not queue more work and wait for it: both
   * would wait forever.
   */
  run<T>(work: () => T | Promise<T>): Promise<T>
}

export function createSerialQueue(): SerialQueue {
  const queue = new PQueue({ concurrency: 1 })
  return { run: (work) => queue.add(() => Promise.resolve().then(work)) }
}
