import { setImmediate } from 'node:timers/promises'

const SLICE_MS = 8

/** What a long computation of many short steps yields, computed while other work goes on, or at once. */
export interface Sliced<T> {
  /** The result; what is left to compute is computed now. */
  now(): T
  /** Computes in slices of a few milliseconds, between which the event loop runs. */
  ready(): Promise<void>
}

export function inSlices<T>(steps: Generator<void, T>): Sliced<T> {
  let result: { value: T } | undefined

  /** Returns early, without a result, where the time is over. */
  function advance(untilMs: number): void {
    while (!result) {
      const step = steps.next()
      if (step.done) result = { value: step.value }
      else if (performance.now() >= untilMs) return
    }
  }

  return {
    now() {
      advance(Infinity)
      if (!result) throw new Error('an endless computation has no result')
      return result.value
    },
    async ready() {
      while (!result) {
        await setImmediate()
        advance(performance.now() + SLICE_MS)
      }
    },
  }
}
