import type { TrackRecord } from './market.ts'
import { RESPONSE_PRIOR, RESPONSE_PRIOR_STRENGTH, TRUST_PRIOR, TRUST_PRIOR_STRENGTH } from './weights.ts'

/** How far somebody may be trusted to end what they start, in [0, 1]. */
export function posteriorTrust({ completed, broken }: TrackRecord): number {
  return posteriorMean(completed, broken, TRUST_PRIOR, TRUST_PRIOR_STRENGTH)
}

/** How likely somebody answers an introduction, in [0, 1]. */
export function posteriorResponsiveness({
  introductionsAnswered,
  introductionsIgnored,
}: TrackRecord): number {
  return posteriorMean(introductionsAnswered, introductionsIgnored, RESPONSE_PRIOR, RESPONSE_PRIOR_STRENGTH)
}

/** Mean of the Beta posterior of a rate, for a prior worth `strength` observations. */
function posteriorMean(good: number, bad: number, prior: number, strength: number): number {
  return (good + prior * strength) / (good + bad + strength)
}
