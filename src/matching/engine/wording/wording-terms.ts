/** The stems by which an anchor can bind another posting, those that can bring most first, with bounds for pruning. */
export interface WordingTerms {
  ids: Int32Array
  /**
   * At most so much comes from each stem: a posting that holds, of `ids`, only those of a set has a wording of at
   * most the sum of their bounds.
   */
  bounds: Float64Array
  /** At each place, the wording's bound for a posting that holds none of the ids before it; one longer than `ids`, and 0 there. */
  suffixBounds: Float64Array
  /** Those of `ids` that make two postings meet, in the same order. */
  opening: Int32Array
}

/** Bounds are sums in another order than values: this much covers the rounding of a few hundred additions. */
const ROUNDING = 1 + 1e-12

/**
 * Sorts terms and sums their bounds from the end. `ceilingOf` is a further bound on what a posting with this stem
 * as its best one can have.
 */
export function wordingTerms(
  ids: Int32Array,
  opens: Uint8Array,
  boundOf: (id: number) => number,
  ceilingOf: (id: number) => number,
): WordingTerms {
  const bounds = new Map([...ids].map((id) => [id, boundOf(id) * ROUNDING]))
  const bound = (id: number) => bounds.get(id) ?? 0
  const sorted = ids.slice().sort((a, b) => bound(b) - bound(a) || a - b)
  const suffixBounds = new Float64Array(sorted.length + 1)
  let sum = 0
  let ceiling = 0
  for (let at = sorted.length - 1; at >= 0; at--) {
    const id = sorted[at] ?? 0
    sum += bound(id)
    ceiling = Math.max(ceiling, ceilingOf(id) * ROUNDING)
    suffixBounds[at] = Math.min(1, sum, ceiling)
  }
  return {
    ids: sorted,
    bounds: Float64Array.from(sorted, bound),
    suffixBounds,
    opening: sorted.filter((id) => opens[id] === 1),
  }
}
