/** How good the lists of a judged market are; each figure in [0, 1]. */
export interface MarketMetrics {
  /** Discounted gain of the first five over that of the best order, gain = grade; needs with a good offer only. */
  ndcg5: number
  /** Needs whose first row is relevant. */
  hit1: number
  /** Relevant offers among the first five, of at most five that exist. */
  recall5: number
  /** Rows among the first five that are irrelevant. */
  junk_share: number
  /** Rows of the default list that are relevant. */
  precision_shown: number
  /** Good offers (grade 2 and 3) that the default list contains. */
  recall_good: number
}

const FIRST = 5
const LEAST_GOOD_GRADE = 2

/** Judges one list of offer ids for each need, best first, no longer than the default list. */
export function marketMetrics(
  lists: ReadonlyMap<string, readonly string[]>,
  grades: ReadonlyMap<string, ReadonlyMap<string, number>>,
): MarketMetrics {
  const ndcg: number[] = []
  const sums = {
    hits: 0,
    firstRows: 0,
    found5: 0,
    possible5: 0,
    relevant5: 0,
    rows5: 0,
    relevant: 0,
    rows: 0,
    good: 0,
    foundGood: 0,
  }
  for (const [needId, ids] of lists) {
    const ofNeed = grades.get(needId) ?? new Map<string, number>()
    const gains = ids.map((id) => ofNeed.get(id) ?? 0)
    const first = gains.slice(0, FIRST)
    const relevant5 = first.filter((gain) => gain > 0).length
    sums.rows5 += first.length
    sums.relevant5 += relevant5
    sums.rows += gains.length
    sums.relevant += gains.filter((gain) => gain > 0).length
    const best = [...ofNeed.values()].sort((a, b) => b - a)
    if (best.length === 0) continue
    ndcg.push(discountedGain(first) / discountedGain(best.slice(0, FIRST)))
    sums.firstRows += 1
    sums.hits += Number((gains[0] ?? 0) > 0)
    sums.found5 += relevant5
    sums.possible5 += Math.min(FIRST, best.length)
    sums.good += best.filter((grade) => grade >= LEAST_GOOD_GRADE).length
    sums.foundGood += gains.filter((gain) => gain >= LEAST_GOOD_GRADE).length
  }
  return {
    ndcg5: share(
      ndcg.reduce((sum, value) => sum + value, 0),
      ndcg.length,
    ),
    hit1: share(sums.hits, sums.firstRows),
    recall5: share(sums.found5, sums.possible5),
    junk_share: share(sums.rows5 - sums.relevant5, sums.rows5),
    precision_shown: share(sums.relevant, sums.rows),
    recall_good: share(sums.foundGood, sums.good),
  }
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000)
