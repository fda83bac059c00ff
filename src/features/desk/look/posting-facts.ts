import type { Html } from '../../../shared/html.ts'
import { html } from '../../../shared/html.ts'
import type { PublicNeedView, PublicOfferView } from '../../postings/index.ts'
import { facts } from './parts.ts'
import type { View } from './view.ts'

type Shared = Pick<
  PublicNeedView,
  'description' | 'place' | 'modality' | 'hours_per_week' | 'starts_on' | 'ends_on'
>

type NeedFacts = Shared &
  Pick<PublicNeedView, 'title' | 'skills' | 'accepts' | 'positions' | 'budget' | 'gives'>
type OfferFacts = Shared &
  Pick<PublicOfferView, 'title' | 'kind' | 'skills' | 'terms'> &
  Partial<Pick<PublicOfferView, 'hours_left'>>

/** What a need says. */
export function needFacts(need: NeedFacts, view: View): Html {
  const { say } = view
  return html`<h3>${need.title}</h3><p>${need.description}</p>${facts([
    [say('desk_skills'), skillNames(need.skills)],
    [say('desk_accepts'), say('desk_kinds', { kinds: need.accepts })],
    [say('desk_positions'), need.positions],
    ...sharedFacts(need, view),
    [say('desk_budget'), need.budget && say('desk_price', { price: priceOf(need.budget) })],
    [say('desk_gives'), skillNames(need.gives)],
  ])}`
}

/** What an offer says. */
export function offerFacts(offer: OfferFacts, view: View): Html {
  const { say } = view
  const { terms } = offer
  return html`<h3>${offer.title}</h3><p>${offer.description}</p>${facts([
    [say('desk_kind'), say('desk_kinds', { kinds: [offer.kind] })],
    [say('desk_skills'), skillNames(offer.skills)],
    ...sharedFacts(offer, view),
    [say('desk_hours_left'), offer.hours_left],
    [say('desk_budget'), terms.kind === 'paid' && say('desk_price', { price: priceOf(terms.rate) })],
    [say('desk_wants'), terms.kind === 'barter' && skillNames(terms.wants)],
  ])}`
}

function sharedFacts(posting: Shared, { say }: View): [string, string | number | null][] {
  const { place, starts_on: startsOn, ends_on: endsOn } = posting
  const placed = place && [place.city, place.region, say('desk_country', { country: place.country })]
  return [
    [say('desk_where'), say('desk_modality', { modality: posting.modality })],
    [say('desk_place'), placed?.filter(Boolean).join(', ') ?? null],
    [say('desk_hours'), posting.hours_per_week],
    [say('desk_starts'), startsOn && say('desk_day', { day: startsOn })],
    [say('desk_ends'), endsOn && say('desk_day', { day: endsOn })],
  ]
}

function skillNames(skills: readonly { skill: string }[]): string {
  return skills.map(({ skill }) => skill).join(', ')
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
