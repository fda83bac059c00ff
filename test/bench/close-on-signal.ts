/** Ends what a benchmark has opened if the benchmark is ended, so that no server is left behind. */
export function closeOnSignal(closers: (() => unknown)[]): void {
  process.once('SIGTERM', async () => {
    for (const close of closers.splice(0).reverse()) await close()
    process.exit(1)
  })
}

/** Notes that a server is to be stopped at the end, and returns it. */
export function closing<S extends { stop(): unknown }>(closers: (() => unknown)[], server: S): S {
  closers.push(() => server.stop())
  return server
}
