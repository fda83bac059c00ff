import { int32At, uint8At, uint16At } from '../item-at.ts'
import { readFrequentWords } from './frequent-words.ts'
import { LANGUAGES, type Language } from './language.ts'
import { tradesOf } from './trades.ts'

/** A number per language, in the order of `LANGUAGES`. */
export type Evidence = Float64Array

/** Assumed rank of words in no list of a language. */
const UNLISTED_RANK = 30_000
const RANK_OFFSET = 10
/** Assumed rank of words of work, which are more frequent in postings than in the speech that was counted. */
const TRADE_RANK = 1000
/**
 * Chosen on short titles: weight of parts of words relative to whole words, and the count assumed for unseen
 * parts.
 */
const PART_WEIGHT = 0.4
const PART_DOUBT = 0.3
/**
 * Weight of an ending, which identifies a language better than other parts: few words of other languages end
 * in `-erin` or `-euse`.
 */
const ENDING_COUNT = 2
const SHORTEST_PART = 3
const LONGEST_PART = 5
/** Slots for the words of all lists; a third stays free so that lookups are short. */
const WORD_SLOTS = 1 << 16
/** Parts that share a slot blur each other slightly. */
const PART_SLOTS = 1 << 19
/** Logarithms of counts are stored in steps of this size, in one byte. */
const STEP = 0.04
const COUNT = LANGUAGES.length
const EDGE = 0x20
const HASH_START = 0x811c9dc5
const HASH_FACTOR = 0x01000193

/**
 * The frequencies of words and parts of words in each language. Stored by hash in flat arrays of 3.5 MB,
 * since every posting is read with them; maps of strings took ten times the memory.
 */
export class LanguageModel {
  /** Hash of the word in each slot, 0 if empty. */
  readonly #words = new Int32Array(WORD_SLOTS)
  readonly #ranks = new Uint16Array(WORD_SLOTS * COUNT).fill(UNLISTED_RANK)
  readonly #parts = new Uint8Array(PART_SLOTS * COUNT)

  constructor() {
    const counts = new Uint16Array(PART_SLOTS * COUNT)
    for (const [at, language] of LANGUAGES.entries())
      for (const [word, rank] of ranksOf(language)) {
        const slot = this.#slotOf(word)
        this.#words[slot] = hashOfWord(word)
        this.#ranks[slot * COUNT + at] = rank
        forEachPart(word, (part) => {
          counts[part * COUNT + at] = uint16At(counts, part * COUNT + at) + 1
        })
      }
    for (let at = 0; at < counts.length; at++)
      this.#parts[at] = Math.round(Math.log(1 + uint16At(counts, at) / PART_DOUBT) / STEP)
  }

  /**
   * Adds the log likelihood of the word in each language and returns true. Returns false for a word in no
   * list.
   */
  addWord(word: string, sums: Evidence): boolean {
    const slot = this.#slotOf(word)
    if (int32At(this.#words, slot) === 0) return false
    for (let at = 0; at < COUNT; at++)
      sums[at] = (sums[at] ?? 0) - Math.log(uint16At(this.#ranks, slot * COUNT + at) + RANK_OFFSET)
    return true
  }

  /** Adds the log likelihood of the word's parts in each language. */
  addParts(word: string, sums: Evidence): void {
    forEachPart(word, (part, isEnding) => {
      const weight = PART_WEIGHT * STEP * (isEnding ? ENDING_COUNT : 1)
      for (let at = 0; at < COUNT; at++)
        sums[at] = (sums[at] ?? 0) + weight * uint8At(this.#parts, part * COUNT + at)
    })
  }

  /** Returns whether the word is in the list of a language. */
  has(word: string, language: number): boolean {
    return uint16At(this.#ranks, this.#slotOf(word) * COUNT + language) < UNLISTED_RANK
  }

  /** Returns the slot of the word, or the free slot for it. */
  #slotOf(word: string): number {
    const hash = hashOfWord(word)
    let slot = hash & (WORD_SLOTS - 1)
    while (int32At(this.#words, slot) !== 0 && int32At(this.#words, slot) !== hash)
      slot = (slot + 1) & (WORD_SLOTS - 1)
    return slot
  }
}

function ranksOf(language: Language): Map<string, number> {
  const ranks = new Map(readFrequentWords(language).map((word, place) => [word, place + 1]))
  const english = tradesOf('english')
  for (const word of tradesOf(language))
    if (language === 'english' || !english.has(word))
      ranks.set(word, Math.min(TRADE_RANK, ranks.get(word) ?? TRADE_RANK))
  return ranks
}

function hashOfWord(word: string): number {
  let hash = HASH_START
  for (let at = 0; at < word.length; at++) hash = withUnit(hash, word.charCodeAt(at))
  return mixed(hash) || 1
}

/** Calls `visit` with the slots of all parts of a word, with its ends marked. */
function forEachPart(word: string, visit: (part: number, isEnding: boolean) => void): void {
  const unitAt = (at: number) => (at < 0 || at >= word.length ? EDGE : word.charCodeAt(at))
  for (let from = -1; from <= word.length; from++) {
    let hash = HASH_START
    const end = Math.min(from + LONGEST_PART, word.length + 1)
    for (let at = from; at < end; at++) {
      hash = withUnit(hash, unitAt(at))
      if (at - from + 1 >= SHORTEST_PART) visit(mixed(hash) & (PART_SLOTS - 1), at === word.length)
    }
  }
}

/** FNV-1a over UTF-16 units. */
function withUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_FACTOR)
}

/** Mixes all bits of a hash into the lowest ones. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}
