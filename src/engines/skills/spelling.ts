import { itemAt, uint8At, uint16At } from '../../shared/item-at.ts'
import { createSlicedWork } from '../../shared/sliced-work.ts'
import { REAL_WORDS } from './real-words.ts'

const FUZZY_WORD = /^\p{L}{4,}$/u
/**
 * Cached, because texts repeat their words and searching takes most of the reading time. Words have at most 40 letters.
 */
const MAX_CACHED_WORDS = 10_000
const WORDS_PER_STEP = 200
const LISTS_PER_STEP = 50

export interface Correction {
  word: string
  edits: number
}

/** The words of a taxonomy. Finds known words for misspelled ones. */
export interface Vocabulary {
  has(word: string): boolean
  /** Words that start with the prefix, in order. `prefix` itself comes first if it is known. */
  startingWith(prefix: string): string[]
  /**
   * Returns known words of which `typed` may be a misspelling, nearest first. `isWholeLabel`: the label is only this
   * word.
   */
  corrections(typed: string, isWholeLabel: boolean): readonly Correction[]
  /** Like `corrections`, for a word that is still being typed. */
  completions(typed: string): Correction[]
}

export function createVocabulary(words: Iterable<string>): Vocabulary {
  return createSlicedWork(vocabularyInSteps(words)).now()
}

/** Same, in short steps, for many words. */
export function* vocabularyInSteps(words: Iterable<string>): Generator<void, Vocabulary> {
  const known = [...new Set(words)].sort()
  yield
  const set = new Set(known)
  const candidates = createCandidates(known, yield* indexBigrams(known))
  const ofWholeLabels = new Map<string, readonly Correction[]>()
  const ofWords = new Map<string, readonly Correction[]>()

  function nearest(
    typed: string,
    isSlip: (word: string) => number | undefined,
    endOpen: boolean,
  ): Correction[] {
    const found: Correction[] = []
    for (const word of candidates(typed, endOpen)) {
      const edits = isSlip(word)
      if (edits !== undefined) found.push({ word, edits })
    }
    return found.sort((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1))
  }

  return {
    has: (word) => set.has(word),
    startingWith(prefix) {
      const start = lowerBound(known.length, (at) => itemAt(known, at) < prefix)
      let end = start
      while (known[end]?.startsWith(prefix)) end++
      return known.slice(start, end)
    },
    corrections(typed, isWholeLabel) {
      if (!mayBeSlip(typed, set)) return []
      const cached = isWholeLabel ? ofWholeLabels : ofWords
      const known = cached.get(typed)
      if (known) return known
      if (cached.size >= MAX_CACHED_WORDS) cached.clear()
      const found = nearest(typed, (word) => slipEdits(typed, word, isWholeLabel), false)
      cached.set(typed, found)
      return found
    },
    completions(typed) {
      if (!mayBeSlip(typed, set)) return []
      return nearest(typed, (word) => prefixSlipEdits(typed, word), true)
    },
  }
}

/** Returns whether a word may be misspelled. A correct word is never one, however similar it is to another. */
function mayBeSlip(typed: string, known: ReadonlySet<string>): boolean {
  return FUZZY_WORD.test(typed) && typed.length <= 40 && !known.has(typed) && !REAL_WORDS.has(typed)
}

/**
 * Returns the number of edits if `typed` may be a misspelling of `word`, else undefined. Longer words, and words next
 * to others, may have more errors:
 *
 * * up to 3 letters: none;
 * * 4 letters (5 to 7 if the word is the whole label): two letters swapped, or one letter doubled;
 * * more letters: any one edit; next to other words, two edits from 10 letters on.
 *
 * The first letter is rarely mistyped, and `proofing` is not `roofing`. It may only be swapped with the second letter
 * or, next to other words, be replaced (from 5 letters), left out or added (from 6).
 */
export function slipEdits(typed: string, word: string, isWholeLabel: boolean): number | undefined {
  const length = Math.min(typed.length, word.length)
  const [anySlipFrom, oneEditFrom, twoEditsFrom] = isWholeLabel
    ? ([5, 8, Infinity] as const)
    : ([4, 5, 10] as const)
  if (length < anySlipFrom || !sameStart(typed, word, isWholeLabel)) return undefined
  const limit = length >= twoEditsFrom ? 2 : 1
  const edits = editDistance(typed, word, limit)
  if (edits === 0 || edits > limit) return undefined
  return length >= oneEditFrom || isSwapOrDoubling(typed, word) ? edits : undefined
}

