import { performance } from 'node:perf_hooks'

const TICK_MS = 10

/** How late the event loop is. It is measured until `stop`. */
export interface EventLoopDelay {
  /**
   * For how long each of the last two turns was held, at least. One long hold, as a start or a collection of garbage has, counts
   * as nothing: what waited for it is answered next. Only a process that is held again at once is behind.
   */
  readMs(): number
  stop(): void
}

/** Measures how late a timer of 10 ms is. While the loop is held the timer runs once a turn, before the requests of that turn. */
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
