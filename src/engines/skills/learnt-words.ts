import { float32At, float64At } from '../../shared/item-at.ts'
import { placeInSorted } from '../../shared/place-in-sorted.ts'

/**
 * What has been learnt of words. Each feature of a text (see `featuresOf`) has numbers; their mean, weighted by rarity, tells skills
 * apart by a softmax.
 */
export interface LearntWords {
  /** Ids, in the order of `weights` and `biases`. */
  skills: readonly string[]
  dimensions: number
  /** Hashes of the features, ascending. */
  hashes: Uint32Array
  rarities: Float32Array
  /** The numbers of each feature, one feature after another, in steps of its scale. */
  numbers: Int8Array
  scales: Float32Array
  /** The weights of each skill, one skill after another. */
  weights: Float32Array
  biases: Float32Array
}

export interface LearntWord {
  /** See `TextWord`. */
  root: string
  plainRoot: string
  text: string
  weight: number
}

/** Reads what has been learnt of a text's words. Skills are given by their numbers. */
export interface ReadLikelihoods {
  /** Returns the log likelihood of each skill. */
  (words: readonly LearntWord[]): Float64Array
  /** Returns the share of each word in the logit of a skill: how much likelier it makes the skill. */
  sharesOf(words: readonly LearntWord[], skill: number): number[]
}

/** Lengths of the character n-grams that count. They find inflections and parts of compounds. */
const NGRAM_CHARS = [4, 5] as const
/** Length of a text's weights as a vector, so that long texts count like short ones. */
const TEXT_LENGTH = 3
/** For a skill of which nothing was learnt: neither likely nor unlikely. */
const UNLEARNT = -3.5

/** Creates the reading for skills by these ids. Where nothing was learnt, all are equally likely. */
export function createLikelihoods(learnt: LearntWords | undefined, ids: readonly string[]): ReadLikelihoods {
  const places = new Map(learnt?.skills.map((id, at) => [id, at]))
  const placeOfSkill = ids.map((id) => places.get(id))
  const read = (words: readonly LearntWord[]) => {
    if (!learnt) return new Float64Array(ids.length).fill(UNLEARNT)
    const all = logLikelihoods(learnt, meanOf(learnt, amountsOf(learnt, featuresOf(words))))
    return Float64Array.from(placeOfSkill, (at) => (at === undefined ? UNLEARNT : float64At(all, at)))
  }
  const sharesOf = (words: readonly LearntWord[], skill: number) => {
    const at = placeOfSkill[skill]
    if (!learnt || at === undefined) return words.map(() => 0)
    const amounts = amountsOf(learnt, featuresOf(words))
    return words.map((word) => shareOf(learnt, amounts, { word, at }))
  }
  return Object.assign(read, { sharesOf })
}

function shareOf(
  learnt: LearntWords,
  amounts: ReadonlyMap<number, number>,
  { word, at }: { word: LearntWord; at: number },
): number {
  const own = new Map<number, number>()
  for (const hash of featuresOf([word]).keys()) {
    const feature = placeInSorted(learnt.hashes, hash)
    const amount = feature === undefined ? undefined : amounts.get(feature)
    if (feature !== undefined && amount !== undefined) own.set(feature, amount)
  }
  const from = at * learnt.dimensions
  return meanOf(learnt, own).reduce((sum, one, d) => sum + one * float32At(learnt.weights, from + d), 0)
}

/** Returns hashes of the roots and character n-grams of words, with the greatest weight of a word that has them. */
export function featuresOf(words: readonly LearntWord[]): Map<number, number> {
  const features = new Map<number, number>()
  for (const { root, plainRoot, text, weight } of words) {
    const hashes = [hashOf('r', root), ...(plainRoot === '' ? [] : [hashOf('r', plainRoot)])]
    for (const word of text.split(' ')) for (const ngram of ngramsOf(word)) hashes.push(hashOf('c', ngram))
    for (const hash of hashes) features.set(hash, Math.max(weight, features.get(hash) ?? 0))
  }
  return features
}

function ngramsOf(word: string): string[] {
  const bounded = `<${word}>`
  return NGRAM_CHARS.filter((length) => word.length >= length).flatMap((length) =>
    Array.from({ length: bounded.length - length + 1 }, (_, at) => bounded.slice(at, at + length)),
  )
}

/** FNV-1a. */
function hashOf(kind: string, text: string): number {
  let hash = 0x811c9dc5
  for (const part of [kind, text])
    for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Returns how much each known feature counts, by its place. The squares of all add up to that of `TEXT_LENGTH`. */
function amountsOf(learnt: LearntWords, features: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const amounts = new Map<number, number>()
  let squares = 0
  for (const [hash, weight] of features) {
    const at = placeInSorted(learnt.hashes, hash)
    if (at === undefined) continue
    const amount = weight * float32At(learnt.rarities, at)
    squares += amount ** 2
    amounts.set(at, amount)
  }
  const factor = TEXT_LENGTH / (Math.sqrt(squares) || 1)
  for (const [at, amount] of amounts) amounts.set(at, factor * amount)
  return amounts
}

function meanOf(
  { dimensions, numbers, scales }: LearntWords,
  amounts: ReadonlyMap<number, number>,
): Float64Array {
  const mean = new Float64Array(dimensions)
  for (const [at, amount] of amounts) {
    const factor = amount * float32At(scales, at)
    const from = at * dimensions
    // Checked reads take twice the time.
    for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) + factor * (numbers[from + d] ?? 0)
  }
  return mean
}

function logLikelihoods({ dimensions, weights, biases }: LearntWords, mean: Float64Array): Float64Array {
  const sums = Float64Array.from(biases, (bias, skill) => {
    let sum = bias
    const from = skill * dimensions
    for (let d = 0; d < dimensions; d++) sum += (weights[from + d] ?? 0) * (mean[d] ?? 0)
    return sum
  })
  const most = sums.reduce((largest, sum) => Math.max(largest, sum), Number.NEGATIVE_INFINITY)
  const all = most + Math.log(sums.reduce((total, sum) => total + Math.exp(sum - most), 0))
  return sums.map((sum) => sum - all)
}
