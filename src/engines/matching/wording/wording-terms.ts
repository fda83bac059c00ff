import { int32At } from '../../../shared/item-at.ts'
/** The stems by which an anchor can bind another posting, with bounds for pruning. */
export interface WordingTerms {
  ids: Int32Array
  /**
   * At most so much comes from each stem: a posting that holds, of `ids`, only those of a set has a wording of at
   * most the sum of their bounds.
   */
  bounds: Float64Array
  /** The greatest wording of any posting. */
  most: number
  /** Those of `ids` that make two postings meet. */
  opening: Int32Array
}

/** Bounds are sums in another order than values: this much covers the rounding of a few hundred additions. */
const ROUNDING = 1 + 1e-12

/**
 * Takes terms with their bounds. `ceilingOf` is a further bound on what a posting with this stem as its best one can
 * have.
 */
export function wordingTerms(
  ids: Int32Array,
  opens: Uint8Array,
  boundOf: (id: number) => number,
  ceilingOf: (id: number) => number,
): WordingTerms {
  const bounds = new Float64Array(ids.length)
  let sum = 0
  let ceiling = 0
  for (let at = 0; at < ids.length; at++) {
    const id = int32At(ids, at)
    const bound = boundOf(id) * ROUNDING
    bounds[at] = bound
    sum += bound
    ceiling = Math.max(ceiling, ceilingOf(id) * ROUNDING)
  }
  return { ids, bounds, most: Math.min(1, sum, ceiling), opening: ids.filter((id) => opens[id] === 1) }
}
