import { itemAt, uint16At } from '../../../shared/item-at.ts'
import { areAlikeInForm } from './alike-in-form.ts'
import { Int32List } from './int32-list.ts'
import { likeness, trigramsOf } from './trigrams.ts'

/** Ids of near words, nearest first, with their likeness in [minimum, 1]. */
export interface NearWords {
  ids: Int32Array
  likeness: Float64Array
}

interface CachedAnswer extends NearWords {
  /** The lists of the word's trigrams. */
  lists: TrigramList[]
  /** Sum of the changes of these lists. It only grows, so the same sum means the same lists. */
  changes: number
  /** Changes of the whole index when this answer was last known to be current. */
  checkedAt: number
}

interface TrigramList {
  ids: Int32List
  changes: number
}

const MAX_CACHED_ANSWERS = 32_768

/**
 * Finds the words of a changing vocabulary that are near a given word, by their trigrams. Ids are the caller's: small
 * numbers from 0.
 */
export class NearWordIndex {
  readonly #leastLikeness: number
  readonly #maxNearWords: number
  readonly #lists = new Map<string, TrigramList>()
  readonly #words: string[] = []
  /** Distinct trigrams of each word. */
  #trigramCounts = new Uint16Array(1024)
  /** Trigrams shared with the queried word; all 0 between calls. */
  #shared = new Uint16Array(1024)
  readonly #touched = new Int32List()
  /** Number of words added and removed so far. */
  #changes = 0
  /** Cached answers by word, oldest first. */
  readonly #cache = new Map<string, CachedAnswer>()

  /** Words are near from a likeness in (0, 1] on. At most `maxNearWords`, the most alike, are returned. */
  constructor(leastLikeness: number, maxNearWords: number) {
    this.#leastLikeness = leastLikeness
    this.#maxNearWords = maxNearWords
  }

  /** Adds a new word. */
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

  /** Removes a word. Ids that were never added, such as those of concepts, are ignored. */
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

  /**
   * Returns the words near this one, which need not be in the vocabulary, without itself. Ties are ordered by spelling.
   */
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
    this.#store(word, answer)
    return answer
  }

  #store(word: string, answer: CachedAnswer): void {
    this.#cache.delete(word)
    this.#cache.set(word, answer)
    if (this.#cache.size <= MAX_CACHED_ANSWERS) return
    const [oldest = ''] = this.#cache.keys()
    this.#cache.delete(oldest)
  }

  /** Returns the list of a trigram, creating it if necessary. */
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
      // An index loop, because lists of common trigrams hold thousands.
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
