import { float64At } from '../../../shared/item-at.ts'
import type { MatchContext } from '../context.ts'
import type { Covered } from '../coverage.ts'
import type { Pair } from '../pair.ts'
import { IMPORTANCES, INFERRED } from '../rows/importances.ts'
import type { Row } from '../rows/row.ts'
import { counted, listed } from '../sentences.ts'
import type { ShownPair } from '../shown-pair.ts'
import { IMPORTANCE_WEIGHTS, INFERRED_BESIDE_POSTED, INFERRED_SKILL_WEIGHT } from '../weights.ts'
import { shared } from './factor.ts'

/** How well the offer covers the wanted skills. Related skills and lower levels count in part; rare and important skills weigh more. */
export const skills = shared('skills', skillsCovered, reason)

/** By the code of an importance. */
const WEIGHTS = Float64Array.of(
  ...IMPORTANCES.map((importance) => IMPORTANCE_WEIGHTS[importance]),
  INFERRED_SKILL_WEIGHT,
)

/** Mean coverage of the wanted skills, weighted by importance and rarity in the market. 0 if none is wanted. */
export function skillsCovered(pair: Pair): number {
  const { need, context } = pair
  let sum = 0
  let weights = 0
  for (let wanted = 0; wanted < need.skillCount; wanted++) {
    const weight = weightOf(need, wanted, context)
    sum += weight * pair.coverage(wanted)
    weights += weight
  }
  return weights === 0 ? 0 : Math.min(1, sum / weights)
}

/** Weight of a wanted skill within its need. The weights of a need sum to 1. */
export function shareOf(need: Row, wanted: number, context: MatchContext): number {
  let sum = 0
  for (let at = 0; at < need.skillCount; at++) sum += weightOf(need, at, context)
  return weightOf(need, wanted, context) / sum
}

function weightOf(need: Row, wanted: number, { market }: MatchContext): number {
  const importance = need.importance(wanted)
  const isBesidePosted = importance === INFERRED && need.importance(0) !== INFERRED
  return (
    float64At(WEIGHTS, importance) *
    need.confidence(wanted) *
    (isBesidePosted ? INFERRED_BESIDE_POSTED : 1) *
    market.statistics.skillRarity(need.skill(wanted))
  )
}

function reason({ coverage }: ShownPair): string {
  const posted = coverage.filter((one) => !one.isInferred)
  const covered = (posted.length > 0 ? posted : coverage).filter((one) => one.by)
  if (posted.length > 0)
    return covered.length > 0
      ? `Covers ${covered.length} of ${counted(posted.length, 'skill')}: ${namesOf(covered)}.`
      : 'No listed skill matches.'
  if (covered.length > 0) return `The offer covers what the need's words suggest: ${namesOf(covered)}.`
  return coverage.length > 0
    ? "The offer covers none of the skills that the need's words suggest."
    : 'The need lists no skills, so its words count instead.'
}

/** The covered skills, those by another skill with its name. */
function namesOf(covered: readonly Covered[]): string {
  const exact = covered.filter(isSame).map(({ wanted }) => wanted.label)
  const others = covered.filter((one) => !isSame(one)).map(through)
  return [...(exact.length > 0 ? [listed(exact)] : []), ...others].join(', ')
}

function isSame({ wanted, by }: Covered): boolean {
  return wanted.skill === by?.skill
}

function through({ wanted, by }: Covered): string {
  return `${wanted.label} (through ${by?.label})`
}
