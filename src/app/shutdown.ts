/** The parts of a running service, and the order in which to end them. */
export interface Shutdown {
  /**
   * Adds something that takes requests or does work. All of these end together, before the parts that they
   * use.
   */
  endWork(end: () => unknown): void
  /** Adds something that work uses. Closed in reverse order of opening. */
  closeAfterwards(close: () => unknown): void
  /** Adds a way to interrupt work that waits for a client or the database. */
  breakOff(cut: () => void): void
  /**
   * Ends everything. Interrupts work that has not ended after `graceMs`. Throws if something could not be
   * ended.
   */
  run(graceMs: number): Promise<void>
}

export function createShutdown(): Shutdown {
  const works: (() => unknown)[] = []
  const resources: (() => unknown)[] = []
  const cuts: (() => void)[] = []
  return {
    endWork: (end) => works.push(end),
    closeAfterwards: (close) => resources.push(close),
    breakOff: (cut) => cuts.push(cut),
    async run(graceMs) {
      const timer = setTimeout(() => {
        for (const cut of cuts) cut()
      }, graceMs)
      const ended = await Promise.allSettled(works.splice(0).map(async (end) => end()))
      for (const close of resources.splice(0).reverse())
        ended.push(...(await Promise.allSettled([(async () => close())()])))
      clearTimeout(timer)
      const errors = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      if (errors.length > 0) throw new AggregateError(errors, 'not everything could be stopped')
    },
  }
}
