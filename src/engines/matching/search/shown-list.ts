import type { RankOptions } from '../engine-interface.ts'

export interface Scored {
  id: string
  score: number
}

/** These rows of a list that fit are always shown. Those behind them have to stand beside the best of them. */
export const ALWAYS_SHOWN = 5

/** How the rows of a list are found. */
export interface Finds {
  fitting: (options: RankOptions) => Generator<void, Scored[]>
  /** Those of them that may stand beside these. */
  besideBest: (options: RankOptions, best: readonly Scored[]) => Generator<void, Scored[]>
  /** Keeps of some rows that fit those that may stand beside these. */
  keepBesideBest: (rows: readonly Scored[], best: readonly Scored[]) => Scored[]
  /** Those that fit less and may fill a list of these. */
  filling: (options: RankOptions, beside: readonly Scored[]) => Generator<void, Scored[]>
}

/**
 * A list of those that fit. If there are fewer than `least`, the best of those that fit less fill it up to that number, each at the
 * place of its score. If there are more, those behind the first `ALWAYS_SHOWN` are left out that fit far less than these: beside
 * a strong match they are noise. Every page of a list is a part of the same list.
 */
export function* shownList(
  least: number,
  options: RankOptions,
  { fitting, besideBest, keepBesideBest, filling }: Finds,
): Generator<void, Scored[]> {
  const { after, limit } = options
  if (least === 0) return yield* fitting(options)
  const { after: _, ...fromTheTop } = options
  const asked = Math.max(after ? 0 : limit, least, ALWAYS_SHOWN)
  const first = yield* fitting({ ...fromTheTop, limit: asked })
  if (first.length < least) {
    const known = new Set(first.map(({ id }) => id))
    const others = (yield* filling({ ...fromTheTop, limit: least }, first)).filter(({ id }) => !known.has(id))
    return pageOf([...first, ...others.slice(0, least - first.length)].sort(bestFirst), options)
  }
  const best = first.slice(0, ALWAYS_SHOWN)
  const last = best.at(-1)
  const from = after && last && isBehind(after, last) ? after : last
  const isWhole = first.length < asked
  const others = isWhole
    ? keepBesideBest(first.slice(best.length), best)
    : yield* besideBest({ ...fromTheTop, ...(from && { after: from }) }, best)
  return pageOf([...best, ...others], options)
}

function pageOf(sorted: readonly Scored[], { after, limit }: RankOptions): Scored[] {
  return sorted.filter((one) => !after || isBehind(one, after)).slice(0, limit)
}

/** Whether one comes after another in a list: equal scores are in the order of their ids. */
export function isBehind(one: Scored, other: Scored): boolean {
  return one.score < other.score || (one.score === other.score && one.id > other.id)
}

/** The order of a list. */
export function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1)
}
