import type { RankOptions } from '../engine-interface.ts'
import { ALWAYS_SHOWN, bestFirst, isBehind, type Scored } from './shown-list.ts'

/** How the rows that may have come into a list are found. */
export interface FindsChanged {
  /** Those of these that could stand in a list at all. */
  couldStand: (options: RankOptions & { among: readonly string[] }) => Generator<void, Scored[]>
  /** Keeps of some rows those that may stand behind these. */
  keepBehind: (rows: readonly Scored[], best: readonly Scored[]) => Scored[]
}

/**
 * A list as it is now, made of an earlier one, if no pairs but those of `changed` have other scores. The same array if no row is another.
 * Null where the changed postings do not tell: a row of the list changed, or one comes among the first, on which depends which
 * rows follow them.
 */
export function* repairedList(
  list: readonly Scored[],
  changed: ReadonlySet<string>,
  options: RankOptions,
  { couldStand, keepBehind }: FindsChanged,
): Generator<void, readonly Scored[] | null> {
  const { after, limit, fillTo = 0, minScore = 0 } = options
  if (changed.size === 0) return list
  // A list that may be filled up to its first rows, or that does not show them all, cannot be told by what it shows.
  if (after || limit < ALWAYS_SHOWN || fillTo >= ALWAYS_SHOWN) return null
  if (list.some(({ id }) => changed.has(id))) return null
  const last = list.length < limit ? undefined : list.at(-1)
  const asked = { ...options, among: [...changed], limit: changed.size }
  const found = yield* couldStand({ ...asked, minScore: Math.max(minScore, last?.score ?? 0) })
  const entering = last ? found.filter((one) => isBehind(last, one)) : found
  if (entering.length === 0) return list
  const fifth = list[ALWAYS_SHOWN - 1]
  if (!fifth || entering.some((one) => !isBehind(one, fifth))) return null
  const kept = keepBehind(entering, list.slice(0, ALWAYS_SHOWN))
  return kept.length === 0 ? list : [...list, ...kept].sort(bestFirst).slice(0, limit)
}
