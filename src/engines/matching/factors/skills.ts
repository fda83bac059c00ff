import { float64At } from '../../../shared/item-at.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { MatchContext } from '../context.ts'
import type { Covered } from '../coverage.ts'
import type { ExplainedPair } from '../explained-pair.ts'
import type { Pair } from '../pair.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import type { Row } from '../rows/row.ts'
import { postedName } from '../skill-name.ts'
import { IMPORTANCE_WEIGHTS, INFERRED_BESIDE_POSTED, INFERRED_SKILL_WEIGHT } from '../weights.ts'
import { shared } from './factor.ts'

/** How well the offer covers the wanted skills. Related skills and lower levels count in part; rare and important skills weigh more. */
export const skills = shared('skills', skillsCovered, reason)

const SKILLS_SHOWN = 4

/** By importance code: posted skills, inferred skills and hints. */
const WEIGHTS = Float64Array.of(
  ...IMPORTANCES.map((importance) => IMPORTANCE_WEIGHTS[importance]),
  INFERRED_SKILL_WEIGHT,
  INFERRED_SKILL_WEIGHT,
)

/**
 * Returns the mean coverage of the wanted skills, weighted by importance and rarity in the market. 0 if none is wanted.
 */
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

/** Weight of an offered skill within its offer. The weights of an offer sum to 1. */
export function offeredShareOf(offer: Row, offered: number, context: MatchContext): number {
  let sum = 0
  for (let at = 0; at < offer.skillCount; at++) sum += offeredWeight(offer, at, context)
  return offeredWeight(offer, offered, context) / sum
}

function offeredWeight(offer: Row, offered: number, { market }: MatchContext): number {
  return offer.confidence(offered) * market.statistics.skillRarity(offer.skill(offered))
}

/** Weight of a wanted skill within its need. The weights of a need sum to 1. */
export function shareOf(need: Row, wanted: number, context: MatchContext): number {
  let sum = 0
  for (let at = 0; at < need.skillCount; at++) sum += weightOf(need, at, context)
  return weightOf(need, wanted, context) / sum
}

function weightOf(need: Row, wanted: number, { market }: MatchContext): number {
  const importance = need.importance(wanted)
  const isBesidePosted = !need.isPosted(wanted) && need.isPosted(0)
  return (
    float64At(WEIGHTS, importance) *
    need.confidence(wanted) *
    (isBesidePosted ? INFERRED_BESIDE_POSTED : 1) *
    market.statistics.skillRarity(need.skill(wanted))
  )
}

function reason({ coverage }: ExplainedPair): Message[] {
  const posted = coverage.filter((one) => !one.isInferred)
  const asked = posted.length > 0 ? posted : coverage
  const offered = asked.filter(({ by, isByInferred }) => by && !isByInferred)
  const inText = asked.filter(({ by, isByInferred }) => by && isByInferred)
  const missing = posted.filter(({ by }) => !by).map(({ wanted }) => postedName(wanted))
  const sentences: Message[] = []
  if (offered.length > 0) sentences.push(message('skills_offered', { skills: offered.flatMap(through) }))
  if (inText.length > 0) {
    const skills = inText.flatMap(({ by }) => (by ? [postedName(by)] : []))
    sentences.push(message('skills_in_text', { skills: [...new Set(skills)] }))
  }
  if (missing.length > 0) {
    const more = missing.length > SKILLS_SHOWN ? missing.length - SKILLS_SHOWN : 0
    sentences.push(message('skills_not_listed', { skills: missing.slice(0, SKILLS_SHOWN), more }))
  }
  return sentences
}

/** Returns the offered skill as posted, and the wanted one if it differs. */
function through({ wanted, by }: Covered): { offered: string; closeTo: string | null }[] {
  if (!by) return []
  if (wanted.skill === by.skill) return [{ offered: postedName(wanted), closeTo: null }]
  return [{ offered: postedName(by), closeTo: postedName(wanted) }]
}
