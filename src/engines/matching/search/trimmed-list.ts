import type { RankOptions } from '../engine-interface.ts'

export interface Scored {
  id: string
  score: number
}

/** Number of rows that are always listed if they fit. Later rows must be near enough to the best of these. */
export const ALWAYS_LISTED = 5
/**
 * A first search finds so many times the rows of a page, as some of them are left out. More rows cost it little, and a second search
 * would look at every candidate again (a sixth of the processor's time of a ranking, in a market of 100,000 offers).
 */
const FOUND_PER_LISTED = 2

/** How the rows of a list are found. */
export interface ListSearches {
  /** Finds the pairs that fit. */
  findFitting: (options: RankOptions) => Generator<void, Scored[]>
  /** Finds the pairs that fit and are near enough to these best ones. */
  findNearBest: (options: RankOptions, best: readonly Scored[]) => Generator<void, Scored[]>
  /** Returns those of some fitting rows that are near enough to the best ones. */
  keepNearBest: (rows: readonly Scored[], best: readonly Scored[]) => Scored[]
  /** Finds the pairs that fit less and may fill this list. */
  findFilling: (options: RankOptions, beside: readonly Scored[]) => Generator<void, Scored[]>
}

/**
 * Returns the pairs that fit. If there are fewer than `least`, the best of those that fit less fill the list up to that
 * number, each placed by its score. If there are more, rows after the first `ALWAYS_LISTED` are left out if they fit far
 * less than these: next to a strong match they are noise. All pages belong to one and the same list.
 */
export function* trimmedList(
  least: number,
  options: RankOptions,
  { findFitting, findNearBest, keepNearBest, findFilling }: ListSearches,
): Generator<void, Scored[]> {
  const { after, limit } = options
  if (least === 0) return yield* findFitting(options)
  const { after: _, ...fromTheTop } = options
  const asked = Math.max(after ? 0 : limit * FOUND_PER_LISTED, least, ALWAYS_LISTED)
  const first = yield* findFitting({ ...fromTheTop, limit: asked })
  if (first.length < least) {
    const known = new Set(first.map(({ id }) => id))
    const others = (yield* findFilling({ ...fromTheTop, limit: least }, first)).filter(
      ({ id }) => !known.has(id),
    )
    return pageOf([...first, ...others.slice(0, least - first.length)].sort(bestFirst), options)
  }
  const best = first.slice(0, ALWAYS_LISTED)
  const found = [...best, ...keepNearBest(first.slice(best.length), best)]
  const last = first.at(-1)
  const missing = after ? limit : limit - found.length
  if (first.length < asked || missing <= 0 || !last) return pageOf(found, options)
  // Those that were found are the best down to the last of them, so only what comes after it is searched.
  const from = after && comesAfter(after, last) ? after : last
  const more = yield* findNearBest({ ...fromTheTop, limit: missing, after: from }, best)
  return pageOf([...found, ...more], options)
}

function pageOf(sorted: readonly Scored[], { after, limit }: RankOptions): Scored[] {
  return sorted.filter((one) => !after || comesAfter(one, after)).slice(0, limit)
}

/** Returns whether one row comes after another in a list. Equal scores are ordered by id. */
export function comesAfter(one: Scored, other: Scored): boolean {
  return one.score < other.score || (one.score === other.score && one.id > other.id)
}

/** Compares two rows by their order in a list. */
export function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1)
}
