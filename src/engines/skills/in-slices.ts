import { setImmediate } from 'node:timers/promises'
import { inSteps } from '../../shared/in-steps.ts'

/** The result of a computation in many short steps. It runs in slices between other work, or all at once. */
export interface Sliced<T> {
  /** Runs the remaining steps at once and returns the result. */
  now(): T
  /** Computes in slices of a few milliseconds, between which the event loop runs. */
  ready(): Promise<void>
}

export function inSlices<T>(steps: Generator<void, T>): Sliced<T> {
  let result: { value: T } | undefined

  function advance(): void {
    const step = steps.next()
    if (step.done) result = { value: step.value }
  }

  function* remaining(): Generator<void, void> {
    while (!result) {
      advance()
      yield
    }
  }

  return {
    now() {
      while (!result) advance()
      return result.value
    },
    async ready() {
      await setImmediate()
      await inSteps(remaining())
    },
  }
}
