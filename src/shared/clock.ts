/** Now, as a factory argument, so that tests can hold it still. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** A clock that goes ahead of another by so much. */
export function clockAhead(clock: Clock, aheadMs: number): Clock {
  return aheadMs === 0 ? clock : () => new Date(clock().getTime() + aheadMs)
}
