import { setImmediate } from 'node:timers/promises'

const SLICE_MS = 8

/**
 * Who may use the engine now: one after the other, since a ranking of many candidates lets the event loop run in
 * between. Work that takes a turn must not take another one within it.
 */
export interface Turns {
  take<T>(work: () => T | Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take(work) {
      const turn = last.then(work)
      last = turn.catch(() => {})
      return turn
    },
  }
}

/** Runs steps to their end, and lets the event loop run every few milliseconds. */
export async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
  for (let sliceEndsMs = performance.now() + SLICE_MS; ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < sliceEndsMs) continue
    await setImmediate()
    sliceEndsMs = performance.now() + SLICE_MS
  }
}
