/**
 * Wraps a function so that at most one call runs at a time. Calls made while one runs share the next one, so
 * each gets a result that was computed after it was made.
 */
export function sharedCall<T>(call: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let waiting: Promise<T> | null = null
  return () => {
    if (waiting) return waiting
    const next = running.then(() => {
      waiting = null
      return call()
    })
    waiting = next
    running = next.catch(() => {})
    return next
  }
}
