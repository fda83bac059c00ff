import { meaningOfTopic } from './factors/meaning.ts'
import { skillsCovered, skillsUsed } from './factors/skills.ts'
import { FITS, type Fit } from './fits.ts'
import type { Pair } from './pair.ts'
import {
  FILLING_SHARE_OF_BEST,
  LEAST_TOPIC,
  LEAST_TOPIC_OF_FILLING,
  MEANING_SHARE_OF_TOPIC,
  USED_SHARE_OF_TOPIC,
} from './weights.ts'

/** How much speaks for the two being about the same work, in [0, 1]: 0 if they share neither a skill nor a word. */
export function topicOf(pair: Pair): number {
  return topicFrom(skillsCovered(pair), skillsUsed(pair), pair.wording, meaningOfTopic(pair))
}

/**
 * Skills that are covered and skills that are used, words and meaning are independent evidence, so the topic is missed
 * only if all miss it (noisy-or). Grows with each of them.
 */
export function topicFrom(covered: number, used: number, wording: number, meaning: number): number {
  if (covered === 0 && wording === 0) return 0
  return (
    1 -
    (1 - covered) * (1 - USED_SHARE_OF_TOPIC * used) * (1 - wording) * (1 - MEANING_SHARE_OF_TOPIC * meaning)
  )
}

export function fitOf(topic: number): Fit {
  return FITS.find((fit) => topic >= LEAST_TOPIC[fit]) ?? 'weak'
}

/** The least topic of pairs that fill a short list, by the topics of those that fit. */
export function leastTopicOfFilling(topics: readonly number[]): number {
  return Math.max(LEAST_TOPIC_OF_FILLING, FILLING_SHARE_OF_BEST * Math.max(0, ...topics))
}
