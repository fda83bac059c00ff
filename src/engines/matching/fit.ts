import { skillsCovered } from './factors/skills.ts'
import { FITS, type Fit } from './fits.ts'
import type { Pair } from './pair.ts'
import { LEAST_TOPIC, WORDING_SHARE_OF_TOPIC } from './weights.ts'

/** How much speaks for the two being about the same work, in [0, 1]: 0 if they share neither a skill nor a word. */
export function topicOf(pair: Pair): number {
  return topicFrom(skillsCovered(pair), pair.wording)
}

/** Skills and words are independent evidence, so the topic is missed only if both miss it (noisy-or). Grows with both. */
export function topicFrom(skills: number, wording: number): number {
  return 1 - (1 - skills) * (1 - WORDING_SHARE_OF_TOPIC * wording)
}

export function fitOf(topic: number): Fit {
  return FITS.find((fit) => topic >= LEAST_TOPIC[fit]) ?? 'weak'
}
