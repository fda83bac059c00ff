import { stemmer } from '@orama/stemmers/english'
import { itemAt, uint16At } from '../../shared/item-at.ts'
import { isCommonRoot } from './common-words.ts'
import type { Vocabulary } from './spelling.ts'
import { presentOf, rootOf } from './word-forms.ts'

/** Similarity of two words with different roots. Chosen by hand. */
const NEARNESS = {
  /** Same Snowball English stem: `translate` and `translation`. */
  sameStem: 0.9,
  misspelled: 0.85,
  /** Similar letters, such as parts of a compound word. Multiplied by the similarity. */
  alike: 0.5,
} as const

const LEAST_LIKENESS = 0.5
const GRAM_SIZES = [2, 3, 4]
const MAX_CORRECTIONS = 3
const MAX_CACHED_WORDS = 5000
/** Stemming takes quadratic time for some longer words. */
const MAX_WORD_CHARS = 64

export interface NearRoot {
  /** Number of the root. */
  root: number
  /** In (0, 1]; 1 is the root itself. */
  nearness: number
}

/** Numbers the roots of a taxonomy's words, and finds the roots similar to a word. */
export class NearRoots {
  readonly #vocabulary: Vocabulary
  readonly #numbers = new Map<string, number>()
  readonly #byStem = new Map<string, number[]>()
  readonly #byGram = new Map<string, number[]>()
  readonly #gramCounts: number[] = []
  readonly #common: boolean[] = []
  readonly #cache = new Map<string, readonly NearRoot[]>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** Returns the number of a root. Adds the root if it is new. */
  add(root: string): number {
    const known = this.#numbers.get(root)
    if (known !== undefined) return known
    const number = this.#gramCounts.length
    this.#numbers.set(root, number)
    addTo(this.#byStem, stemmer(root), number)
    const grams = gramsOf(root)
    for (const gram of grams) addTo(this.#byGram, gram, number)
    this.#gramCounts.push(grams.size)
    this.#common.push(isCommonRoot(root))
    return number
  }

  isCommon(root: number): boolean {
    return itemAt(this.#common, root)
  }

  /** All roots similar to a lower-case word. A common word is similar only to its own forms. */
  near(text: string): readonly NearRoot[] {
    const word = text.slice(0, MAX_WORD_CHARS)
    const known = this.#cache.get(word)
    if (known) return known
    if (this.#cache.size >= MAX_CACHED_WORDS) this.#cache.clear()
    const found = this.#find(word)
    this.#cache.set(word, found)
    return found
  }

  #find(given: string): NearRoot[] {
    const word = presentOf(given)
    const root = rootOf(word)
    const itself = this.#numbers.get(root)
    const near = new Map<number, number>()
    if (!isCommonRoot(root)) {
      for (const [number, likeness] of this.#alike(root)) near.set(number, NEARNESS.alike * likeness)
      if (itself === undefined) {
        for (const number of this.#corrections(word)) near.set(number, NEARNESS.misspelled)
      }
    }
    for (const number of this.#byStem.get(stemmer(root)) ?? []) near.set(number, NEARNESS.sameStem)
    if (itself !== undefined) near.set(itself, 1)
    return [...near].map(([number, nearness]) => ({ root: number, nearness }))
  }

  *#corrections(word: string): Iterable<number> {
    for (const correction of this.#vocabulary.corrections(word, true).slice(0, MAX_CORRECTIONS)) {
      const number = this.#numbers.get(rootOf(correction.word))
      if (number !== undefined) yield number
    }
  }

  /** Finds similar roots by the cosine of their sets of character 2- to 4-grams. */
  *#alike(root: string): Iterable<[number: number, likeness: number]> {
    const grams = gramsOf(root)
    const shared = new Uint16Array(this.#gramCounts.length)
    for (const gram of grams) {
      for (const number of this.#byGram.get(gram) ?? []) shared[number] = uint16At(shared, number) + 1
    }
    for (let number = 0; number < shared.length; number++) {
      const count = uint16At(shared, number)
      if (count < LEAST_LIKENESS ** 2 * grams.size) continue
      const likeness = count / Math.sqrt(grams.size * itemAt(this.#gramCounts, number))
      if (likeness >= LEAST_LIKENESS) yield [number, likeness]
    }
  }
}

function addTo(index: Map<string, number[]>, key: string, number: number): void {
  const list = index.get(key)
  if (list) list.push(number)
  else index.set(key, [number])
}

function gramsOf(root: string): Set<string> {
  const framed = `^${root}$`
  const grams = new Set<string>()
  for (const size of GRAM_SIZES) {
    for (let at = 0; at + size <= framed.length; at++) grams.add(framed.slice(at, at + size))
  }
  return grams
}
