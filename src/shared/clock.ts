/** Returns the current time. Passed to factories, so that tests can control it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Returns a clock that is ahead of another by this many milliseconds. */
export function clockAhead(clock: Clock, aheadMs: number): Clock {
  return aheadMs === 0 ? clock : () => new Date(clock().getTime() + aheadMs)
}
