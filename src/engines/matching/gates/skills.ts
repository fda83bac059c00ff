import { isMissing } from '../coverage.ts'
import type { Pair } from '../pair.ts'
import { IMPORTANCES } from '../rows/compiled-posting.ts'
import { listed, requirementName } from '../sentences.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import type { Gate } from './gate.ts'

const MUST = IMPORTANCES.indexOf('must')

/** Each `must` skill is offered, or one near it. A level too low does not block. */
export const mustSkills: Gate = {
  code: 'must_skill_missing',
  isOpen: (pair) => {
    for (let wanted = 0; wanted < pair.need.skillCount; wanted++)
      if (pair.need.importance(wanted) === MUST && pair.nearest(wanted) < MUST_RELATEDNESS) return false
    return true
  },
  explain: (pair) => {
    const missing = pair.coverage.filter((one) => one.wanted.importance === 'must' && isMissing(one))
    const labels = listed(missing.map((one) => one.wanted.label))
    return {
      detail: `The need can't do without ${labels}, and the offer has nothing near enough.`,
      smallestChange: `Want ${labels} as “should” instead of “must”, or have the helper add ${missing.length > 1 ? 'them' : 'it'} to the offer.`,
    }
  },
}

/**
 * A related wanted skill, or a word of the need in the offer's title, its skills' labels or the beginning of its
 * description: less is no match, and is never looked at by a ranking.
 */
export const somethingInCommon: Gate = {
  code: 'nothing_in_common',
  isOpen: (pair) => {
    for (let wanted = 0; wanted < pair.need.skillCount; wanted++) if (pair.nearest(wanted) > 0) return true
    return pair.sharesWords
  },
  explain: ({ need }) => ({
    detail:
      "The two share no skill, and the need has no word of the offer's title or the beginning of its description.",
    smallestChange: need.skills[0]
      ? `Have the helper add ${need.skills[0].label} to the offer, if they can do it.`
      : 'Name the skills that the need looks for.',
  }),
}

/** Every requirement is held on the first day of the work. */
export const requirementsHeld: Gate = {
  code: 'requirement_not_held',
  isOpen: (pair) => {
    for (let at = 0; at < pair.need.credentialCount; at++) if (!isHeld(pair, at)) return false
    return true
  },
  explain: (pair) => {
    const lacking = pair.need.requires.filter((_, at) => !isHeld(pair.pair, at)).map(requirementName)
    return {
      detail: `The need requires ${listed(lacking)}, which the helper does not hold on ${pair.startsOn}.`,
      smallestChange: `Add ${listed(lacking)} to the helper's credentials, valid on ${pair.startsOn}.`,
    }
  },
}

function isHeld({ need, offer, startDay }: Pair, required: number): boolean {
  for (let at = 0; at < offer.credentialCount; at++)
    if (offer.requirement(at) === need.requirement(required) && offer.untilDay(at) >= startDay) return true
  return false
}
