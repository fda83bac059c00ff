import type { Pair } from '../pair.ts'
import { counted, sentence } from '../sentences.ts'
import { hoursOf, sharedHours } from '../week.ts'
import { HOURS_SHARE_OF_TIME, TIME_WHEN_UNKNOWN } from '../weights.ts'
import { shared } from './factor.ts'

/** Hours a week against those wanted, and the weekly windows of both, in their own zones' clocks. */
export const time = shared('time', value, reason)

function value(pair: Pair): number {
  const hours = hoursFit(pair)
  const windows = windowsFit(pair)
  if (hours === null) return windows?.fit ?? TIME_WHEN_UNKNOWN
  if (windows === null) return hours
  return HOURS_SHARE_OF_TIME * hours + (1 - HOURS_SHARE_OF_TIME) * windows.fit
}

/** Offered of the wanted hours, at most 1; null where either is unsaid. */
function hoursFit({ need, offer }: Pair): number | null {
  if (!need.hoursPerWeek || offer.hoursPerWeek === null) return null
  return Math.max(0, Math.min(1, offer.hoursPerWeek / need.hoursPerWeek))
}

/** Shared hours of those that could be used: the fewest that either side says, or has windows for. */
function windowsFit(pair: Pair): { fit: number; hours: number } | null {
  const { need, offer } = pair.profiles
  if (!need.week || !offer.week) return null
  const monday = pair.mondayMs
  const wanted = need.week.at(monday)
  const offered = offer.week.at(monday)
  const hours = sharedHours(wanted, offered)
  const usable = Math.min(
    hoursOf(wanted),
    hoursOf(offered),
    pair.need.hoursPerWeek || Number.POSITIVE_INFINITY,
    pair.offer.hoursPerWeek || Number.POSITIVE_INFINITY,
  )
  return { fit: usable > 0 ? Math.min(1, hours / usable) : 0, hours }
}

function reason(pair: Pair): string {
  const { need, offer } = pair
  const parts: string[] = []
  if (hoursFit(pair) !== null) {
    const enough = (offer.hoursPerWeek ?? 0) >= (need.hoursPerWeek ?? 0)
    const wanted = counted(need.hoursPerWeek ?? 0, 'hour')
    parts.push(enough ? `has the ${wanted} a week` : `has ${offer.hoursPerWeek} of the ${wanted} a week`)
  }
  const windows = windowsFit(pair)
  if (windows) parts.push(windowsReason(windows.hours))
  return parts.length ? sentence(`${parts.join('; ')}.`) : 'Neither hours nor times are known of both.'
}

function windowsReason(hours: number): string {
  if (hours === 0) return 'no hour of the week suits both'
  return `${counted(hours, 'hour')} of the week suit${hours === 1 ? 's' : ''} both`
}
