import { performance } from 'node:perf_hooks'

const TICK_MS = 10

/** Measures the delay of the event loop until `stop`. */
export interface EventLoopDelay {
  /**
   * Returns the smaller delay of the last two turns, in ms. A single long delay, as at start or from a
   * garbage collection, counts as nothing, because waiting requests are answered next. Only a process that is
   * delayed again at once is behind.
   */
  readMs(): number
  stop(): void
}

/**
 * Measures how late a timer of 10 ms is. While the loop is blocked the timer runs once per turn, before the
 * requests of that turn.
 */
export function followEventLoopDelay(): EventLoopDelay {
  let lastTickMs = performance.now()
  let last = 0
  let beforeLast = 0
  const timer = setInterval(() => {
    const nowMs = performance.now()
    beforeLast = last
    last = nowMs - lastTickMs - TICK_MS
    lastTickMs = nowMs
  }, TICK_MS)
  timer.unref()
  return { readMs: () => Math.min(last, beforeLast), stop: () => clearInterval(timer) }
}
