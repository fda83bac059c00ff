export interface Prediction {
  probability: number
  good: boolean
}

export interface Evaluation {
  outcomes: number
  /** Mean of −ln of the probability that was predicted for the actual outcome. */
  logLoss: number
  /**
   * Probability that a good outcome got a higher prediction than a bad one. Ties count half; 0.5 if one kind is
   * missing.
   */
  auc: number
  /** Ten groups of equal size, least likely first, with the mean prediction and the actual share of good outcomes. */
  calibration: { count: number; predicted: number; observed: number }[]
}

const GROUPS = 10
/** Predicted probabilities are limited to this, because the loss at 0 would be infinite. */
const LEAST = 1e-12

export function evaluate(predictions: readonly Prediction[]): Evaluation {
  const sorted = [...predictions].sort((a, b) => a.probability - b.probability)
  const losses = sorted.map(
    ({ probability, good }) => -Math.log(Math.max(LEAST, good ? probability : 1 - probability)),
  )
  return {
    outcomes: sorted.length,
    logLoss: mean(losses),
    auc: aucOf(sorted),
    calibration: groupsOf(sorted).map((members) => ({
      count: members.length,
      predicted: mean(members.map(({ probability }) => probability)),
      observed: mean(members.map(({ good }) => (good ? 1 : 0))),
    })),
  }
}

function groupsOf(sorted: readonly Prediction[]): Prediction[][] {
  const groups = Math.min(GROUPS, sorted.length)
  const start = (group: number) => Math.floor((group * sorted.length) / groups)
  return Array.from({ length: groups }, (_, group) => sorted.slice(start(group), start(group + 1)))
}

/**
 * Splits outcomes into earlier ones for training and the latest ones for evaluation, because a model must hold for what
 * comes after its training.
 */
export function splitByTime<T extends { atMs: number }>(outcomes: readonly T[], heldOut = 0.25) {
  const inOrder = [...outcomes].sort((a, b) => a.atMs - b.atMs)
  const from = Math.ceil(inOrder.length * (1 - heldOut))
  return { training: inOrder.slice(0, from), holdOut: inOrder.slice(from) }
}

/** Computes the AUC from ranks (Mann and Whitney 1947). Ties get their mean rank. */
function aucOf(sorted: readonly Prediction[]): number {
  let goodRanks = 0
  let goods = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]?.probability === sorted[from]?.probability) to++
    const meanRank = (from + 1 + to) / 2
    for (let at = from; at < to; at++) {
      if (!sorted[at]?.good) continue
      goods++
      goodRanks += meanRank
    }
    from = to
  }
  const bads = sorted.length - goods
  return goods === 0 || bads === 0 ? 0.5 : (goodRanks - (goods * (goods + 1)) / 2) / (goods * bads)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
