import type { TrackRecord } from '../market.ts'
import { counted } from '../sentences.ts'
import { RESPONSE_PRIOR, RESPONSE_PRIOR_STRENGTH, TRUST_PRIOR, TRUST_PRIOR_STRENGTH } from '../weights.ts'
import type { FactorRule } from './factor.ts'

/** Engagements completed against broken; each side is judged by the other. */
export const trust: FactorRule = {
  name: 'trust',
  forNeed: ({ offer }) => trustIn(offer.track),
  forOffer: ({ need }) => trustIn(need.track),
  reason: ({ need, offer }) =>
    bothSides(
      outcome(offer.track.completed, offer.track.broken, 'engagement', 'completed'),
      outcome(need.track.completed, need.track.broken, 'engagement', 'completed'),
    ),
}

/** Introductions answered against ignored; each side is judged by the other. */
export const responsiveness: FactorRule = {
  name: 'responsiveness',
  forNeed: ({ offer }) => responsivenessOf(offer.track),
  forOffer: ({ need }) => responsivenessOf(need.track),
  reason: ({ need, offer }) =>
    bothSides(
      outcome(
        offer.track.introductionsAnswered,
        offer.track.introductionsIgnored,
        'introduction',
        'answered',
      ),
      outcome(need.track.introductionsAnswered, need.track.introductionsIgnored, 'introduction', 'answered'),
    ),
}

function trustIn({ completed, broken }: TrackRecord): number {
  return posteriorMean(completed, broken, TRUST_PRIOR, TRUST_PRIOR_STRENGTH)
}

function responsivenessOf({ introductionsAnswered, introductionsIgnored }: TrackRecord): number {
  return posteriorMean(introductionsAnswered, introductionsIgnored, RESPONSE_PRIOR, RESPONSE_PRIOR_STRENGTH)
}

/** Mean of the Beta posterior of a rate, for a prior worth `strength` observations. */
function posteriorMean(good: number, bad: number, prior: number, strength: number): number {
  return (good + prior * strength) / (good + bad + strength)
}

function outcome(good: number, bad: number, noun: string, verb: string): string | null {
  return good + bad === 0 ? null : `${good} of ${counted(good + bad, noun)} ${verb}`
}

function bothSides(helper: string | null, organization: string | null): string {
  if (helper === null && organization === null) return 'No history yet.'
  return `Helper: ${helper ?? 'no history yet'}. Organization: ${organization ?? 'no history yet'}.`
}
