import type { Html } from '../../../shared/html.ts'
import { html } from '../../../shared/html.ts'
import { requirements, skillIn } from '../../../shared/messages/index.ts'
import type { PublicNeedView, PublicOfferView, StoredDays } from '../../postings/index.ts'
import { bullets, facts, instant } from './parts.ts'
import type { View } from './view.ts'
import { writeWeek } from './week-times.ts'

type Shared = Pick<
  PublicNeedView,
  'description' | 'place' | 'modality' | 'hours_per_week' | 'starts_on' | 'ends_on' | 'availability'
>

type NeedFacts = Shared &
  Pick<PublicNeedView, 'skills' | 'accepts' | 'positions' | 'budget' | 'gives' | 'requires'> & {
    sessions: readonly SessionFacts[]
    minimum_age?: number | null
  }
type SessionFacts = Pick<PublicNeedView['sessions'][number], 'starts_at' | 'note'>
type OfferFacts = Shared &
  Pick<PublicOfferView, 'kind' | 'skills' | 'terms'> &
  Partial<Pick<PublicOfferView, 'hours_left'> & Record<'dates' | 'not_available', readonly StoredDays[]>>

/** Renders the content of a need, below its title. */
export function needFacts(need: NeedFacts, view: View): Html {
  const { say } = view
  return html`<p>${need.description}</p>${facts([
    [say('desk_skills'), skillNames(need.skills, view)],
    [say('desk_accepts'), say('desk_kinds', { kinds: need.accepts })],
    [say('desk_positions'), need.positions],
    [say('desk_when', { word: 'requires' }), requirementsOf(need, view)],
    [say('desk_when', { word: 'sessions' }), bullets(need.sessions.map((one) => sessionOf(one, view)))],
    ...sharedFacts(need, view),
    [say('desk_budget'), need.budget && say('desk_price', { price: priceOf(need.budget) })],
    [say('desk_gives'), skillNames(need.gives, view)],
  ])}`
}

/** Renders the content of an offer, below its title. */
export function offerFacts(offer: OfferFacts, view: View): Html {
  const { say } = view
  const { terms } = offer
  return html`<p>${offer.description}</p>${facts([
    [say('desk_kind'), say('desk_kinds', { kinds: [offer.kind] })],
    [say('desk_skills'), skillNames(offer.skills, view)],
    ...sharedFacts(offer, view),
    [say('desk_when', { word: 'dates' }), bullets(daysOf(offer.dates, view))],
    [say('desk_when', { word: 'not_available' }), bullets(daysOf(offer.not_available, view))],
    [say('desk_hours_left'), offer.hours_left],
    [say('desk_budget'), terms.kind === 'paid' && say('desk_price', { price: priceOf(terms.rate) })],
    [say('desk_wants'), terms.kind === 'barter' && skillNames(terms.wants, view)],
  ])}`
}

function requirementsOf({ requires, minimum_age: age }: NeedFacts, { say }: View): string {
  const named = requires.map((one) => {
    const known = requirements.find((which) => which === one)
    const [, years] = /^age_over_(\d+)$/.exec(one) ?? []
    if (known) return say('desk_requirement', { which: known })
    return years === undefined ? one.replace(/^licence:/, '') : say('desk_least_age', { age: Number(years) })
  })
  return [...named, ...(age ? [say('desk_least_age', { age })] : [])].join(', ')
}

function sessionOf({ starts_at: startsAt, note }: SessionFacts, view: View): Html {
  return html`${instant(startsAt, view)}${note && `, ${note}`}`
}

function daysOf(ranges: readonly StoredDays[] = [], { say }: View): string[] {
  return ranges.map(({ starts_on: first, ends_on: last }) =>
    [...new Set([first, last])].map((day) => say('desk_short_day', { day })).join(' – '),
  )
}

function sharedFacts(posting: Shared, view: View): [string, string | number | null][] {
  const { say, language } = view
  const { availability } = posting
  const { place, starts_on: startsOn, ends_on: endsOn } = posting
  const placed = place && [place.city, place.region, say('desk_country', { country: place.country })]
  return [
    [say('desk_where'), say('desk_modality', { modality: posting.modality })],
    [say('desk_place'), placed?.filter(Boolean).join(', ') ?? null],
    [say('desk_hours'), posting.hours_per_week],
    [say('desk_starts'), startsOn && say('desk_day', { day: startsOn })],
    [say('desk_ends'), endsOn && say('desk_day', { day: endsOn })],
    [
      say('desk_when', { word: 'times' }),
      availability &&
        `${writeWeek(availability.windows, language)} (${availability.time_zone.replaceAll('_', ' ')})`,
    ],
  ]
}

function skillNames(skills: readonly { skill: string }[], { language }: View): string {
  return skills.map(({ skill }) => skillIn(skill, language)).join(', ')
}

function priceOf({
  amount_minor,
  currency,
  unit,
}: {
  amount_minor: number
  currency: string
  unit: 'hour' | 'project'
}) {
  return { cost: { amountMinor: amount_minor, currency }, unit }
}
