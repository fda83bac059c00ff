/**
 * Gathers items while they come in quick succession. Passes them on once none has come for `quietMs`, or `mostMs` after the first of
 * them.
 */
export function createWhenQuiet<T>(
  { quietMs, mostMs }: { quietMs: number; mostMs: number },
  pass: (items: readonly T[]) => void,
) {
  const gathered: T[] = []
  let lastAtMs = 0
  let passesByMs = 0
  let timer: NodeJS.Timeout | undefined

  function wait(ms: number): void {
    timer = setTimeout(look, ms).unref()
  }

  function look(): void {
    const restMs = Math.min(lastAtMs + quietMs, passesByMs) - performance.now()
    if (restMs > 0) wait(restMs)
    else pass(gathered.splice(0))
  }

  return {
    add(item: T): void {
      lastAtMs = performance.now()
      if (gathered.length === 0) {
        passesByMs = lastAtMs + mostMs
        wait(Math.min(quietMs, mostMs))
      }
      gathered.push(item)
    },
    close(): void {
      clearTimeout(timer)
    },
  }
}
