import { int32At } from '../../../shared/item-at.ts'
/** The stems by which an anchor can match another posting, with upper bounds for pruning. */
export interface WordingTerms {
  ids: Int32Array
  /** Upper bound of what each stem adds: the wording of a posting is at most the sum of the bounds of its stems. */
  bounds: Float64Array
  /** Upper bound of the wording of any posting. */
  most: number
  /** Those of `ids` that are enough in common for a match. */
  opening: Int32Array
}

/** Bounds are added in another order than values. This covers the rounding of a few hundred additions. */
const ROUNDING = 1 + 1e-12

/**
 * Collects terms with their upper bounds. `ceilingOf` returns another bound: of the wording of a posting whose best
 * stem this is.
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
