/** How well one query's ranking did; each in [0, 1]. */
export interface RankingMetrics {
  /** Mean of the precisions at each relevant document's place; one that is not returned counts 0. */
  averagePrecision: number
  /** 1 ⁄ the first relevant document's place, 0 where there is none. */
  reciprocalRank: number
  /** Relevant ones among the first 5, of as many as there could be. */
  rPrecisionAt5: number
  /** Discounted gain of the first 10 over that of the best order, gain = grade (Järvelin and Kekäläinen 2002). */
  ndcgAt10: number
  /** 1 where the first document is relevant. */
  hitAt1: number
}

/**
 * Judges a ranking of document ids, best first, by the grades of the relevant ones, each above 0.
 * @throws RangeError where nothing is relevant
 */
export function rankingMetrics(
  ranking: readonly string[],
  grades: ReadonlyMap<string, number>,
): RankingMetrics {
  if (grades.size === 0) throw new RangeError('A query without relevant documents cannot be judged')
  let found = 0
  let precisions = 0
  let foundIn5 = 0
  let first = 0
  ranking.forEach((id, at) => {
    if (!grades.has(id)) return
    found++
    precisions += found / (at + 1)
    if (at < 5) foundIn5++
    if (first === 0) first = at + 1
  })
  const best = [...grades.values()].sort((a, b) => b - a)
  return {
    averagePrecision: precisions / grades.size,
    reciprocalRank: first === 0 ? 0 : 1 / first,
    rPrecisionAt5: foundIn5 / Math.min(5, grades.size),
    ndcgAt10: discountedGain(ranking.map((id) => grades.get(id) ?? 0)) / discountedGain(best),
    hitAt1: Number(first === 1),
  }
}

function discountedGain(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}
