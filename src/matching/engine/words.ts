import type { Lexicon } from './lexicon.ts'
import { stemsOf } from './text.ts'
import { TITLE_WORD_COUNT } from './weights.ts'

/** The distinct stems of a posting, in the order of their spelling, so that every sum over them runs in one order. */
export interface Words {
  ids: Int32Array
  /** ln(1 + count), where a word of the title counts TITLE_WORD_COUNT times. */
  weights: Float64Array
}

/** The words of a posting: its title, the labels of its skills (which count as title) and its description. */
export function wordsOf(
  posting: { title: string; description: string; skills: readonly { label: string }[] },
  lexicon: Lexicon,
): Words {
  const counts = new Map<string, number>()
  const count = (text: string, times: number) => {
    for (const stem of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + times)
  }
  count(posting.title, TITLE_WORD_COUNT)
  for (const skill of posting.skills) count(skill.label, TITLE_WORD_COUNT)
  count(posting.description, 1)
  const stems = [...counts.keys()].sort()
  return {
    ids: Int32Array.from(stems, (stem) => lexicon.idOf(stem)),
    weights: Float64Array.from(stems, (stem) => Math.log(1 + (counts.get(stem) ?? 0))),
  }
}

/** How rare a stem is: the inverse document frequency of BM25 (Robertson and Zaragoza 2009), never below 0. */
export function inverseDocumentFrequency(documents: number, withStem: number): number {
  return Math.log(1 + (documents - withStem + 0.5) / (withStem + 0.5))
}

export interface WordStatistics {
  /** Inverse document frequency of a stem over needs and offers. */
  rarity(id: number): number
  /** Its spelling. */
  stem(id: number): string
}

/** Compares one posting's words with those of many others. */
export class WordComparison {
  readonly #anchor: Words
  readonly #weights = new Map<number, number>()
  readonly #statistics: WordStatistics
  readonly #squaredLength: number

  constructor(anchor: Words, statistics: WordStatistics) {
    this.#anchor = anchor
    this.#statistics = statistics
    this.#squaredLength = squaredLength(anchor, statistics)
    anchor.ids.forEach((id, at) => {
      this.#weights.set(id, anchor.weights[at] ?? 0)
    })
  }

  /** Whether the two share a stem. */
  meets(other: Words): boolean {
    for (const id of other.ids) if (this.#weights.has(id)) return true
    return false
  }

  /** Cosine of the two postings' stems, each weighted by its count and its rarity. In [0, 1]; 0 where one is empty. */
  cosine(other: Words): number {
    let dot = 0
    // By index, here and below: the innermost loop of a ranking.
    for (let at = 0; at < other.ids.length; at++) {
      const id = other.ids[at] ?? 0
      const own = this.#weights.get(id)
      if (own === undefined) continue
      const rarity = this.#statistics.rarity(id)
      dot += own * (other.weights[at] ?? 0) * rarity * rarity
    }
    if (dot === 0) return 0
    return Math.min(1, dot / Math.sqrt(this.#squaredLength * squaredLength(other, this.#statistics)))
  }

  /** The shared stems' numbers, those that bind most first. */
  shared(other: Words): number[] {
    const pull = (id: number) => {
      const at = other.ids.indexOf(id)
      return (this.#weights.get(id) ?? 0) * (other.weights[at] ?? 0) * this.#statistics.rarity(id) ** 2
    }
    return [...this.#anchor.ids]
      .filter((id) => other.ids.includes(id))
      .map((id) => ({ id, pull: pull(id) }))
      .sort((a, b) => b.pull - a.pull)
      .map(({ id }) => id)
  }
}

function squaredLength(words: Words, statistics: WordStatistics): number {
  let sum = 0
  for (let at = 0; at < words.ids.length; at++) {
    const part = (words.weights[at] ?? 0) * statistics.rarity(words.ids[at] ?? 0)
    sum += part * part
  }
  return sum
}
