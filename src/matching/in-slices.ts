import { setImmediate } from 'node:timers/promises'

const SLICE_MS = 8

/** Does something with each of many items, and lets the event loop run every few milliseconds. */
export async function inSlices<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  let sliceEndsMs = performance.now() + SLICE_MS
  for (const item of items) {
    work(item)
    if (performance.now() < sliceEndsMs) continue
    await setImmediate()
    sliceEndsMs = performance.now() + SLICE_MS
  }
}
