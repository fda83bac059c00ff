import { type Message, message } from '../../shared/messages/index.ts'
import { hoursLeftOf } from './capacity.ts'
import { costOf } from './cost.ts'
import type { ExplainedPair } from './explained-pair.ts'
import { displayableWords } from './factors/wording.ts'
import { topicOf } from './fit.ts'
import { postedName } from './skill-name.ts'
import { LEAST_TOPIC_OF_FILLING, NEARBY_KM } from './weights.ts'

const SKILLS_SHOWN = 3
/** Further skills are left out once their names exceed this many characters, to keep the sentence short. */
const SKILL_CHARACTERS = 60

/**
 * Returns what the organization should know about the helper first: work, time, place, cost. Repeats only what factors
 * say.
 */
export function summaryForNeed(shown: ExplainedPair): Message[] {
  return [...workOfHelper(shown), ...timeOfHelper(shown), ...placeOfHelper(shown), ...costOfHelp(shown)]
}

/** Returns what the helper should know about the need first. */
export function summaryForOffer(shown: ExplainedPair): Message[] {
  const { need } = shown
  return [
    ...workOfNeed(shown),
    ...(need.hoursPerWeek ? [message('hours_a_week', { hours: need.hoursPerWeek })] : []),
    ...placeOfNeed(shown),
    message('for_organization', { organization: need.organizationKind }),
    ...returnOfNeed(shown),
  ]
}

function workOfHelper(shown: ExplainedPair): Message[] {
  // One offered skill may cover several wanted ones. It is named once, by the one that it covers best.
  const covered = [...Map.groupBy(coveredSkills(shown), ({ bySkill }) => bySkill).values()].flatMap(
    ([best]) => best ?? [],
  )
  const known = covered.filter(({ isByInferred }) => !isByInferred)
  if (known.length > 0) return [message('knows', { skills: shortest(known.map(({ offered }) => offered)) })]
  if (covered.length > 0)
    return [message('seems_to_know', { skills: shortest(covered.map(({ offered }) => offered)) })]
  return workInWords(shown)
}

function workOfNeed(shown: ExplainedPair): Message[] {
  const covered = coveredSkills(shown)
  const wanted = covered.filter(({ isInferred }) => !isInferred)
  if (wanted.length > 0) return [message('needs', { skills: shortest(wanted.map(({ wanted }) => wanted)) })]
  if (covered.length > 0)
    return [message('seems_to_need', { skills: shortest(covered.map(({ wanted }) => wanted)) })]
  return workInWords(shown)
}

/**
 * Returns the pairs of skills that make the two match, the nearest first. If both are the same skill, the wanted one's
 * name is used.
 */
function coveredSkills({ coverage }: ExplainedPair) {
  return coverage
    .flatMap(({ wanted, by, relatedness, isInferred, isByInferred }) => {
      if (!by) return []
      const isSame = wanted.skill === by.skill
      const offered = postedName(isSame && !isInferred ? wanted : by)
      return [
        { wanted: postedName(wanted), offered, bySkill: by.skill, relatedness, isInferred, isByInferred },
      ]
    })
    .sort((a, b) => Number(a.isInferred) - Number(b.isInferred) || b.relatedness - a.relatedness)
}

function workInWords(shown: ExplainedPair): Message[] {
  const { both, near, skills } = displayableWords(shown)
  if (both.length > 0) return [message('mentions', { words: both })]
  if (skills.length > 0) return [message('writes_of', { skills })]
  if (near.length > 0) return [message('mentions', { words: near })]
  // Words too common to display, or the meanings of both texts, made this a match.
  const isSimilar = topicOf(shown.pair) >= LEAST_TOPIC_OF_FILLING
  return [message(isSimilar ? 'similar_work' : 'only_time_and_place')]
}

function shortest(names: readonly string[]): string[] {
  const shown: string[] = []
  let length = 0
  for (const name of new Set(names)) {
    length += name.length
    if (shown.length === SKILLS_SHOWN || (shown.length > 0 && length > SKILL_CHARACTERS)) break
    shown.push(name)
  }
  return shown
}

function timeOfHelper({ need, offer, pair }: ExplainedPair): Message[] {
  if (pair.need.hasWeek && pair.offer.hasWeek && pair.sharedWindowHours === 0)
    return [message('no_common_time')]
  const { hoursPerWeek: wanted } = need
  const offered = hoursLeftOf(offer)
  if (!wanted || offered === null) return []
  return [
    offered >= wanted ? message('has_hours', { wanted }) : message('has_part_of_hours', { offered, wanted }),
  ]
}

function placeOfHelper({ pair }: ExplainedPair): Message[] {
  if (pair.worksRemotely) return pair.modalityFits ? [message('works_remotely')] : []
  const { distanceKm, isDistanceApproximate: isApproximate } = pair
  if (Number.isNaN(distanceKm)) return []
  if (distanceKm < NEARBY_KM) return [message('is_nearby')]
  return [message('is_away', { km: Math.round(distanceKm), isApproximate })]
}

function placeOfNeed({ pair }: ExplainedPair): Message[] {
  if (pair.worksRemotely) return [message('remote_work')]
  const { distanceKm, isDistanceApproximate: isApproximate } = pair
  if (Number.isNaN(distanceKm)) return []
  if (distanceKm < NEARBY_KM) return [message('in_your_area')]
  return [message('km_from_you', { km: Math.round(distanceKm), isApproximate })]
}

function costOfHelp(shown: ExplainedPair): Message[] {
  const { terms } = shown.offer
  const { money } = costOf(shown)
  if (money && money.amountMinor > 0) {
    const { amountMinor, currency, unit } = money
    return [message('costs', { cost: { amountMinor, currency }, unit })]
  }
  if (terms.kind !== 'barter') return [message('costs_nothing')]
  return terms.wants.length > 0
    ? [message('wants_in_return', { skills: shortest(terms.wants.map(postedName)) })]
    : [message('wants_something_in_return')]
}

function returnOfNeed(shown: ExplainedPair): Message[] {
  const { need, offer } = shown
  const { terms } = offer
  if (terms.kind === 'barter') {
    const given = costOf(shown).inKind.map(({ label }) => label)
    return given.length > 0 ? [message('gives_in_return', { skills: shortest(given) })] : []
  }
  const isPaid = terms.kind === 'paid' || (terms.kind === 'intern' && terms.stipend !== null)
  if (!isPaid || !need.budget) return []
  const { amountMinor, currency, unit } = need.budget
  return [message('budget_of', { budget: { amountMinor, currency }, unit })]
}