/**
 * Compares with prefixes of several lengths, because a missing or extra letter changes the length of the intended
 * prefix.
 */
function prefixSlipEdits(typed: string, word: string): number | undefined {
  const edits = [-1, 0, 1].map((shift) => slipEdits(typed, word.slice(0, typed.length + shift), false))
  const slips = edits.filter((one) => one !== undefined)
  return slips.length > 0 ? Math.min(...slips) : undefined
}

function sameStart(typed: string, word: string, isWholeLabel: boolean): boolean {
  if (typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0])) return true
  if (isWholeLabel || word.length < 5) return false
  if (typed.slice(1) === word.slice(1)) return true
  return Math.min(typed.length, word.length) >= 6 && (typed.slice(1) === word || typed === word.slice(1))
}

function isSwapOrDoubling(typed: string, word: string): boolean {
  if (typed.length === word.length) return [...typed].sort().join('') === [...word].sort().join('')
  return typed.replace(/(.)\1/gu, '$1') === word.replace(/(.)\1/gu, '$1')
}

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment: no substring is edited
 * twice), in UTF-16 units. Stops at `limit` and returns `limit + 1` for anything farther.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(itemAt(last, j) + 1, itemAt(row, j - 1) + 1, itemAt(last, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, itemAt(beforeLast, j - 2) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return Math.min(itemAt(last, b.length), limit + 1)
}

/** Indexes words by bigram: the positions of the words that contain it. */
function* indexBigrams(words: readonly string[]): Generator<void, Map<string, Int32Array>> {
  const index = new Map<string, number[]>()
  for (const [at, word] of words.entries()) {
    if (at % WORDS_PER_STEP === 0) yield
    if (!FUZZY_WORD.test(word)) continue
    for (const bigram of bigramsOf(word)) {
      const list = index.get(bigram)
      if (list) list.push(at)
      else index.set(bigram, [at])
    }
  }
  const lists = new Map<string, Int32Array>()
  for (const [bigram, list] of index) {
    if (lists.size % LISTS_PER_STEP === 0) yield
    lists.set(bigram, Int32Array.from(list))
  }
  return lists
}

/**
 * Finds known words that share enough bigrams. Two edits change at most six bigrams. A word that shares fewer than the
 * remaining bigrams is too far away.
 */
function createCandidates(known: readonly string[], byBigram: ReadonlyMap<string, Int32Array>) {
  const lengths = Uint16Array.from(known, (word) => Math.min(word.length, 0xffff))
  /** Bigrams that each known word shares. All zero between searches. */
  const shared = new Uint8Array(known.length)
  return (typed: string, endOpen: boolean): string[] => {
    const bigrams = bigramsOf(typed)
    const least = Math.max(1, bigrams.size - (typed.length >= 10 ? 6 : 3) - (endOpen ? 1 : 0))
    const shortest = typed.length - 2
    const longest = endOpen ? Number.POSITIVE_INFINITY : typed.length + 2
    const lists = [...bigrams].flatMap((bigram) => byBigram.get(bigram) ?? [])
    const found: string[] = []
    for (const list of lists)
      for (const at of list) {
        const count = uint8At(shared, at) + 1
        shared[at] = count
        const length = uint16At(lengths, at)
        // Added only once, when the count reaches the minimum.
        if (count === least && length >= shortest && length <= longest) found.push(itemAt(known, at))
      }
    for (const list of lists) for (const at of list) shared[at] = 0
    return found
  }
}

function bigramsOf(word: string): Set<string> {
  const framed = `^${word}$`
  const bigrams = new Set<string>()
  for (let i = 0; i + 1 < framed.length; i++) bigrams.add(framed.slice(i, i + 2))
  return bigrams
}

/** Returns the first index of a sorted list at which `isBefore` is false. */
export function lowerBound(length: number, isBefore: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
