import type { Writer } from '../writer.ts'
import { adviceTexts } from './advice/advice-texts.ts'
import { en as advice } from './advice/en.ts'
import { blockedTexts } from './blocked/blocked-texts.ts'
import { en as blocked } from './blocked/en.ts'
import { en as desk } from './desk/en.ts'
import { en as faults } from './faults/en.ts'
import type { Texts } from './texts.ts'

const KINDS = { volunteer: 'volunteers', intern: 'interns', barter: 'barter', paid: 'paid help' }
const ORGANIZATIONS = {
  solopreneur: 'solopreneurs',
  small_business: 'small businesses',
  nonprofit: 'nonprofits',
}
const ONE_ORGANIZATION = {
  solopreneur: 'a solopreneur',
  small_business: 'a small business',
  nonprofit: 'a nonprofit',
}
const PARTIES = { helper: 'The helper', organization: 'The organization' }
const SIDES = { need: 'need', offer: 'offer' }
const STATUSES = { filled: 'filled', paused: 'paused', closed: 'closed' }
const PER = { hour: ' an hour', project: ' for the project', total: ' in all' }

const hours = (count: number, { number, noun }: Writer) => `${number(count)} ${noun(count, 'hour', 'hours')}`
const quoted = (words: readonly string[], { list }: Writer) => list(words.map((word) => `“${word}”`))
const about = (isApproximate: boolean) => (isApproximate ? 'about ' : '')
const sidesOf = (sides: readonly ('need' | 'offer')[], { list }: Writer) =>
  list(sides.map((side) => SIDES[side]))

function requirement(name: string): string {
  if (name === 'age_over_18') return 'an age over 18'
  if (name.startsWith('age_over_')) return `an age of at least ${name.slice('age_over_'.length)}`
  if (name === 'background_check') return 'a background check'
  if (name.startsWith('licence:')) return `the licence “${name.slice('licence:'.length)}”`
  return name.replaceAll('_', ' ')
}

