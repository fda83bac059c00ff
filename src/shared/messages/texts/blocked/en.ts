import type { BlockedWords } from './blocked-texts.ts'

const NONPROFITS_ONLY = 'volunteers help nonprofits only, unless their offer says otherwise'

export const en: BlockedWords = {
  kinds: {
    volunteer: ['volunteer', 'volunteers'],
    intern: ['intern', 'interns'],
    barter: ['barter offer', 'barter offers'],
    paid: ['paid offer', 'paid offers'],
  },
  needs: ['need', 'needs'],
  atLeast: 'At least',
  wouldFitBut: ['would fit but', 'would fit but'],
  somethingElseToo: 'Something else is in the way too.',
  nothingElseFor: (count) => `For ${count} of them nothing else is in the way.`,
  offersBut: (choose, organizations) => {
    const [are, have] = [choose('is', 'are'), choose('has', 'have')]
    return {
      kind_not_accepted: 'the need does not accept this kind of help',
      volunteer_for_profit: `${are} not open to ${organizations}: ${NONPROFITS_ONLY}`,
      not_open_to_organization: `${are} not open to ${organizations}`,
      not_visible: 'the need is visible only to you',
      on_site_only: `${are} on site only, and the work is remote`,
      remote_only: `${are} remote only, and the work is on site`,
      place_unknown: `${are} at an unknown distance`,
      place_out_of_reach: `${are} too far away`,
      no_shared_language: `${have} no language in common with the organization`,
      dates_do_not_overlap: `${are} not available on the dates of the need`,
      deadline_passed: 'the deadline of the need has passed',
      no_session_fits: 'can come to none of the sessions',
      too_few_hours: `${have} too few hours a week`,
      fully_committed: `${have} promised all hours to other work`,
      nothing_left: 'all positions of the need are taken',
      must_skill_missing: `${choose('does', 'do')} not list a skill that the need requires`,
      requirement_not_held: `${choose('lacks', 'lack')} something that the need requires, such as a licence or a background check`,
      over_budget: `${are} more than 15 % above the budget`,
      guardian_consent_missing: `${are} by helpers under 18 without the consent of a guardian`,
      paid_only: `${are} for paid work only, and the need has no budget`,
      below_pay_floor: `${are} below the lowest fair pay`,
    }
  },
  needsBut: (choose) => {
    const [are, have] = [choose('is', 'are'), choose('has', 'have')]
    return {
      kind_not_accepted: `${choose('does', 'do')} not accept this kind of help`,
      volunteer_for_profit: `${are} for a business that the offer is not open to: ${NONPROFITS_ONLY}`,
      not_open_to_organization: `${are} for an organization that the offer is not open to`,
      not_visible: 'the offer is visible only to you',
      on_site_only: `${are} on site only, and the offer is remote`,
      remote_only: `${are} remote only, and the offer is on site`,
      place_unknown: `${are} at an unknown distance`,
      place_out_of_reach: `${are} too far away`,
      no_shared_language: `${have} no language in common with the helper`,
      dates_do_not_overlap: `${are} not on the dates of the offer`,
      deadline_passed: `${are} past the deadline`,
      no_session_fits: `${have} no session that the helper can come to`,
      too_few_hours: `${choose('needs', 'need')} more hours a week than the offer has`,
      fully_committed: `${have} no position left`,
      nothing_left: 'all hours of the offer are promised to other work',
      must_skill_missing: `${choose('requires', 'require')} a skill that the offer does not list`,
      requirement_not_held: `${choose('requires', 'require')} something that the helper lacks, such as a licence or a background check`,
      over_budget: `${have} a budget that the rate exceeds by more than 15 %`,
      guardian_consent_missing: 'can take nobody under 18 without the consent of a guardian',
      paid_only: `${have} no budget, and the intern may only take paid work`,
      below_pay_floor: 'the rate is below the lowest fair pay',
    }
  },
}
