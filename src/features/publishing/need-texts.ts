import { fractionDigits } from '../../shared/currency.ts'
import { countryName } from '../../shared/names.ts'
import type { PublishedNeedView } from '../postings/index.ts'

export const kindNames = {
  volunteer: 'Volunteer',
  intern: 'Student intern',
  barter: 'Swap of help',
  paid: 'Paid contractor',
} as const

export const modalityNames = { remote: 'Remote', onsite: 'On site', hybrid: 'Partly on site' } as const

const dayFormat = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

/** Writes a day for people. An instant is written as its day in UTC. */
export function dayText(day: string): string {
  return dayFormat.format(new Date(day.slice(0, 10)))
}

/** Writes an instant for people, in this time zone. */
export function instantText(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    ...{ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  })
  return format.format(new Date(instant))
}

/** Writes the times of sessions, each in its own time zone. */
export function sessionsText(sessions: PublishedNeedView['sessions']): string {
  return sessions
    .map(({ starts_at, ends_at, time_zone }) => {
      const format = new Intl.DateTimeFormat('en', {
        ...{ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
        ...{ hour: 'numeric', minute: '2-digit', timeZone: time_zone, timeZoneName: 'short' },
      })
      return format.formatRange(new Date(starts_at), new Date(ends_at))
    })
    .join('; ')
}

export function placeText({ place }: PublishedNeedView): string | null {
  return place && [place.city, place.region, countryName(place.country)].filter(Boolean).join(', ')
}

export function skillsText(skills: PublishedNeedView['skills']): string {
  return skills.map(({ skill, resolved }) => resolved.skill?.label ?? skill).join(', ')
}

export function budgetText({
  amount_minor,
  currency,
  unit,
}: NonNullable<PublishedNeedView['budget']>): string {
  const amount = amount_minor / 10 ** fractionDigits(currency)
  return `${new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount)} per ${unit}`
}