export const en: Texts = {
  // Reasons
  skills_offered: ({ skills }, { list }) =>
    `Offers ${list(skills.map(({ offered, closeTo }) => (closeTo ? `${offered} (close to ${closeTo})` : offered)))}.`,
  skills_in_text: ({ skills }, { list }) =>
    `Seems to know ${list(skills)}, judging by the text of the offer.`,
  skills_not_listed: ({ skills, more }, { either, number }) =>
    `Does not list ${either(more > 0 ? [...skills, `${number(more)} more`] : skills)}.`,
  causes_shared: ({ causes }, { list }) => `The volunteer cares about ${list(causes)}.`,
  causes_differ: ({ causes }, { list }) => `The volunteer prefers other causes: ${list(causes)}.`,
  goals_taught: ({ skills }, { list }) => `The intern can learn ${list(skills)} here.`,
  goals_not_taught: ({ skills }, { list }) =>
    `The intern wants to learn ${list(skills)}, which this work does not teach.`,
  return_given: ({ skills }, { list }) => `The organization can give ${list(skills)} in return.`,
  return_not_given: ({ skills }, { list }) =>
    `The helper wants ${list(skills)} in return, which the organization does not offer.`,
  nothing_in_return: () => 'The organization offers nothing in return yet.',
  rate_within_budget: () => 'The rate is within the budget.',
  rate_above_budget: ({ share }, { percent }) =>
    `The rate is ${share === null ? 'a little' : percent(share)} above the budget.`,
  engagements_completed: ({ party, completed, total }, { number, noun }) =>
    `${PARTIES[party]} has completed ${number(completed)} of ${number(total)} ${noun(total, 'engagement', 'engagements')}.`,
  introductions_answered: ({ party, answered, total, hours: taken }, write) =>
    `${PARTIES[party]} answered ${write.number(answered)} of ${write.number(total)} ${write.noun(total, 'introduction', 'introductions')}, after ${hours(taken, write)} on average.`,
  introductions_ignored: ({ party, total }, { number, noun }) =>
    `${PARTIES[party]} answered 0 of ${number(total)} ${noun(total, 'introduction', 'introductions')}.`,
  quick_answers_count: () => 'The deadline is close, so quick answers count more.',
  already_connected: () => 'The organization and the helper already know each other.',
  same_partner: () => 'Both use the same partner site.',
  texts_about_the_same: () => 'The two texts are about the same thing.',
  texts_about_similar: () => 'The two texts are about similar things.',
  posted: ({ needDaysAgo, offerDaysAgo }, { daysAgo }) =>
    needDaysAgo === offerDaysAgo
      ? `Both were posted ${daysAgo(needDaysAgo)}.`
      : `The need was posted ${daysAgo(needDaysAgo)}, the offer ${daysAgo(offerDaysAgo)}.`,
  remote_hours_shared: ({ hours: shared }, { number, noun }) =>
    `Remote, with ${number(shared)} shared working ${noun(shared, 'hour', 'hours')} a day.`,
  apart: ({ km, isApproximate }, write) => write.capitalized(`${about(isApproximate)}${write.km(km)} apart.`),
  same_area: () => 'In the same area.',
  same_place: () => 'In the same place.',
  hours_enough: ({ wanted }, write) =>
    `Has the ${hours(wanted, write)} a week that ${write.noun(wanted, 'is', 'are')} needed.`,
  hours_in_part: ({ offered, wanted }, write) =>
    `Has ${write.number(offered)} of the ${hours(wanted, write)} a week that ${write.noun(wanted, 'is', 'are')} needed.`,
  times_shared: ({ hours: shared }, write) =>
    `${hours(shared, write)} of the week ${write.noun(shared, 'works', 'work')} for both.`,
  no_time_shared: () => 'No time of the week works for both.',
  sessions_attended: ({ attended, sessions }, { number, noun }) =>
    attended === sessions
      ? `Can come to ${sessions === 1 ? 'the session' : `all ${number(sessions)} sessions`}.`
      : `Can come to ${number(attended)} of ${number(sessions)} ${noun(sessions, 'session', 'sessions')}.`,
  words_shared: ({ words }, write) => `Both mention ${quoted(words, write)}.`,
  words_near: ({ words }, write) =>
    `The offer mentions ${quoted(words, write)}, close to what the need says.`,
  skills_in_both_texts: ({ skills }, { list }) => `Both texts are about ${list(skills)}.`,

  // Blockers
  kind_not_accepted: ({ kind }) => `The need does not accept ${KINDS[kind]}.`,
  not_visible: ({ sides }, write) =>
    sides.length > 1
      ? `The ${sidesOf(sides, write)} are visible only to their own partners.`
      : `The ${sidesOf(sides, write)} is visible only to its own partner.`,
  blocked: () => 'The organization or the helper asked not to be matched with the other.',
  declined: () => 'An introduction for this need and offer was declined.',
  no_shared_language: ({ organization, helper }, { list, language }) =>
    `The organization works in ${list(organization.map(language))}, and the helper in ${list(helper.map(language))}.`,
  volunteer_for_profit: ({ organization }) =>
    `This volunteer has not agreed to help ${ORGANIZATIONS[organization]} unpaid.`,
  not_open_to_organization: ({ openTo }, { list }) =>
    `The offer is open to ${list(openTo.map((kind) => ORGANIZATIONS[kind]))} only.`,
  over_budget: ({ cost, budget, unit }, { money }) =>
    `The help costs ${money(cost)}${PER[unit]}, but the budget is ${money(budget)}.`,
  guardian_consent_missing: () => 'The helper is under 18, and no consent of a guardian is recorded.',
  paid_only: () => 'The intern may only take paid work, but the need has no budget.',
  below_pay_floor: ({ country: code, floor, source, year }, { country, money }) =>
    `The rate is below the lowest fair pay where the helper lives (${country(code)}): ${money(floor)} an hour (${source}, ${year}).`,
  work_on_site: () => 'The work is on site, but this helper works remotely.',
  work_remote: () => 'The work is remote, but this helper works on site only.',
  distance_unknown: () => 'The distance between the organization and the helper is not known.',
  place_out_of_reach: ({ km: distance, limitKm, isApproximate }, { km }) =>
    `The organization and the helper are ${about(isApproximate)}${km(distance)} apart; the limit is ${km(limitKm)}.`,
  must_skill_missing: ({ skills }, { list }) =>
    `The need requires ${list(skills)}, and the offer lists nothing close enough.`,
  nothing_in_common: () =>
    "The need and the offer share no skill, and no word of the offer's title or opening lines appears in the need.",
  requirement_not_held: ({ requirements, day: from }, { list, day }) =>
    `The need requires ${list(requirements.map(requirement))}, which the helper will not have on ${day(from)}.`,
  ended: ({ side, day: end }, { day }) => `The ${SIDES[side]} ended on ${day(end)}.`,
  helper_starts_too_late: ({ startsOn, endsOn }, { day }) =>
    `The helper can start on ${day(startsOn)}, but the need ends on ${day(endsOn)}.`,
  helper_ends_too_early: ({ startsOn, endsOn }, { day }) =>
    `The need starts on ${day(startsOn)}, but the offer ends on ${day(endsOn)}.`,
  ends_before_start: () => 'The need or the offer ends before it starts.',
  no_day_free: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `The helper is not available on any day from ${day(startsOn)} on.`
      : `The helper is not available on any day from ${day(startsOn)} to ${day(endsOn)}.`,
  no_session_fits: ({ sessions }, { number }) =>
    sessions === 1
      ? 'The helper cannot come to the session that still has a place.'
      : `The helper cannot come to any of the ${number(sessions)} sessions that still have a place.`,
  sessions_over: () => 'All sessions with a place left are over.',
  deadline_passed: ({ atMs }, { instant }) => `The deadline of the need was ${instant(atMs)}.`,
  too_few_hours: ({ wanted, offered }, write) =>
    `The need asks for ${hours(wanted, write)} a week, but the offer has only ${hours(offered, write)}.`,
  too_few_hours_left: ({ wanted, left, offered }, write) =>
    `The need asks for ${hours(wanted, write)} a week. Of ${hours(offered, write)} that the offer has, other work leaves ${write.number(left)}.`,
  fully_committed: ({ offered }, write) =>
    `Other work takes all of the ${hours(offered, write)} a week that the offer has.`,
  positions_taken: () => 'All positions of the need are taken.',
  not_open: ({ side, status }) => `The ${SIDES[side]} is ${STATUSES[status]}.`,
  not_available: () => 'This pair cannot be matched, for a reason that only the other partner may know.',

  // Smallest changes
  accept_kind: ({ kind }) => `Accept ${KINDS[kind]}.`,
  show_to_network: ({ sides }, write) => `Show the ${sidesOf(sides, write)} to the whole network.`,
  remove_block: () => 'Remove the block.',
  post_again: () => 'Post a new offer or need, if things have changed.',
  add_language: ({ language: tag }, { language }) =>
    `Add ${language(tag)} to the helper's languages, if they speak it.`,
  open_to_business_or_accept_others: ({ organization }) =>
    `Ask the volunteer to open their offer to ${ORGANIZATIONS[organization]}, or accept interns, barter or paid help.`,
  open_to_organization: ({ organization }) => `Open the offer to ${ORGANIZATIONS[organization]}.`,
  raise_budget: ({ cost, unit }, { money }) => `Raise the budget to ${money(cost)}${PER[unit]}.`,
  record_guardian_consent: () => 'Record the consent of a guardian.',
  add_budget: () => 'Add a budget to the need.',
  raise_rate: ({ floor }, { money }) => `Ask for at least ${money(floor)} an hour.`,
  make_hybrid: () => 'Make the need hybrid: the helper is near enough to come at times.',
  make_remote: () => 'Make the need remote.',
  make_remote_for_helper: () => 'Make the need remote: this helper works remotely.',
  offer_remote_work: () => 'Ask the helper to offer remote or hybrid work.',
  add_coordinates: ({ sides, orPostalCode }) =>
    sides.length > 1
      ? `Add latitude and longitude to both locations, or the same city${orPostalCode ? ' or postal code' : ''}.`
      : `Add latitude and longitude to the location of the ${sides.map((side) => SIDES[side]).join('')}.`,
  raise_distance: ({ sides, km: distance }, { list, km }) =>
    `Raise the ${sides.length > 0 ? `${list(sides.map((side, at) => `${at > 0 ? 'the ' : ''}${SIDES[side]}'s`))} ` : ''}maximum distance to ${km(distance)}.`,
  relax_must: ({ skills }, { list }) =>
    `Mark ${list(skills)} as “should” instead of “must”, or ask the helper to add ${skills.length > 1 ? 'them' : 'it'} to the offer.`,
  add_skill: ({ skill }) => `Ask the helper to add ${skill} to the offer, if they can do it.`,
  list_skills: () => 'List the skills that the need looks for.',
  add_credential: ({ requirements, day: from }, { list, day }) =>
    `Add ${list(requirements.map(requirement))} to the helper's credentials, valid on ${day(from)}.`,
  extend: ({ side, day: until }, { day }) => `Extend the ${SIDES[side]} to ${day(until)} or later.`,
  extend_need_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Extend the need to ${day(startsOn)}, or start the offer by ${day(endsOn)}.`,
  extend_offer_or_start_earlier: ({ startsOn, endsOn }, { day }) =>
    `Extend the offer to ${day(startsOn)}, or start the need by ${day(endsOn)}.`,
  correct_end: () => 'Set its end date to its start date or later.',
  free_a_day: ({ startsOn, endsOn }, { day }) =>
    endsOn === null
      ? `Add a day from ${day(startsOn)} on to the days on which the helper is available.`
      : `Add a day from ${day(startsOn)} to ${day(endsOn)} to those on which the helper is available, or move the need.`,
  free_for_session: ({ day: on, start, end, timeZone }, { day }) =>
    `Make the helper available on ${day(on)} from ${start} to ${end} (${timeZone}), or add a session that suits.`,
  end_work_at_session: ({ day: on, start, end, timeZone }, { day }) =>
    `The helper has other work on ${day(on)} from ${start} to ${end} (${timeZone}). End that work, or add a session that suits.`,
  add_session: () => 'Add a session that is still to come.',
  move_deadline: () => 'Move the deadline of the need, or remove it.',
  offer_more_hours: ({ hours: least }, write) => `Offer at least ${hours(least, write)} a week.`,
  free_hours: ({ hours: more }, write) =>
    `Free at least ${hours(more, write)} a week of other work, or raise the hours of the offer and the limit of the helper by as much.`,
  add_position: () => 'Add a position to the need.',
  reopen: ({ side }) => `Reopen the ${SIDES[side]}.`,
  choose_another: () => 'Choose another match.',

  // Why nobody matches
  ...blockedTexts(blocked, ORGANIZATIONS),

  // Notices
  volunteering_for_business: ({ organization }) =>
    `This volunteer is open to helping ${ORGANIZATIONS[organization]}. Check your country's rules on volunteering for a business.`,
  unpaid_intern_at_business: () =>
    "The intern asks for no stipend. Check your country's rules on unpaid internships at a business.",
  credit_required: ({ hours: required }, write) =>
    required === null
      ? 'The student needs academic credit.'
      : `The student needs academic credit, which requires ${hours(required, write)}.`,
  nothing_to_give: ({ skills }, { list }) =>
    `The helper wants ${list(skills)} in return, but the need offers none of it. Agree on something else first.`,
  budget_missing: () => 'The need has no budget. Agree on the pay first.',
  above_budget: ({ cost, unit, budget, share }, { money, percent }) =>
    `The helper asks ${money(cost)}${PER[unit]}, ${share === null ? 'a little' : percent(share)} above the budget of ${money(budget)}.`,
  currencies_differ: ({ budget, rate }) =>
    `The budget is in ${budget} and the rate in ${rate}, so they were not compared.`,
  budget_not_compared: () =>
    'One of budget and rate is per hour, the other per project. Add weekly hours and both dates to compare them.',
  pay_floor_unknown: ({ country: code }, { country }) =>
    `The lowest fair pay where the helper lives (${code === null ? 'no country named' : country(code)}) is not known.`,
  pay_floor_not_compared: ({ country: code, because }, { country }) =>
    `The rate is ${because === 'project' ? 'for a project' : 'in another currency'} and was not compared with the lowest fair pay where the helper lives (${country(code)}).`,
  credential_expires: ({ requirement: name, day: until }, { day }) =>
    `The helper's ${requirement(name).replace(/^(?:an?|the) /, '')} expires on ${day(until)}.`,
  some_credential_expires: () => 'A credential that the need requires expires during the work.',
  few_hours_shared: ({ hours: shared }, write) =>
    shared === 0
      ? 'Ordinary working hours do not overlap.'
      : `Ordinary working hours overlap by only ${hours(shared, write)} a day.`,
  remote_helper_for_hybrid_work: () =>
    'The work is partly on site and the helper offers remote work. Agree first on how often the helper comes.',
  few_hours_left: ({ left, offered }, write) =>
    `Other work leaves the helper only ${hours(left, write)} of ${write.number(offered)} a week.`,
  skills_unknown: ({ skills }, write) =>
    `Not in the skills catalogue, so matched by name only: ${quoted(skills, write)}.`,

  // Notices on a query and on a posting
  own_text_still_read: () =>
    'The text of this posting is still being read. Which matches are listed, and how well they fit, may change in a moment: ask again.',
  other_texts_still_read: () =>
    'Texts of other postings are still being read. The order may change in a moment: ask again.',
  skill_of_filter_unknown: ({ skill, nearest }, write) =>
    `No skill in the catalogue is called ${quoted([skill], write)}, so only postings that name it in these words are listed.` +
    (nearest.length > 0 ? ` Names that come near: ${write.list(nearest)}.` : ''),
  budget_not_used: () =>
    'The need has a budget but does not accept paid help. Accept paid help too to match paid offers.',
  gives_not_used: () =>
    'The need gives something in return but does not accept barter. Accept barter too to match it.',
  open_to_nonprofits_only: () =>
    'This volunteer is matched with nonprofits only. List the kinds of business that the offer is open to, to match those too.',
  no_skill_known: () =>
    'No skill is listed, and none was recognized in the text, so only its words are compared. List one or more skills to find more matches.',
  never_available: () =>
    'No day is left on which the helper can come: the dates of the offer and the days on which the helper is not available exclude each other.',
  sessions_outside_dates: () =>
    'Some sessions are before the first or after the last day of the need. Move them, or change these days.',
  work_not_understood: () =>
    'Nothing in this text was understood. Name one or more skills, or describe the work in English, Spanish, French, German or Portuguese.',

  ...adviceTexts(advice),
  ...desk,
  ...faults,

  // Parts of a summary
  knows: ({ skills }, { list }) => `knows ${list(skills)}`,
  seems_to_know: ({ skills }, { list }) => `seems to know ${list(skills)}`,
  mentions: ({ words }, write) => `mentions ${quoted(words, write)}`,
  writes_of: ({ skills }, { list }) => `writes about ${list(skills)}`,
  similar_work: () => 'describes similar work',
  only_time_and_place: () => 'has no skill or important word in common, so only time and place may fit',
  has_hours: ({ wanted }, write) => `has the ${hours(wanted, write)} a week you need`,
  has_part_of_hours: ({ offered, wanted }, write) =>
    `has ${write.number(offered)} of the ${hours(wanted, write)} a week you need`,
  no_common_time: () => 'no time of the week works for both',
  works_remotely: () => 'works remotely',
  is_nearby: () => 'is nearby',
  is_away: ({ km, isApproximate }, write) => `is ${about(isApproximate)}${write.km(km)} away`,
  costs_nothing: () => 'costs nothing',
  costs: ({ cost, unit }, { money }) => `costs ${money(cost)}${PER[unit]}`,
  wants_in_return: ({ skills }, { list }) => `wants ${list(skills)} in return`,
  wants_something_in_return: () => 'wants something in return',
  needs: ({ skills }, { list }) => `needs ${list(skills)}`,
  seems_to_need: ({ skills }, { list }) => `seems to need ${list(skills)}`,
  hours_a_week: ({ hours: wanted }, write) => `${hours(wanted, write)} a week`,
  remote_work: () => 'remote work',
  in_your_area: () => 'in your area',
  km_from_you: ({ km, isApproximate }, write) => `${about(isApproximate)}${write.km(km)} from you`,
  for_organization: ({ organization }) => `for ${ONE_ORGANIZATION[organization]}`,
  budget_of: ({ budget, unit }, { money }) => `with a budget of ${money(budget)}${PER[unit]}`,
  gives_in_return: ({ skills }, { list }) => `gives ${list(skills)} in return`,
}
