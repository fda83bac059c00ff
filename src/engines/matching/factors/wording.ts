import { type Message, message } from '../../../shared/messages/index.ts'
import type { ExplainedPair } from '../explained-pair.ts'
import { LEAST_WORDING_SHOWN } from '../weights.ts'
import { isConcept, skillOfConcept } from '../wording/concepts.ts'
import { shared } from './factor.ts'

const WORDS_SHOWN = 3
const TELLING_LENGTH = 3

/** How well the offer's words answer the need's: see `WordingComparison`. */
export const wording = shared('wording', (pair) => pair.wording, reason)

function reason(shown: ExplainedPair): Message[] {
  const { both, near, skills } = displayableWords(shown)
  if (both.length > 0) return [message('words_shared', { words: both })]
  if (near.length > 0) return [message('words_near', { words: near })]
  return skills.length > 0 ? [message('skills_in_both_texts', { skills })] : []
}

/**
 * Returns the words that the two postings share and that are worth displaying, as written. Only the first non-empty
 * kind is filled.
 */
export function displayableWords({ need, offer, pair }: ExplainedPair): {
  both: string[]
  near: string[]
  skills: string[]
} {
  const none = { both: [], near: [], skills: [] }
  if (pair.wording < LEAST_WORDING_SHOWN) return none
  const { compiler, labelOf } = pair.context.market
  const binding = pair.bindingStems
  const ours = compiler.wordsByStem(need)
  const both = telling(binding, ours)
  if (both.length > 0) return { ...none, both }
  const near = telling(binding, compiler.wordsByStem(offer))
  if (near.length > 0) return { ...none, near }
  const skills = binding.filter(isConcept).map((concept) => labelOf(skillOfConcept(concept)))
  return { ...none, skills: skills.slice(0, WORDS_SHOWN) }
}

/**
 * Returns the first words of some stems, as the text has them. Short words are included only if they look like a name.
 */
function telling(stems: readonly string[], wordsByStem: ReadonlyMap<string, string>): string[] {
  const words = stems.flatMap((stem) => wordsByStem.get(stem) ?? [])
  return words
    .filter((word) => word.length >= TELLING_LENGTH || /[\p{Lu}\d]/u.test(word))
    .slice(0, WORDS_SHOWN)
}
