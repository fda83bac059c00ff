import { float32At, float64At, int32At, uint16At } from '../../shared/item-at.ts'
import { placeInSorted } from '../../shared/place-in-sorted.ts'
import { MAX_CHARS, tokensOf } from '../../shared/sought-words/index.ts'
import type { SkillEntry } from './skill.ts'
import { labelKey, wordsOf } from './skill-label.ts'

/** Compares the sentences of a text with the names and phrases of each skill. */
export interface Likeness {
  /**
   * Yields in short steps and returns each skill's best place among all skills in any of the sentences, from 0, by
   * number of the skill.
   */
  placesIn(sentences: readonly (readonly string[])[]): Generator<void, Uint16Array>
}

/** Hashes of the words and word pairs of all descriptions, each followed by the skills that have it. */
interface Features {
  hashes: Uint32Array
  rarities: Float32Array
  /** Where the skills of each feature begin, with one entry more than there are features. */
  starts: Int32Array
  skills: Uint16Array
  weights: Float32Array
}

interface Spoken {
  skill: number
  features: readonly number[]
}

const WORDINGS_PER_STEP = 400
const FEATURES_PER_STEP = 5000
const SENTENCE_END = /^[.!?\n•]/

/**
 * Creates the comparison by all words and pairs of neighbouring words. Each name, tool and phrase is a vector of length
 * 1 (tf-idf); a skill is the direction of their sum (Rocchio). Unlike evidence from single words, it also counts words
 * of the sentence that do not fit a skill.
 */
export function* likenessInSteps(entries: readonly SkillEntry[]): Generator<void, Likeness> {
  const spoken: Spoken[] = []
  for (const [skill, entry] of entries.entries())
    for (const text of wordingsOf(entry)) {
      const one = { skill, features: featuresOf(wordsOf(labelKey(text))) }
      if (spoken.push(one) % WORDINGS_PER_STEP === 0) yield
    }
  const features = yield* weighFeatures(spoken, entries.length)
  return {
    *placesIn(sentences) {
      const places = new Uint16Array(entries.length).fill(entries.length)
      for (const words of sentences) {
        keepBetterPlaces(likenessesOf(features, words, entries.length), places)
        yield
      }
      return places
    },
  }
}

/** Returns the words of each sentence of a text. `meant` has corrected words by the position of the misspelled ones. */
export function sentencesOf(text: string, meant: ReadonlyMap<number, string> = new Map()): string[][] {
  const sentences: string[][] = [[]]
  for (const { text: word, start } of tokensOf(text.slice(0, MAX_CHARS))) {
    if (word !== '') sentences.at(-1)?.push(meant.get(start) ?? word)
    else if (SENTENCE_END.test(text.charAt(start))) sentences.push([])
  }
  return sentences.filter((words) => words.length > 0)
}

function wordingsOf({ label, aliases, names = [], tools = [], phrases = [], inLanguages = [] }: SkillEntry) {
  return [label, ...aliases, ...names, ...tools, ...phrases, ...inLanguages.flatMap((one) => one.phrases)]
}

/** Returns the distinct hashes of the words and of pairs of neighbours. */
function featuresOf(words: readonly string[]): number[] {
  const features = new Set<number>()
  let before: number | undefined
  for (const word of words) {
    const hash = hashOf(word)
    features.add(hash)
    if (before !== undefined) features.add(pairOf(before, hash))
    before = hash
  }
  return [...features]
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) >>> 0
}

function* weighFeatures(spoken: readonly Spoken[], skillCount: number): Generator<void, Features> {
  const counts = new Map<number, number>()
  for (const [done, { features }] of spoken.entries()) {
    if (done % WORDINGS_PER_STEP === 0) yield
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const rarityOf = (feature: number) => 1 + Math.log((1 + spoken.length) / (1 + (counts.get(feature) ?? 0)))
  const sums = new Map<number, Map<number, number>>()
  for (const [done, { skill, features }] of spoken.entries()) {
    if (done % WORDINGS_PER_STEP === 0) yield
    const length = Math.hypot(...features.map(rarityOf))
    for (const feature of features) {
      const ofSkills = sums.get(feature) ?? new Map<number, number>()
      sums.set(feature, ofSkills)
      ofSkills.set(skill, (ofSkills.get(skill) ?? 0) + rarityOf(feature) / length)
    }
  }
  const hashes = Uint32Array.from(counts.keys()).sort()
  yield
  const flat = yield* flatFeatures(hashes, sums)
  const lengths = new Float64Array(skillCount)
  flat.weights.forEach((weight, at) => {
    const skill = uint16At(flat.skills, at)
    lengths[skill] = float64At(lengths, skill) + weight ** 2
  })
  yield
  const weights = flat.weights.map(
    (weight, at) => weight / Math.sqrt(float64At(lengths, uint16At(flat.skills, at))),
  )
  return { ...flat, weights, hashes, rarities: Float32Array.from(hashes, rarityOf) }
}

function* flatFeatures(
  hashes: Uint32Array,
  sums: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Generator<void, Pick<Features, 'starts' | 'skills' | 'weights'>> {
  const starts = new Int32Array(hashes.length + 1)
  const skills: number[] = []
  const weights: number[] = []
  for (const [at, hash] of hashes.entries()) {
    if (at % FEATURES_PER_STEP === 0) yield
    for (const [skill, weight] of sums.get(hash) ?? []) {
      skills.push(skill)
      weights.push(weight)
    }
    starts[at + 1] = skills.length
  }
  return { starts, skills: Uint16Array.from(skills), weights: Float32Array.from(weights) }
}

/** Returns the likeness of each skill, by its number, up to a common factor. */
function likenessesOf(features: Features, words: readonly string[], skillCount: number): Float64Array {
  const { hashes, rarities, starts, skills, weights } = features
  const sums = new Float64Array(skillCount)
  for (const feature of featuresOf(words)) {
    const at = placeInSorted(hashes, feature)
    if (at === undefined) continue
    const rarity = float32At(rarities, at)
    const end = int32At(starts, at + 1)
    for (let one = int32At(starts, at); one < end; one++) {
      const skill = uint16At(skills, one)
      sums[skill] = float64At(sums, skill) + rarity * float32At(weights, one)
    }
  }
  return sums
}

function keepBetterPlaces(likenesses: Float64Array, places: Uint16Array): void {
  const sorted = likenesses.toSorted()
  for (let skill = 0; skill < places.length; skill++) {
    const likeness = float64At(likenesses, skill)
    if (likeness === 0) continue
    const place = sorted.length - countUpTo(sorted, likeness)
    if (place < uint16At(places, skill)) places[skill] = place
  }
}

/** Returns how many numbers of an ascending list are at most `most`. */
function countUpTo(sorted: Float64Array, most: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (float64At(sorted, middle) <= most) low = middle + 1
    else high = middle
  }
  return low
}
