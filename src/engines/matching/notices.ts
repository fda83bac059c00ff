import { addDays } from './dates.ts'
import type { NoticeCode } from './explanation.ts'
import { sharedHoursADay } from './factors/place.ts'
import { whatComesBack } from './factors/return.ts'
import { isVolunteerForProfit } from './gates/parties.ts'
import { type BudgetComparison, compareWithBudget, compareWithFloor } from './pay.ts'
import type { MarketOffer } from './postings.ts'
import {
  counted,
  countryName,
  listed,
  moneyText,
  ORGANIZATION_NAMES,
  percentAbove,
  requirementName,
} from './sentences.ts'
import type { ShownPair } from './shown-pair.ts'
import { CREDENTIAL_HORIZON_DAYS, FEW_SHARED_HOURS_A_DAY } from './weights.ts'

interface Notice {
  code: NoticeCode
  detail: string
}

/** What both sides should know before they agree. Notices block nothing. */
export function noticesOf(pair: ShownPair): Notice[] {
  return [
    ...aboutUnpaidWork(pair),
    ...aboutReturn(pair),
    ...aboutBudget(pair),
    ...aboutPayFloor(pair),
    ...aboutCredentials(pair),
    ...aboutTimeZones(pair),
    ...aboutHybridWork(pair),
    ...aboutUnknownSkills(pair),
  ]
}

function aboutUnpaidWork({ need, offer }: ShownPair): Notice[] {
  const { terms } = offer
  const notices: Notice[] = []
  const kind = ORGANIZATION_NAMES[need.organizationKind]
  if (isVolunteerForProfit(need, offer) && offer.openTo.includes(need.organizationKind)) {
    const detail = `This volunteer is open to helping ${kind}. Check your country's rules on volunteering for a business.`
    notices.push({ code: 'volunteer_for_profit', detail })
  }
  if (terms.kind !== 'intern') return notices
  if (!terms.stipend && need.organizationKind !== 'nonprofit') {
    const detail =
      "The intern asks for no stipend. Check your country's rules on unpaid internships at a business."
    notices.push({ code: 'unpaid_intern_for_profit', detail })
  }
  if (terms.creditRequired) {
    const hours = terms.hoursRequired ? `, which requires ${counted(terms.hoursRequired, 'hour')}` : ''
    notices.push({ code: 'credit_required', detail: `The student needs academic credit${hours}.` })
  }
  return notices
}

/** If the need gives nothing that the helper wants, they have to agree on something else. */
function aboutReturn(pair: ShownPair): Notice[] {
  const { terms } = pair.offer
  if (terms.kind !== 'barter' || terms.wants.length === 0 || whatComesBack.forOffer(pair.pair) > 0) return []
  const detail = `The helper wants ${listed(terms.wants.map((want) => want.label))} in return, but the need offers none of it. Agree on something else first.`
  return [{ code: 'nothing_to_give', detail }]
}

function aboutBudget({ need, offer }: ShownPair): Notice[] {
  if (offer.terms.kind !== 'paid') return []
  const compared = compareWithBudget(need, offer.terms)
  switch (compared.status) {
    case 'no_budget':
      return [{ code: 'budget_missing', detail: 'The need has no budget. Agree on the pay first.' }]
    case 'currency_differs': {
      const detail = `The budget is in ${need.budget?.currency} and the rate in ${offer.terms.rate.currency}, so they were not compared.`
      return [{ code: 'currency_differs', detail }]
    }
    case 'not_comparable': {
      const detail =
        'One of budget and rate is per hour, the other per project. Add weekly hours and both dates to compare them.'
      return [{ code: 'budget_not_compared', detail }]
    }
    case 'compared':
      return aboveBudget(compared, offer.terms.rate.currency)
  }
}

function aboveBudget(
  compared: Extract<BudgetComparison, { status: 'compared' }>,
  currency: string,
): Notice[] {
  const { costMinor, budgetMinor, unit } = compared
  if (costMinor <= budgetMinor) return []
  const cost = moneyText({ amountMinor: Math.ceil(costMinor), currency })
  const budget = moneyText({ amountMinor: budgetMinor, currency })
  const per = unit === 'hour' ? ' an hour' : ' for the project'
  const above = budgetMinor === 0 ? 'above' : `${percentAbove(compared)} above`
  const detail = `The helper asks ${cost}${per}, ${above} the budget of ${budget}.`
  return [{ code: 'above_budget', detail }]
}

function aboutPayFloor({ offer, context }: ShownPair): Notice[] {
  const compared = compareWithFloor(offer, context.market.compiler.payFloors)
  if (compared.status === 'unknown') {
    const country = offer.place ? countryName(offer.place.country) : 'no country named'
    return [
      {
        code: 'pay_floor_unknown',
        detail: `The lowest fair pay where the helper lives (${country}) is not known.`,
      },
    ]
  }
  if (compared.status !== 'not_compared') return []
  const why =
    offer.terms.kind === 'paid' && offer.terms.unit === 'project' ? 'for a project' : 'in another currency'
  const detail = `The rate is ${why} and was not compared with the lowest fair pay where the helper lives (${countryName(compared.floor.country)}).`
  return [{ code: 'pay_floor_not_compared', detail }]
}

function aboutCredentials(pair: ShownPair): Notice[] {
  const end = pair.endsOn ?? addDays(pair.startsOn, CREDENTIAL_HORIZON_DAYS)
  const notices = pair.need.requires.flatMap((requirement) => {
    const until = lastDayOf(pair.offer, requirement)
    if (until === null || until < pair.startsOn || until >= end) return []
    const detail = `The helper's ${requirementName(requirement).replace(/^(?:an?|the) /, '')} expires on ${until}.`
    return [{ code: 'credential_expires' as const, detail }]
  })
  if (notices.length === 0 || pair.pair.isOfOnePartner) return notices
  // Which one and when is between the helper and its own partner.
  const detail = 'A credential that the need requires expires during the work.'
  return [{ code: 'credential_expires', detail }]
}

/** The last day on which a credential meets the requirement. Null if one does not expire, or if there is none. */
function lastDayOf({ credentials }: MarketOffer, requirement: string): string | null {
  const ends = credentials.filter((held) => held.requirement === requirement).map((held) => held.validUntil)
  if (ends.includes(null)) return null
  return ends.reduce((last, end) => (last === null || (end !== null && end > last) ? end : last), null)
}

function aboutTimeZones(pair: ShownPair): Notice[] {
  if (!pair.pair.worksRemotely) return []
  const hoursADay = sharedHoursADay(pair)
  if (hoursADay >= FEW_SHARED_HOURS_A_DAY) return []
  const detail = `Ordinary working hours overlap ${hoursADay === 0 ? 'not at all' : `by only ${counted(hoursADay, 'hour')} a day`}.`
  return [{ code: 'time_zones_far_apart', detail }]
}

function aboutHybridWork({ need, offer }: ShownPair): Notice[] {
  if (need.modality !== 'hybrid' || offer.modality !== 'remote') return []
  const detail =
    'The work is partly on site and the helper offers remote work. Agree first on how often the helper comes.'
  return [{ code: 'remote_helper_for_hybrid_work', detail }]
}

function aboutUnknownSkills({ need, offer }: ShownPair): Notice[] {
  const unknown = [...need.skills, ...offer.skills].filter((one) => one.skill.startsWith('~'))
  if (unknown.length === 0) return []
  const labels = [...new Set(unknown.map((one) => `“${one.label}”`))]
  const detail = `Not in the skills catalogue, so matched by name only: ${listed(labels)}.`
  return [{ code: 'skill_not_in_taxonomy', detail }]
}
