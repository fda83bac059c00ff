import type { TrackRecord } from './postings.ts'
import {
  RESPONSE_PRIOR,
  RESPONSE_PRIOR_STRENGTH,
  SLOW_ANSWER_HOURS,
  SLOW_ANSWER_SHARE,
  TRUST_PRIOR,
  TRUST_PRIOR_STRENGTH,
} from './weights.ts'

/** Returns how likely someone is to complete an engagement, in [0, 1]. */
export function posteriorTrust({ completed, broken }: TrackRecord): number {
  return posteriorMean(completed, broken, TRUST_PRIOR, TRUST_PRIOR_STRENGTH)
}

/** Returns how likely someone is to answer an introduction soon, in [0, 1]. */
export function posteriorResponsiveness(track: TrackRecord): number {
  const { introductionsAnswered: answered, introductionsIgnored: ignored } = track
  const slowness = Math.min(1, meanAnswerHours(track) / SLOW_ANSWER_HOURS)
  const good = answered * (1 - slowness * (1 - SLOW_ANSWER_SHARE))
  return posteriorMean(good, answered - good + ignored, RESPONSE_PRIOR, RESPONSE_PRIOR_STRENGTH)
}

/** Returns the mean hours until an answer; 0 if there was none. */
export function meanAnswerHours({ answerHours, introductionsAnswered }: TrackRecord): number {
  return introductionsAnswered === 0 ? 0 : answerHours / introductionsAnswered
}

/**
 * Returns a track record as text. Similar records give the same text: answer times are rounded to a quarter of a day.
 */
export function trackKey(track: TrackRecord): string {
  const hours = Math.round(meanAnswerHours(track) / ANSWER_STEP_HOURS) * ANSWER_STEP_HOURS
  const { completed, broken, introductionsAnswered, introductionsIgnored } = track
  return [completed, broken, introductionsAnswered, introductionsIgnored, hours].join(' ')
}

const ANSWER_STEP_HOURS = 6

/** Parses the text of a track record. */
export function readTrackKey(key: string): TrackRecord {
  const [completed = 0, broken = 0, introductionsAnswered = 0, introductionsIgnored = 0, hours = 0] = key
    .split(' ')
    .map(Number)
  const answerHours = hours * introductionsAnswered
  return { completed, broken, introductionsAnswered, introductionsIgnored, answerHours }
}

/** Mean of the Beta posterior of a rate, for a prior worth `strength` observations. */
function posteriorMean(good: number, bad: number, prior: number, strength: number): number {
  return (good + prior * strength) / (good + bad + strength)
}
