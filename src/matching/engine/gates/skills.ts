import { isMissing } from '../coverage.ts'
import type { Requirement } from '../market.ts'
import type { Pair } from '../pair.ts'
import { listed, requirementName } from '../sentences.ts'
import type { Gate } from './gate.ts'

/** Each `must` skill is offered, or one near it. A level too low does not block. */
export const mustSkills: Gate = {
  code: 'must_skill_missing',
  isOpen: (pair) => pair.coverage.every((one) => one.wanted.importance !== 'must' || !isMissing(one)),
  explain: (pair) => {
    const missing = pair.coverage.filter((one) => one.wanted.importance === 'must' && isMissing(one))
    const labels = listed(missing.map((one) => one.wanted.label))
    return {
      detail: `The need can't do without ${labels}, and the offer has nothing near enough.`,
      smallestChange: `Want ${labels} as “should” instead of “must”, or have the helper add ${missing.length > 1 ? 'them' : 'it'} to the offer.`,
    }
  },
}

/** A related wanted skill or a shared word: less is no match, and is never looked at by a ranking. */
export const somethingInCommon: Gate = {
  code: 'nothing_in_common',
  isOpen: (pair) => pair.coverage.some((one) => one.nearest > 0) || pair.sharesWords,
  explain: ({ need }) => ({
    detail: 'The two share no skill and no word.',
    smallestChange: need.skills[0]
      ? `Have the helper add ${need.skills[0].label} to the offer, if they can do it.`
      : 'Name the skills that the need looks for.',
  }),
}

/** Every requirement is held on the first day of the work. */
export const requirementsHeld: Gate = {
  code: 'requirement_not_held',
  isOpen: (pair) => pair.need.requires.every((requirement) => isHeld(pair, requirement)),
  explain: (pair) => {
    const lacking = pair.need.requires
      .filter((requirement) => !isHeld(pair, requirement))
      .map(requirementName)
    return {
      detail: `The need requires ${listed(lacking)}, which the helper does not hold on ${pair.startsOn}.`,
      smallestChange: `Add ${listed(lacking)} to the helper's credentials, valid on ${pair.startsOn}.`,
    }
  },
}

function isHeld(pair: Pair, requirement: Requirement): boolean {
  return pair.offer.credentials.some(
    (held) =>
      held.requirement === requirement && (held.validUntil === null || held.validUntil >= pair.startsOn),
  )
}
