import { message } from '../../../shared/messages/index.ts'
import { isMissing } from '../coverage.ts'
import type { Pair } from '../pair.ts'
import { IMPORTANCES } from '../rows/importances.ts'
import { postedName } from '../skill-name.ts'
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
    const skills = missing.map((one) => postedName(one.wanted))
    return {
      detail: message('must_skill_missing', { skills }),
      smallestChange: message('relax_must', { skills }),
    }
  },
}

/**
 * The offer has a related skill, or shares a word with the need in its title, its skill labels or the beginning of its
 * description. Rankings consider only such pairs.
 */
export const somethingInCommon: Gate = {
  code: 'nothing_in_common',
  isOpen: (pair) => pair.sharesSkill || pair.sharesWords,
  explain: ({ need }) => ({
    detail: message('nothing_in_common'),
    smallestChange: need.skills[0]
      ? message('add_skill', { skill: postedName(need.skills[0]) })
      : message('list_skills'),
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
    const requirements = pair.need.requires.filter((_, at) => !isHeld(pair.pair, at))
    const values = { requirements, day: pair.startsOn }
    return {
      detail: message('requirement_not_held', values),
      smallestChange: message('add_credential', values),
    }
  },
}

function isHeld({ need, offer, startDay }: Pair, required: number): boolean {
  for (let at = 0; at < offer.credentialCount; at++)
    if (offer.requirement(at) === need.requirement(required) && offer.untilDay(at) >= startDay) return true
  return false
}
