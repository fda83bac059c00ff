import { isMissing } from '../coverage.ts'
import type { Pair } from '../pair.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import { listed, requirementName } from '../sentences.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import type { Gate } from './gate.ts'

const MUST = IMPORTANCES.indexOf('must')

/** The offer covers each `must` skill, by the skill itself or a closely related one. A lower level does not block. */
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
      detail: `The need requires ${labels}, and the offer lists nothing close enough.`,
      smallestChange: `Mark ${labels} as “should” instead of “must”, or ask the helper to add ${missing.length > 1 ? 'them' : 'it'} to the offer.`,
    }
  },
}

/**
 * The offer has a related skill, or shares a word with the need in its title, its skill labels or the beginning of its
 * description. Rankings never look at pairs with less in common.
 */
export const somethingInCommon: Gate = {
  code: 'nothing_in_common',
  isOpen: (pair) => {
    for (let wanted = 0; wanted < pair.need.skillCount; wanted++) if (pair.nearest(wanted) > 0) return true
    return pair.sharesWords
  },
  explain: ({ need }) => ({
    detail:
      "The need and the offer share no skill, and no word of the offer's title or opening lines appears in the need.",
    smallestChange: need.skills[0]
      ? `Ask the helper to add ${need.skills[0].label} to the offer, if they can do it.`
      : 'List the skills that the need looks for.',
  }),
}

/** The helper meets every requirement on the first day of the work. */
export const requirementsHeld: Gate = {
  code: 'requirement_not_held',
  isOpen: (pair) => {
    for (let at = 0; at < pair.need.credentialCount; at++) if (!isHeld(pair, at)) return false
    return true
  },
  explain: (pair) => {
    const lacking = pair.need.requires.filter((_, at) => !isHeld(pair.pair, at)).map(requirementName)
    return {
      detail: `The need requires ${listed(lacking)}, which the helper will not have on ${pair.startsOn}.`,
      smallestChange: `Add ${listed(lacking)} to the helper's credentials, valid on ${pair.startsOn}.`,
    }
  },
}

function isHeld({ need, offer, startDay }: Pair, required: number): boolean {
  for (let at = 0; at < offer.credentialCount; at++)
    if (offer.requirement(at) === need.requirement(required) && offer.untilDay(at) >= startDay) return true
  return false
}
