import { hoursLeftOf } from './capacity.ts'
import { type Covered, levelsBelow } from './coverage.ts'
import type { ExplainedPair } from './explained-pair.ts'
import type { Cost } from './explanation.ts'
import type { MarketNeed, MarketOffer, ReturnSkill } from './postings.ts'
import type { Relatedness } from './relatedness.ts'
import { postedName } from './skill-name.ts'
import { ESTIMATED_HOURS_PER_LEVEL, ESTIMATED_HOURS_PER_MISSING_SKILL } from './weights.ts'

/** Returns what the help would cost the organization: money, estimated hours of training, and what it gives in kind. */
export function costOf({ need, offer, coverage, context }: ExplainedPair): Cost {
  return {
    money: moneyOf(need, offer),
    hoursToTrain: hoursToTrain(coverage),
    inKind:
      offer.terms.kind === 'barter' ? inKind(need.gives, offer.terms.wants, context.market.relatedness) : [],
  }
}

function moneyOf(need: MarketNeed, offer: MarketOffer): Cost['money'] {
  const { terms } = offer
  if (terms.kind === 'intern' && terms.stipend) return { ...terms.stipend, unit: 'total', perWeek: null }
  if (terms.kind !== 'paid') return null
  const { rate, unit } = terms
  const hours = fewest(need.hoursPerWeek, hoursLeftOf(offer))
  const perWeek =
    unit === 'hour' && hours !== null
      ? { amountMinor: Math.round(rate.amountMinor * hours), currency: rate.currency }
      : null
  return { ...rate, unit, perWeek }
}

/** The smaller of the wanted and the offered hours. */
function fewest(wanted: number | null, offered: number | null): number | null {
  if (wanted === null || offered === null) return wanted ?? offered
  return Math.min(wanted, offered)
}

/** Training hours to close the gaps in `must` and `should` skills. A `nice` skill needs no training. */
function hoursToTrain(coverage: readonly Covered[]): number | null {
  let hours = 0
  for (const { wanted, by, relatedness } of coverage) {
    if (wanted.importance === 'nice') continue
    hours += (1 - relatedness) * ESTIMATED_HOURS_PER_MISSING_SKILL
    hours += levelsBelow(wanted.level ?? 0, by?.level ?? 0) * ESTIMATED_HOURS_PER_LEVEL
  }
  return hours > 0 ? Math.max(1, Math.round(hours)) : null
}

/** For each thing the helper wants, the nearest thing the organization gives. */
function inKind(gives: readonly ReturnSkill[], wants: readonly ReturnSkill[], relatedness: Relatedness) {
  return wants.flatMap((want) => {
    const near = gives
      .map((give) => ({ give, nearness: relatedness.of(want.skill, give.skill) }))
      .filter(({ nearness }) => nearness > 0)
      .sort((a, b) => b.nearness - a.nearness)[0]
    if (!near) return []
    const { hoursPerWeek, alreadyDoing } = near.give
    const label = postedName(near.give)
    return [{ label, hoursPerWeek: fewest(want.hoursPerWeek, hoursPerWeek), alreadyDoing }]
  })
}
