/** Counts things by outcome and notifies listeners of each. */
export interface Counts<O extends string> {
  /** All outcomes that may be counted. */
  outcomes: readonly O[]
  count(outcome: O): void
  onCount(listener: (outcome: O) => void): void
}

export function createCounts<O extends string>(outcomes: readonly O[]): Counts<O> {
  const listeners: ((outcome: O) => void)[] = []
  return {
    outcomes,
    count(outcome) {
      for (const listener of listeners) listener(outcome)
    },
    onCount: (listener) => void listeners.push(listener),
  }
}
