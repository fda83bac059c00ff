import { type Message, message } from '../../../shared/messages/index.ts'
import { hoursLeftOf } from '../capacity.ts'
import type { ExplainedPair } from '../explained-pair.ts'
import type { Pair } from '../pair.ts'
import type { Row } from '../rows/row.ts'
import { hoursOf } from '../week.ts'
import { HOURS_SHARE_OF_TIME, TIME_WHEN_UNKNOWN } from '../weights.ts'
import { shared } from './factor.ts'

/**
 * Offered and wanted hours a week, and the sessions that the offer can attend. Without sessions, the overlap of both sides'
 * weekly windows in their own time zones.
 */
export const time = shared('time', value, reason)

function value(pair: Pair): number {
  const hours = hoursFit(pair)
  const windows = pair.need.isTimed ? sessionsFit(pair) : windowsFit(pair)
  if (Number.isNaN(hours)) return Number.isNaN(windows) ? TIME_WHEN_UNKNOWN : windows
  if (Number.isNaN(windows)) return hours
  return HOURS_SHARE_OF_TIME * hours + (1 - HOURS_SHARE_OF_TIME) * windows
}

/** Hours that the offer has left divided by wanted hours, at most 1. NaN if either is unknown. */
function hoursFit({ need, offer }: Pair): number {
  const wanted = need.hoursPerWeek
  const offered = offer.hoursPerWeek
  return wanted > 0 ? Math.max(0, Math.min(1, offered / wanted)) : Number.NaN
}

/** The share of the sessions ahead that the offer can attend. */
function sessionsFit({ sessionsAhead, sessionsFitting }: Pair): number {
  return sessionsAhead > 0 ? sessionsFitting / sessionsAhead : 0
}

/** Shared hours divided by usable hours: the smallest of both sides' hours and windows. NaN without windows. */
function windowsFit(pair: Pair): number {
  const { need, offer } = pair
  if (!need.hasWeek || !offer.hasWeek) return Number.NaN
  const usable = Math.min(
    windowHours(need),
    windowHours(offer),
    orAny(need.hoursPerWeek),
    orAny(offer.hoursPerWeek),
  )
  return usable > 0 ? Math.min(1, pair.sharedWindowHours / usable) : 0
}

function windowHours({ weekSlots }: Row): number {
  return hoursOf(weekSlots)
}

function orAny(hours: number): number {
  return hours > 0 ? hours : Number.POSITIVE_INFINITY
}

function reason({ need, offer, pair }: ExplainedPair): Message[] {
  const sentences: Message[] = []
  if (!Number.isNaN(hoursFit(pair))) {
    const wanted = need.hoursPerWeek ?? 0
    const offered = hoursLeftOf(offer) ?? 0
    sentences.push(
      offered >= wanted ? message('hours_enough', { wanted }) : message('hours_in_part', { offered, wanted }),
    )
  }
  if (pair.need.isTimed) {
    const { sessionsAhead: sessions, sessionsFitting: attended } = pair
    if (sessions > 0) sentences.push(message('sessions_attended', { attended, sessions }))
  } else if (!Number.isNaN(windowsFit(pair))) {
    const hours = pair.sharedWindowHours
    sentences.push(hours === 0 ? message('no_time_shared') : message('times_shared', { hours }))
  }
  return sentences
}
