import { float64At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import type { WantedSkills } from '../factor-weights.ts'
import type { FactorName } from '../factors/factor-names.ts'
import { FACTORS } from '../factors/factors.ts'
import { type Limits, weighingOf } from '../limits.ts'
import { wantedSkillsOf } from '../score.ts'

/** Factors whose upper bound a database statement computes. */
export const READ_FACTORS = [
  'skills',
  'wording',
  'return',
  'trust',
  'responsiveness',
  'connection',
  'freshness',
  'place',
  'time',
] as const satisfies readonly FactorName[]

export type ReadFactor = (typeof READ_FACTORS)[number]

/** Upper bound of a utility: `rest` plus the weights times the upper bounds of the factors. */
export interface BoundSide {
  rest: number
  weights: Partial<Record<ReadFactor, number>>
}

/** Upper bounds of both utilities for pairs whose need has such skills. */
export interface BoundLine {
  wanted: WantedSkills
  hasMeaning: boolean
  need: BoundSide
  offer: BoundSide
}

/** Factors by which each side judges the other's record. For the side that judges the anchor they are known. */
const JUDGED: readonly FactorName[] = ['trust', 'responsiveness', 'freshness']

/** Returns the bounds of all pairs that an anchor may be in. */
export function boundLinesOf(context: MatchContext, limits: Limits): BoundLine[] {
  const { anchor, anchorIsNeed } = context
  const wanted: readonly WantedSkills[] = anchorIsNeed
    ? [wantedSkillsOf(anchor)]
    : ['posted', 'inferred', 'none']
  return wanted.flatMap((one) =>
    (anchor.hasMeaning ? [false, true] : [false]).map((hasMeaning) => {
      const weights = limits.weights(weighingOf(one, hasMeaning))
      return {
        wanted: one,
        hasMeaning,
        need: sideOf(weights.need, limits.need, anchorIsNeed),
        offer: sideOf(weights.offer, limits.offer, !anchorIsNeed),
      }
    }),
  )
}

/** If `judges` is true, the side judges candidates; otherwise it judges the anchor, whose record is known. */
function sideOf(weights: Float64Array, most: Float64Array, judges: boolean): BoundSide {
  const side: BoundSide = { rest: 0, weights: {} }
  FACTORS.forEach(({ name }, at) => {
    const weight = float64At(weights, at)
    if (isRead(name) && (judges || !JUDGED.includes(name))) side.weights[name] = weight
    else side.rest += weight * float64At(most, at)
  })
  return side
}

function isRead(name: FactorName): name is ReadFactor {
  return READ_FACTORS.some((one) => one === name)
}
