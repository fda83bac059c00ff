import { listed } from '../sentences.ts'
import type { ShownPair } from '../shown-pair.ts'
import { isConcept, skillOfConcept } from '../wording/concepts.ts'
import { shared } from './factor.ts'

const WORDS_SHOWN = 3
const TELLING_LENGTH = 3

/** How well the offer's words answer the need's: see `WordingComparison`. */
export const wording = shared('wording', (pair) => pair.wording, reason)

function reason({ need, offer, pair }: ShownPair): string {
  const { compiler, labelOf } = pair.context.market
  const binding = pair.bindingStems
  if (binding.length === 0) return 'The two texts have no word in common.'
  const ours = compiler.wordsByStem(need)
  const both = telling(binding.filter((stem) => ours.has(stem)))
  if (both.length > 0) return `Both mention ${quoted(both.map((stem) => ours.get(stem)))}.`
  const theirs = compiler.wordsByStem(offer)
  const near = telling(binding.filter((stem) => theirs.has(stem)))
  if (near.length > 0)
    return `The offer mentions ${quoted(near.map((stem) => theirs.get(stem)))}, close to what the need says.`
  const skills = binding.filter(isConcept).map((concept) => labelOf(skillOfConcept(concept)))
  return `Both texts are about ${listed(skills.slice(0, WORDS_SHOWN))}.`
}

/** Longer words say more to a reader. */
function telling(stems: readonly string[]): string[] {
  const long = stems.filter((stem) => stem.length >= TELLING_LENGTH)
  return (long.length > 0 ? long : stems).slice(0, WORDS_SHOWN)
}

function quoted(words: readonly (string | undefined)[]): string {
  return listed(words.map((word) => `“${word}”`))
}
