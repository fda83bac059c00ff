/**
 * Calls that come while one runs share the next one, so each gets an answer that was asked for after it came. At most one
 * runs at a time.
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
