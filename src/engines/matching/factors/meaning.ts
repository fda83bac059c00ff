import { message } from '../../../shared/messages/index.ts'
import { isMeaningKnown, type Pair } from '../pair.ts'
import { ALIKE_MEANING_COSINE, LEAST_TOPIC_COSINE, UNLIKE_MEANING_COSINE } from '../weights.ts'
import { shared } from './factor.ts'

/** From this value on, the reason says that the texts are about the same thing. */
const SAME = 0.5

/** How near the meanings of both texts are (see `Meaning`). Has no weight if either is unknown. */
export const meaning = shared('meaning', meaningNearness, ({ pair }) => {
  const nearness = meaningNearness(pair)
  if (nearness >= SAME) return [message('texts_about_the_same')]
  return nearness > 0 ? [message('texts_about_similar')] : []
})

/** Returns 0 if the texts are as far apart as most, 1 if they are as near as texts about one thing. */
export function meaningNearness(pair: Pair): number {
  return isMeaningKnown(pair) ? nearnessOf(pair.meaningCosine) : 0
}

export function nearnessOf(cosine: number): number {
  return shareBetween(UNLIKE_MEANING_COSINE, ALIKE_MEANING_COSINE, cosine)
}

/** Returns what the meanings say about the topic, in [0, 1]. */
export function meaningOfTopic(pair: Pair): number {
  return isMeaningKnown(pair) ? topicOfCosine(pair.meaningCosine) : 0
}

export function topicOfCosine(cosine: number): number {
  return shareBetween(LEAST_TOPIC_COSINE, ALIKE_MEANING_COSINE, cosine)
}

function shareBetween(low: number, high: number, value: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low)))
}
