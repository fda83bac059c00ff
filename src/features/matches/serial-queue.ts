import PQueue from 'p-queue'

/**
 * Runs one task at a time, in the order in which they were added. A ranking of many candidates lets other events run in
 * between, and the index must not change meanwhile.
 */
export interface SerialQueue {
  /**
   * Queues a task, which never starts before `run` has returned. A task must not wait for another one that it queues:
   * both would wait forever.
   */
  run<T>(work: () => T | Promise<T>): Promise<T>
}

export function createSerialQueue(): SerialQueue {
  const queue = new PQueue({ concurrency: 1 })
  return { run: (work) => queue.add(() => Promise.resolve().then(work)) }
}
