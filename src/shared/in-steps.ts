import { setImmediate } from 'node:timers/promises'

const SLICE_MS = 8

/** Runs steps to their end, and lets the event loop run every few milliseconds. Throws once the signal is aborted. */
export async function inSteps<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted()
  for (let sliceEndsMs = performance.now() + SLICE_MS; ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < sliceEndsMs) continue
    await setImmediate()
    signal?.throwIfAborted()
    sliceEndsMs = performance.now() + SLICE_MS
  }
}

/** Does something with each of many items, a step each. */
export function eachInSteps<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  function* steps(): Generator<void, void> {
    for (const item of items) {
      work(item)
      yield
    }
  }
  return inSteps(steps())
}
