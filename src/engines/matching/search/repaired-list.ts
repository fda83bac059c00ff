import type { RankOptions } from '../engine-interface.ts'
import { ALWAYS_LISTED, bestFirst, comesAfter, type Scored } from './trimmed-list.ts'

/** How the rows that may enter a list are found. */
export interface ChangedRowSearches {
  /** Finds the postings of `among` that pass all filters and gates. */
  findChanged: (options: RankOptions & { among: readonly string[] }) => Generator<void, Scored[]>
  /** Returns those of `rows` that may follow the `best`. */
  keepFollowing: (rows: readonly Scored[], best: readonly Scored[]) => Scored[]
}

/**
 * Returns a ranked list as it is now, given an earlier list, if only pairs with postings in `changed` have other
 * scores. Returns the same array if no row differs. Returns null if the list must be computed from scratch: a listed
 * posting changed, or a changed posting enters the first rows, which decide what may follow them.
 */
export function* repairedList(
  list: readonly Scored[],
  changed: ReadonlySet<string>,
  options: RankOptions,
  { findChanged, keepFollowing }: ChangedRowSearches,
): Generator<void, readonly Scored[] | null> {
  const { after, limit, fillTo = 0, minScore = 0 } = options
  if (changed.size === 0) return list
  // Not possible for a list that may be filled up to its first rows, or that does not contain all of these.
  if (after || limit < ALWAYS_LISTED || fillTo >= ALWAYS_LISTED) return null
  if (list.some(({ id }) => changed.has(id))) return null
  const last = list.length < limit ? undefined : list.at(-1)
  const asked = { ...options, among: [...changed], limit: changed.size }
  const found = yield* findChanged({ ...asked, minScore: Math.max(minScore, last?.score ?? 0) })
  const entering = last ? found.filter((one) => comesAfter(last, one)) : found
  if (entering.length === 0) return list
  const lastOfFirst = list[ALWAYS_LISTED - 1]
  if (!lastOfFirst || entering.some((one) => !comesAfter(one, lastOfFirst))) return null
  const kept = keepFollowing(entering, list.slice(0, ALWAYS_LISTED))
  return kept.length === 0 ? list : [...list, ...kept].sort(bestFirst).slice(0, limit)
}
