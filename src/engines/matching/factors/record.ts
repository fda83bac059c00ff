import { type Message, message } from '../../../shared/messages/index.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import type { TrackRecord } from '../postings.ts'
import { meanAnswerHours } from '../track.ts'
import { URGENT_HOURS } from '../weights.ts'
import { type FactorRule, mostOfOther } from './factor.ts'

/** Completed engagements compared with broken ones. Each side judges the other. */
export const trust: FactorRule = {
  name: 'trust',
  forNeed: ({ offer, context }) => context.market.vocabulary.tracks.trust(offer.track),
  forOffer: ({ need, context }) => context.market.vocabulary.tracks.trust(need.track),
  most: (context) => mostOfOther(context, ({ track }) => context.market.vocabulary.tracks.trust(track)),
  reason: ({ need, offer }) => [
    ...engagements('helper', offer.track),
    ...engagements('organization', need.track),
  ],
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
    const record = [...answers('helper', offer.track), ...answers('organization', need.track)]
    const isUrgentToo = record.length > 0 && isUrgent(need.deadlineAtMs, asOfMs)
    return isUrgentToo ? [...record, message('quick_answers_count')] : record
  },
}

function isUrgent(deadlineAtMs: number | null, asOfMs: number): boolean {
  return deadlineAtMs !== null && deadlineAtMs - asOfMs <= URGENT_HOURS * HOUR_MS
}

type Party = 'helper' | 'organization'

function engagements(party: Party, { completed, broken }: TrackRecord): Message[] {
  const total = completed + broken
  return total === 0 ? [] : [message('engagements_completed', { party, completed, total })]
}

function answers(party: Party, track: TrackRecord): Message[] {
  const { introductionsAnswered: answered, introductionsIgnored: ignored } = track
  const total = answered + ignored
  if (total === 0) return []
  if (answered === 0) return [message('introductions_ignored', { party, total })]
  const hours = Math.round(meanAnswerHours(track))
  return [message('introductions_answered', { party, answered, total, hours })]
}
