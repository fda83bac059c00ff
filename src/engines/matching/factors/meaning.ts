import { message } from '../../../shared/messages/index.ts'
import { isMeaningKnown, type Pair } from '../pair.ts'
import { ALIKE_MEANINGS, UNKNOWN_MEANING, UNLIKE_MEANINGS } from '../weights.ts'
import { shared } from './factor.ts'

/** From this value on, the reason says that the texts are about the same thing. */
const SAME = 0.5

/**
 * How near the meanings of both postings are: of their texts (see `Meaning`) and of all their skills together. Has no weight if
 * either is unknown.
 */
export const meaning = shared('meaning', meaningNearness, ({ pair }) => {
  const nearness = meaningNearness(pair)
  if (nearness >= SAME) return [message('texts_about_the_same')]
  return nearness > 0 ? [message('texts_about_similar')] : []
})

/** Returns 0 if the meanings are as far apart as most, 1 if they are as near as those about one thing. */
export function meaningNearness(pair: Pair): number {
  return isMeaningKnown(pair) ? nearnessOf(pair.likeness) : 0
}

/** Returns how much the meanings say that both are about the same work, in [0, 1]. */
export function meaningOfTopic(pair: Pair): number {
  return isMeaningKnown(pair) ? nearnessOf(pair.likeness) : UNKNOWN_MEANING
}

export function nearnessOf(likeness: number): number {
  return Math.max(0, Math.min(1, (likeness - UNLIKE_MEANINGS) / (ALIKE_MEANINGS - UNLIKE_MEANINGS)))
}
