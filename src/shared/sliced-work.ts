import { setImmediate } from 'node:timers'

const SLICE_MS = 4

const waiting: (() => void)[] = []

/**
 * Waits for the next turn of this work. All sliced work of the process takes turns, so that a turn of the
 * event loop runs only one slice.
 */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(giveTurn)
  })
}

function giveTurn(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(giveTurn)
}

/**
 * For work whose steps come from a stream. Call the returned function between steps: after some milliseconds
 * of work it returns a promise to await, which lets the event loop run.
 */
export function createPauses(): () => Promise<void> | null {
  let sliceEndsMs = performance.now() + SLICE_MS
  return () => {
    if (performance.now() < sliceEndsMs) return null
    return nextTurn().then(() => {
      sliceEndsMs = performance.now() + SLICE_MS
    })
  }
}

/**
 * Runs a computation of many short steps to its end, and lets the event loop run every few milliseconds.
 * Throws if the signal is aborted.
 */
export async function runSliced<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    await nextTurn()
    signal?.throwIfAborted()
    const sliceEndsMs = performance.now() + SLICE_MS
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < sliceEndsMs)
  }
}

/** Calls `work` with each item, one step each. See `runSliced`. */
export function forEachSliced<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  function* steps(): Generator<void, void> {
    for (const item of items) {
      work(item)
      yield
    }
  }
  return runSliced(steps())
}

/** A computation of many short steps that can be finished at once or in slices. Each step runs only once. */
export interface SlicedWork<T> {
  /** Finishes the computation at once and returns the result. */
  now(): T
  /** Computes the result in slices. See `runSliced`. */
  ready(): Promise<void>
}

export function createSlicedWork<T>(steps: Generator<void, T>): SlicedWork<T> {
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
      await runSliced(remaining())
    },
  }
}
