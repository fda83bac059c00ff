/**
 * Who may use the engine now: one after the other, since a ranking of many candidates lets the event loop run in
 * between. Work that takes a turn must not take another one within it.
 */
export interface Turns {
  take<T>(work: () => T | Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take(work) {
      const turn = last.then(work)
      last = turn.catch(() => {})
      return turn
    },
  }
}
