import { float64At, int32At } from '../../../shared/item-at.ts'
import { conceptOfSkill, isConcept, skillOfConcept } from './concepts.ts'
import { NearWordIndex } from './near-words.ts'
import type { WordingOptions } from './wording-options.ts'

/** Converts between stems and their numbers. */
export interface Vocabulary {
  /** Undefined if no posting has the stem. */
  idOf(stem: string): number | undefined
  stemOf(id: number): string
}

type RelatedSkills = (skill: string) => readonly { skill: string; strength: number }[]

/**
 * Finds the stems that can replace a stem, with a weight in (0, 1): words by their trigrams, concepts by the relations
 * of their skills. Symmetric as long as no word has more than `maxNearWords` near ones.
 */
export class Nearness {
  readonly #options: WordingOptions
  readonly #vocabulary: Vocabulary
  readonly #relatedSkills: RelatedSkills
  readonly #nearWords: NearWordIndex
  #needWeights = new Float32Array(1024).fill(1)
  /**
   * By concept. Cached because every ranking reads those of its need, and finding them by name takes longer than most
   * other work.
   */
  readonly #relatedConcepts = new Map<number, RelatedConcepts>()

  constructor(options: WordingOptions, vocabulary: Vocabulary, relatedSkills: RelatedSkills) {
    this.#options = options
    this.#vocabulary = vocabulary
    this.#relatedSkills = relatedSkills
    this.#nearWords = new NearWordIndex(options.leastLikeness, options.maxNearWords)
  }

  /** Adds a stem when the first posting with it is added. */
  add(id: number, stem: string): void {
    this.#reserve(id)
    if (isConcept(stem)) {
      this.#needWeights[id] = this.#options.conceptWeight
      this.forgetRelations()
    } else this.#nearWords.add(id, stem)
  }

  /** Removes a stem when the last posting with it is removed. */
  remove(id: number): void {
    if (isConcept(this.#vocabulary.stemOf(id))) this.forgetRelations()
    if (this.#needWeights[id] !== 1) this.#needWeights[id] = 1
    this.#nearWords.remove(id)
  }

  /**
   * Weight of each stem in a need, in [0, 1], by number: 1 for words, less for concepts. The array is replaced when
   * stems are added.
   */
  get needWeights(): Float32Array {
    return this.#needWeights
  }

  /** Must be called when the relations of skills have changed. */
  forgetRelations(): void {
    this.#relatedConcepts.clear()
  }

  /** Calls `visit` with each other stem that is near, and its weight in (0, 1). */
  forEachNear(id: number, visit: (near: number, weight: number) => void): void {
    const stem = this.#vocabulary.stemOf(id)
    if (isConcept(stem)) visitAll(this.#relatedConcepts.get(id) ?? this.#readRelated(id, stem), visit)
    else if (this.#options.nearWeight > 0) this.#forEachNearWord(stem, visit)
  }

  #readRelated(id: number, concept: string): RelatedConcepts {
    const { relatedWeight } = this.#options
    const related = relatedWeight === 0 ? [] : this.#relatedSkills(skillOfConcept(concept))
    const found = related.flatMap(({ skill, strength }) => {
      const near = this.#vocabulary.idOf(conceptOfSkill(skill))
      return near === undefined ? [] : [{ near, weight: strength * relatedWeight }]
    })
    const read = {
      ids: Int32Array.from(found, ({ near }) => near),
      weights: Float64Array.from(found, ({ weight }) => weight),
    }
    this.#relatedConcepts.set(id, read)
    return read
  }

  #forEachNearWord(stem: string, visit: (near: number, weight: number) => void): void {
    const { ids, likeness } = this.#nearWords.nearTo(stem)
    for (let at = 0; at < ids.length; at++) {
      visit(int32At(ids, at), float64At(likeness, at) * this.#options.nearWeight)
    }
  }

  #reserve(id: number): void {
    if (id < this.#needWeights.length) return
    const weights = new Float32Array(Math.max(id + 1, 2 * this.#needWeights.length)).fill(1)
    weights.set(this.#needWeights)
    this.#needWeights = weights
  }
}

interface RelatedConcepts {
  ids: Int32Array
  weights: Float64Array
}

function visitAll({ ids, weights }: RelatedConcepts, visit: (near: number, weight: number) => void): void {
  for (let at = 0; at < ids.length; at++) visit(int32At(ids, at), float64At(weights, at))
}
