import type { RankOptions } from '../engine-interface.ts'

export interface Scored {
  id: string
  score: number
}

type Find = (options: RankOptions) => Generator<void, Scored[]>

/**
 * A list of those that fit. If there are fewer than `least`, the best of those that fit less fill it up to that number, each
 * at the place of its score. Every page of a list is a part of the same list.
 */
export function* filledTo(
  least: number,
  options: RankOptions,
  {
    fitting,
    filling,
  }: {
    fitting: Find
    /** Finds those that fit less and may stand beside these. */
    filling: (options: RankOptions, beside: readonly Scored[]) => ReturnType<Find>
  },
): Generator<void, Scored[]> {
  const { after, limit } = options
  if (least === 0) return yield* fitting(options)
  const { after: _, ...fromTheTop } = options
  const first = yield* fitting({ ...fromTheTop, limit: after ? least : Math.max(limit, least) })
  if (first.length >= least) return after ? yield* fitting(options) : first.slice(0, limit)
  const known = new Set(first.map(({ id }) => id))
  const others = (yield* filling({ ...fromTheTop, limit: least }, first)).filter(({ id }) => !known.has(id))
  return [...first, ...others.slice(0, least - first.length)]
    .sort(bestFirst)
    .filter((one) => !after || isBehind(one, after))
    .slice(0, limit)
}

/** Whether one comes after another in a list: equal scores are in the order of their ids. */
export function isBehind(one: Scored, other: Scored): boolean {
  return one.score < other.score || (one.score === other.score && one.id > other.id)
}

function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1)
}
