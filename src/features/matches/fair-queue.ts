import { DomainError } from '../../shared/errors.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { SerialQueue } from './serial-queue.ts'

/** Maximum number of waiting and running tasks of one partner. */
export const MAX_WORK_OF_PARTNER = 64

/**
 * A serial queue that partners share fairly. The service itself counts as one more partner; `run` queues its work. The
 * queue runs one task of each partner in turn, so a partner with one task waits for at most one task of each other
 * partner. Tasks of one partner run in the order in which they were added.
 */
export interface FairQueue extends SerialQueue {
  /** Queues work of a partner. Throws `too_many_open_requests` if too much of this partner's work waits already. */
  runFor<T>(partnerId: PartnerId, work: () => T | Promise<T>): Promise<T>
}

export function createFairQueue(): FairQueue {
  /** The first task of the first owner is running, or runs next. */
  const worksOf = new Map<PartnerId | 'service', (() => Promise<void>)[]>()
  let isRunning = false

  function add<T>(owner: PartnerId | 'service', work: () => T | Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const works = worksOf.get(owner) ?? []
    works.push(() => Promise.resolve().then(work).then(resolve, reject))
    worksOf.set(owner, works)
    if (!isRunning) void runAll()
    return promise
  }

  async function runAll(): Promise<void> {
    isRunning = true
    for (let next = worksOf.entries().next(); !next.done; next = worksOf.entries().next()) {
      const [owner, works] = next.value
      await works[0]?.()
      works.shift()
      // Moves the owner behind all others, including those added meanwhile.
      worksOf.delete(owner)
      if (works.length > 0) worksOf.set(owner, works)
    }
    isRunning = false
  }

  return {
    run: (work) => add('service', work),
    async runFor(partnerId, work) {
      const count = worksOf.get(partnerId)?.length ?? 0
      if (count < MAX_WORK_OF_PARTNER) return add(partnerId, work)
      throw new DomainError(
        'too_many_open_requests',
        `At most ${MAX_WORK_OF_PARTNER} rankings of one partner may wait at once. Wait for an answer, then send the next.`,
      )
    },
  }
}
