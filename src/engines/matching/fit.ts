import { meaningOfTopic } from './factors/meaning.ts'
import { skillsCovered } from './factors/skills.ts'
import { FITS, type Fit } from './fits.ts'
import type { Pair } from './pair.ts'
import {
  FILLING_SHARE_OF_BEST,
  FITTING_SHARE_OF_BEST,
  LEAST_TOPIC,
  LEAST_TOPIC_OF_FILLING,
  TOPIC_ODDS,
  UNKNOWN_MEANING,
} from './weights.ts'

/**
 * Returns the estimated probability that both postings are about the same work; 0 if they share neither a skill nor a word.
 */
export function topicOf(pair: Pair): number {
  return topicFrom(skillsCovered(pair), pair.wording, meaningOfTopic(pair))
}

/**
 * Combines covered skills, words and meaning by a logistic model of judged pairs. Grows with each argument, so upper bounds of these
 * give one of the topic.
 */
export function topicFrom(covered: number, wording: number, meaning: number): number {
  return 1 / (1 + Math.exp(-topicOdds(covered, wording, meaning)))
}

/** Returns the log odds of a topic, which are faster to compare than the topics of many pairs. */
export function topicOdds(covered: number, wording: number, meaning: number): number {
  if (covered === 0 && wording === 0) return Number.NEGATIVE_INFINITY
  const { base, skills, words, meanings } = TOPIC_ODDS
  return base + skills * covered + words * wording + meanings * meaning
}

/** Returns the log odds of a topic. */
export function oddsOf(topic: number): number {
  return Math.log(topic / (1 - topic))
}

/** Returns the upper bound of `meaningOfTopic`. */
export function mostMeaningOfTopic(hasMeaning: boolean): number {
  return hasMeaning ? 1 : UNKNOWN_MEANING
}

export function fitOf(topic: number): Fit {
  return FITS.find((fit) => topic >= LEAST_TOPIC[fit]) ?? 'weak'
}

/** Returns the minimum topic of pairs that fill a short list, given the topics of the pairs that fit. */
export function leastTopicOfFilling(topics: Float64Array): number {
  return Math.max(LEAST_TOPIC_OF_FILLING, FILLING_SHARE_OF_BEST * Math.max(0, ...topics))
}

/** Returns the minimum topic of pairs listed after the best ones, given the topics of the best. */
export function leastTopicNearBest(topics: Float64Array): number {
  return FITTING_SHARE_OF_BEST * Math.max(0, ...topics)
}
