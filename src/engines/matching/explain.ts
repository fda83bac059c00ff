import { costOf } from './cost.ts'
import { isMissing } from './coverage.ts'
import type { ExplainedPair } from './explained-pair.ts'
import type { Explanation } from './explanation.ts'
import { fitOf, topicOf } from './fit.ts'
import { blockersOf } from './gates/gates.ts'
import { noticesOf } from './notices.ts'
import { factorsOf, scoreOf } from './score.ts'
import { postedName } from './skill-name.ts'
import { summaryForNeed, summaryForOffer } from './summary.ts'

/**
 * Explains a pair: its score with all reasons. A blocked pair gets the score that it would have without its blockers.
 */
export function explanationOf(pair: ExplainedPair): Explanation {
  const blockers = blockersOf(pair)
  return {
    model: pair.context.market.weights.version,
    needId: pair.need.id,
    offerId: pair.offer.id,
    score: scoreOf(pair.pair),
    fit: fitOf(topicOf(pair.pair)),
    eligible: blockers.length === 0,
    blockers,
    factors: factorsOf(pair),
    matchedSkills: matchedSkillsOf(pair),
    missingSkills: pair.coverage
      .filter((one) => !one.isInferred && isMissing(one))
      .map(({ wanted }) => ({ label: postedName(wanted), importance: wanted.importance })),
    cost: costOf(pair),
    notices: noticesOf(pair),
    summary: { need: summaryForNeed(pair), offer: summaryForOffer(pair) },
  }
}

function matchedSkillsOf({ coverage, context }: ExplainedPair): Explanation['matchedSkills'] {
  return coverage.flatMap(({ wanted, by, isInferred, isByInferred, confidence, because }) => {
    if (!by) return []
    return [
      {
        wanted: postedName(wanted),
        offered: postedName(by),
        relatedness: context.market.relatedness.of(wanted.skill, by.skill),
        inferred: isInferred || isByInferred,
        confidence,
        because,
      },
    ]
  })
}
