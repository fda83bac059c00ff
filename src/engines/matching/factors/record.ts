import { HOUR_MS } from '../../../shared/time.ts'
import type { TrackRecord } from '../postings.ts'
import { counted } from '../sentences.ts'
import { meanAnswerHours } from '../track.ts'
import { URGENT_HOURS } from '../weights.ts'
import { type FactorRule, mostOfOther } from './factor.ts'

/** Completed engagements compared with broken ones. Each side judges the other. */
export const trust: FactorRule = {
  name: 'trust',
  forNeed: ({ offer, context }) => context.market.vocabulary.tracks.trust(offer.track),
  forOffer: ({ need, context }) => context.market.vocabulary.tracks.trust(need.track),
  most: (context) => mostOfOther(context, ({ track }) => context.market.vocabulary.tracks.trust(track)),
  reason: ({ need, offer }) =>
    bothSides(
      outcome(offer.track.completed, offer.track.broken, 'engagement', 'completed'),
      outcome(need.track.completed, need.track.broken, 'engagement', 'completed'),
    ),
}

/**
 * Answered introductions, and how quickly, compared with ignored ones. Each side judges the other. Close to the need's
 * deadline the value is squared, because a late answer is no help then.
 */
export const responsiveness: FactorRule = {
  name: 'responsiveness',
  forNeed: ({ offer, need, context }) => {
    const responsiveness = context.market.vocabulary.tracks.responsiveness(offer.track)
    return isUrgent(need.extra, context.asOfMs) ? responsiveness ** 2 : responsiveness
  },
  forOffer: ({ need, context }) => context.market.vocabulary.tracks.responsiveness(need.track),
  most: (context) =>
    mostOfOther(context, ({ track }) => context.market.vocabulary.tracks.responsiveness(track)),
  reason: ({ need, offer, context: { asOfMs } }) => {
    const record = bothSides(answers(offer.track), answers(need.track))
    return isUrgent(need.deadlineAtMs, asOfMs)
      ? `${record} The deadline is close, so quick answers count more.`
      : record
  },
}

function isUrgent(deadlineAtMs: number | null, asOfMs: number): boolean {
  return deadlineAtMs !== null && deadlineAtMs - asOfMs <= URGENT_HOURS * HOUR_MS
}

function outcome(good: number, bad: number, noun: string, verb: string): string | null {
  return good + bad === 0 ? null : `${good} of ${counted(good + bad, noun)} ${verb}`
}

function answers(track: TrackRecord): string | null {
  const { introductionsAnswered, introductionsIgnored } = track
  const answered = outcome(introductionsAnswered, introductionsIgnored, 'introduction', 'answered')
  if (introductionsAnswered === 0) return answered
  return `${answered}, after ${counted(Math.round(meanAnswerHours(track)), 'hour')} on average`
}

function bothSides(helper: string | null, organization: string | null): string {
  if (helper === null && organization === null) return 'No history yet.'
  return `Helper: ${helper ?? 'no history yet'}. Organization: ${organization ?? 'no history yet'}.`
}
