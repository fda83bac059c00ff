import { itemAt, uint16At } from '../../../shared/item-at.ts'
import { areAlikeInForm } from './alike-in-form.ts'
import { Int32List } from './int32-list.ts'
import { likeness, trigramsOf } from './trigrams.ts'

/** Numbers of near words, the likest first, side by side with their likeness in [least, 1]. */
export interface NearWords {
  ids: Int32Array
  likeness: Float64Array
}

interface Remembered extends NearWords {
  /** Of the word's trigrams. */
  lists: TrigramList[]
  /** Changes that the lists of the word's trigrams had seen. They only grow: the same sum, the same lists. */
  changes: number
  /** Changes of all words when the answer was last known to hold. */
  checkedAt: number
}

interface TrigramList {
  ids: Int32List
  changes: number
}

const REMEMBERED_ANSWERS = 32_768

/**
 * The words of a changing vocabulary by their trigrams: finds those that are near a given one. Numbers are the
 * caller's, small and from 0.
 */
export class NearWordIndex {
  readonly #leastLikeness: number
  readonly #maxNearWords: number
  readonly #lists = new Map<string, TrigramList>()
  readonly #words: string[] = []
  /** Distinct trigrams of each word. */
  #trigramCounts = new Uint16Array(1024)
  /** Trigrams shared with the word asked for; all 0 between calls. */
  #shared = new Uint16Array(1024)
  readonly #touched = new Int32List()
  /** Words taken in or out so far. */
  #changes = 0
  /** Answers by word, the oldest first. */
  readonly #cache = new Map<string, Remembered>()

  /** Words are near from a likeness in (0, 1] on; of more than `maxNearWords` the likest are told. */
  constructor(leastLikeness: number, maxNearWords: number) {
    this.#leastLikeness = leastLikeness
    this.#maxNearWords = maxNearWords
  }

  /** Takes a new word in. */
  add(id: number, word: string): void {
    const trigrams = trigramsOf(word)
    this.#changes++
    this.#reserve(id)
    this.#words[id] = word
    this.#trigramCounts[id] = trigrams.length
    for (const trigram of trigrams) {
      const list = this.#listOf(trigram)
      list.ids.push(id)
      list.changes++
    }
  }

  /** Takes a word out. Ids that were never added, those of concepts, are ignored. */
  remove(id: number): void {
    const word = this.#words[id]
    if (!word) return
    this.#changes++
    for (const trigram of trigramsOf(word)) {
      const list = this.#listOf(trigram)
      list.ids.remove(id)
      list.changes++
    }
    this.#words[id] = ''
  }

  /** The words near this one, which may be in the vocabulary or not; never itself. Ties go by spelling. */
  nearTo(word: string): NearWords {
    const known = this.#cache.get(word)
    if (known?.checkedAt === this.#changes) return known
    const lists = known?.lists ?? trigramsOf(word).map((trigram) => this.#listOf(trigram))
    const changes = lists.reduce((sum, list) => sum + list.changes, 0)
    if (known?.changes === changes) {
      known.checkedAt = this.#changes
      return known
    }
    const answer = { ...this.#find(word, lists), lists, changes, checkedAt: this.#changes }
    this.#remember(word, answer)
    return answer
  }

  #remember(word: string, answer: Remembered): void {
    this.#cache.delete(word)
    this.#cache.set(word, answer)
    if (this.#cache.size <= REMEMBERED_ANSWERS) return
    const [oldest = ''] = this.#cache.keys()
    this.#cache.delete(oldest)
  }

  /** The list of a trigram, made where there is none. */
  #listOf(trigram: string): TrigramList {
    const list = this.#lists.get(trigram) ?? { ids: new Int32List(), changes: 0 }
    this.#lists.set(trigram, list)
    return list
  }

  #find(word: string, lists: readonly TrigramList[]): NearWords {
    this.#countShared(lists)
    const found: { id: number; word: string; likeness: number }[] = []
    for (let at = 0; at < this.#touched.length; at++) {
      const id = this.#touched.at(at)
      const alike = likeness(uint16At(this.#shared, id), lists.length, uint16At(this.#trigramCounts, id))
      this.#shared[id] = 0
      const other = itemAt(this.#words, id)
      if (alike >= this.#leastLikeness && other !== word && areAlikeInForm(word, other))
        found.push({ id, word: other, likeness: alike })
    }
    this.#touched.clear()
    found.sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
    const nearest = found.slice(0, this.#maxNearWords)
    return {
      ids: Int32Array.from(nearest, (one) => one.id),
      likeness: Float64Array.from(nearest, (one) => one.likeness),
    }
  }

  #countShared(lists: readonly TrigramList[]): void {
    for (const { ids } of lists) {
      // By index: lists of common trigrams hold thousands.
      for (let at = 0; at < ids.length; at++) {
        const id = ids.at(at)
        const shared = uint16At(this.#shared, id)
        if (shared === 0) this.#touched.push(id)
        this.#shared[id] = shared + 1
      }
    }
  }

  #reserve(id: number): void {
    if (id < this.#trigramCounts.length) return
    const size = Math.max(id + 1, 2 * this.#trigramCounts.length)
    const counts = new Uint16Array(size)
    counts.set(this.#trigramCounts)
    this.#trigramCounts = counts
    this.#shared = new Uint16Array(size)
  }
}
