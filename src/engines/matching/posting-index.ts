import { int32At } from '../../shared/item-at.ts'
import { ByteArena } from './rows/byte-arena.ts'
import type { CompiledPosting } from './rows/compiled-posting.ts'
import { FLAGS } from './rows/flags.ts'
import { IdTable } from './rows/id-table.ts'
import { Row } from './rows/row.ts'
import { Rows } from './rows/rows.ts'
import type { SlotList } from './rows/slot-list.ts'
import { SlotLists } from './rows/slot-lists.ts'
import type { Vocabulary } from './rows/vocabulary.ts'
import { Clusters } from './search/clusters.ts'
import { TraitTable } from './search/trait-table.ts'
import { fitOf } from './search/traits.ts'
import type { Statistics } from './statistics.ts'

/** One side of the market: its postings in numbered slots, with lookup by id, skill and word. */
export class PostingIndex {
  readonly rows: Rows
  readonly side: 'need' | 'offer'
  /** Assigns the slots, see `Clusters`. */
  readonly clusters = new Clusters()
  readonly #statistics: Statistics
  readonly #ids: IdTable
  readonly #arena = new ByteArena()
  readonly #bySkill = new SlotLists(this.#arena)
  /** For needs, all words. For offers, the words by which they can be found (see the gate `nothing_in_common`). */
  readonly #byStem = new SlotLists(this.#arena)
  /** The same for needs without skills, which can be found only by words. */
  readonly #unskilledByStem = new SlotLists(this.#arena)
  #hints = 0
  readonly #row: Row
  readonly traits = new TraitTable()
  readonly #countsRows: boolean

  /** Pass false for `countsRows` if the statistics are those of a larger market, which already count the rows. */
  constructor(side: 'need' | 'offer', vocabulary: Vocabulary, statistics: Statistics, countsRows = true) {
    this.side = side
    this.#countsRows = countsRows
    this.rows = new Rows(vocabulary)
    this.#statistics = statistics
    this.#ids = new IdTable(this.rows)
    this.#row = new Row(this.rows)
  }

  get size(): number {
    return this.#ids.size
  }

  /** All slots in use are below this. */
  get slots(): number {
    return this.clusters.slots
  }

  /** Returns the slot of an id, or -1 if there is none. */
  find(id: string): number {
    return this.#ids.find(id)
  }

  /** Adds a posting, or replaces the one with the same id. */
  put(posting: CompiledPosting): void {
    this.remove(posting.id)
    const fit = fitOf(posting)
    const slot = this.#take(fit)
    this.rows.write(slot, posting)
    this.#enter(posting.id, slot, fit)
  }

  /**
   * Yields copies of all records, each after its trait `fit`, in parts of at most `partWords` words unless one record
   * is longer. The index may change between two parts: postings added then may be missing, removed ones may be
   * included, and replaced ones may be included twice, in either order.
   */
  *save(partWords: number): Generator<Int32Array, void> {
    let part = new Int32Array(partWords)
    let used = 0
    for (let slot = 0; slot < this.slots; slot++) {
      if (this.rows.positionOf(slot) < 0) continue
      if (used + 1 + this.rows.lengthOf(slot) > part.length) {
        if (used > 0) yield part.subarray(0, used)
        used = 0
        // It may have been removed meanwhile.
        const length = this.rows.positionOf(slot) < 0 ? 0 : this.rows.lengthOf(slot)
        part = new Int32Array(Math.max(partWords, 1 + length))
        if (length === 0) continue
      }
      part[used] = this.traits.fitOf(slot)
      this.rows.copy(slot, part, used + 1)
      used += 1 + this.rows.lengthOf(slot)
    }
    if (used > 0) yield part.subarray(0, used)
  }

  /** Adds the records of a part, one at each step, and calls `visit` with each id. */
  *load(part: Int32Array, visit: (id: string) => void): Generator<void, void> {
    for (let at = 0; at < part.length; ) {
      const fit = int32At(part, at)
      const slot = this.#take(fit)
      this.rows.load(slot, part, at + 1)
      const { id } = this.#row.at(slot)
      this.remove(id)
      this.#enter(id, slot, fit)
      visit(id)
      at += 1 + this.rows.lengthOf(slot)
      yield
    }
  }

  #take(fit: number): number {
    return this.clusters.take(this.side === 'need' ? fit | FLAGS.kinds : fit)
  }

  /** Indexes and counts the posting whose row is in a slot. */
  #enter(id: string, slot: number, fit: number): void {
    this.#ids.insert(id, slot)
    const row = this.#row.at(slot)
    for (let at = 0; at < row.skillCount; at++) this.#list(row, at, slot, 1)
    const byStem = this.#stemListsOf(row)
    for (let at = 0; at < row.wordCount; at++) if (this.#isFoundBy(row, at)) byStem.add(row.stem(at), slot)
    this.traits.write(slot, row, this.side === 'need', fit)
    if (this.#countsRows) this.#count(row, 1)
  }

  /** Removes a posting if it exists. */
  remove(id: string): void {
    const slot = this.#ids.find(id)
    if (slot < 0) return
    const row = this.#row.at(slot)
    if (this.#countsRows) this.#count(row, -1)
    for (let at = 0; at < row.skillCount; at++) this.#list(row, at, slot, -1)
    const byStem = this.#stemListsOf(row)
    for (let at = 0; at < row.wordCount; at++) if (this.#isFoundBy(row, at)) byStem.remove(row.stem(at), slot)
    this.#ids.remove(id)
    this.rows.release(slot)
    this.clusters.give(slot)
  }

  /** Returns the partner of a posting, or undefined if it does not exist. */
  partnerOf(id: string): string | undefined {
    const slot = this.find(id)
    return slot < 0 ? undefined : this.rows.vocabulary.partners.textOf(this.#row.at(slot).partner)
  }

  /**
   * Counts a row in the statistics instead of the indexed posting with the same id, until the returned function is
   * called. Returns null if both count the same.
   */
  countInstead(id: string, row: Row): (() => void) | null {
    const slot = this.find(id)
    if (slot >= 0 && this.#row.at(slot).countsAs(row)) return null
    const count = (by: 1 | -1) => {
      this.#count(row, by)
      if (slot >= 0) this.#count(this.#row.at(slot), by === 1 ? -1 : 1)
    }
    count(1)
    return () => count(-1)
  }

  withSkill(skill: number): SlotList {
    return this.#bySkill.slots(skill)
  }

  withStem(stem: number): SlotList {
    return this.#byStem.slots(stem)
  }

  /** Needs without skills that have a stem. */
  unskilledWithStem(stem: number): SlotList {
    return this.#unskilledByStem.slots(stem)
  }

  /** Whether any posting has hints. */
  get hasHints(): boolean {
    return this.#hints > 0
  }

  /** Hints are not indexed, so no posting is found by them. */
  #list(row: Row, at: number, slot: number, by: 1 | -1): void {
    if (row.isHint(at)) this.#hints += by
    else if (by === 1) this.#bySkill.add(row.skill(at), slot)
    else this.#bySkill.remove(row.skill(at), slot)
  }

  #count(row: Row, by: 1 | -1): void {
    if (this.side === 'offer') this.#statistics.countOffer(row, by)
    else this.#statistics.countNeed(row, by)
  }

  #stemListsOf(row: Row): SlotLists {
    return this.side === 'need' && row.skillCount === 0 ? this.#unskilledByStem : this.#byStem
  }

  #isFoundBy(row: Row, word: number): boolean {
    return this.side === 'need' || row.opens(word)
  }
}
