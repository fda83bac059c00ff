import { meaningOfTopic } from './factors/meaning.ts'
import { skillsCovered, skillsUsed } from './factors/skills.ts'
import { FITS, type Fit } from './fits.ts'
import type { Pair } from './pair.ts'
import {
  AGREEING_TOPIC,
  FILLING_SHARE_OF_BEST,
  FITTING_SHARE_OF_BEST,
  LEAST_TOPIC,
  LEAST_TOPIC_OF_FILLING,
  MEANING_SHARE_OF_TOPIC,
  MOST_TOPIC_OF_LONE_WORDS,
  USED_SHARE_OF_TOPIC,
} from './weights.ts'

/**
 * Returns the evidence that both postings are about the same work, in [0, 1]; 0 if they share neither a skill nor a
 * word.
 */
export function topicOf(pair: Pair): number {
  const covered = skillsCovered(pair)
  const used = skillsUsed(pair)
  const meaning = meaningOfTopic(pair)
  const knowsSkills = pair.need.skillCount > 0 && pair.offer.skillCount > 0
  return (knowsSkills ? topicWithDoubt : topicFrom)(covered, used, pair.wording, meaning)
}

/**
 * Computes the topic if skills of both sides are known. Words count less if neither skills nor meaning agree with them,
 * because they are often a single word for a place or a thing. Never above `topicFrom`, and grows with each argument.
 */
export function topicWithDoubt(covered: number, used: number, wording: number, meaning: number): number {
  const topic = topicFrom(covered, used, wording, meaning)
  const doubt = 1 - agreementOf(covered, used, meaning) / AGREEING_TOPIC
  if (doubt <= 0 || topic <= MOST_TOPIC_OF_LONE_WORDS) return topic
  const doubted = topicFrom(covered, used, wording * (1 - doubt), meaning)
  return Math.max(doubted, MOST_TOPIC_OF_LONE_WORDS)
}

/**
 * Combines covered skills, used skills, words and meaning as independent evidence (noisy-or): the topic is missed only
 * if all of them miss it. Grows with each argument.
 */
export function topicFrom(covered: number, used: number, wording: number, meaning: number): number {
  if (covered === 0 && wording === 0) return 0
  return 1 - (1 - wording) * (1 - agreementOf(covered, used, meaning))
}

/** Combines all evidence except the words. */
function agreementOf(covered: number, used: number, meaning: number): number {
  return 1 - (1 - covered) * (1 - USED_SHARE_OF_TOPIC * used) * (1 - MEANING_SHARE_OF_TOPIC * meaning)
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
