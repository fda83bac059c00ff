import { int32At, itemAt } from '../../../shared/item-at.ts'
import { fingerprint, takeFingerprint } from './fingerprint.ts'
import { codeOfId, writeId } from './id-words.ts'
import { type Records, Row } from './row.ts'

/** Many small tables grow separately, so that no growth takes long. */
const TABLES = 256
const FEWEST_PLACES = 16
const GREATEST_LOAD = 0.7
const NOBODY = -1

interface Table {
  slots: Int32Array
  /** Low halves of the ids' fingerprints, which give the home position of each. */
  hashes: Int32Array
  count: number
}

/** Finds slots by posting id. Hash tables with linear probing; the ids themselves are stored only in the rows. */
export class IdTable {
  readonly #row: Row
  readonly #tables: Table[] = Array.from({ length: TABLES }, () => emptyTable(FEWEST_PLACES))
  readonly #wanted = new Int32Array(64)
  #count = 0

  constructor(records: Records) {
    this.#row = new Row(records)
  }

  get size(): number {
    return this.#count
  }

  /** Returns the slot of an id, or -1 if there is none. */
  find(id: string): number {
    const table = this.#tableOf(id)
    return int32At(table.slots, this.#placeOf(table, id))
  }

  /** Adds the slot of an id that is not in the table. */
  insert(id: string, slot: number): void {
    const table = this.#tableOf(id)
    const hash = fingerprint.low
    if (table.count + 1 > GREATEST_LOAD * table.slots.length) widen(table)
    enter(table, slot, hash)
    table.count++
    this.#count++
  }

  /** Removes an id that is in the table. */
  remove(id: string): void {
    const table = this.#tableOf(id)
    let gap = this.#placeOf(table, id)
    const mask = table.slots.length - 1
    // Moves displaced entries back, so that no later search ends early (Knuth, TAOCP 6.4, algorithm R).
    for (let at = (gap + 1) & mask; table.slots[at] !== NOBODY; at = (at + 1) & mask) {
      const home = int32At(table.hashes, at) & mask
      if (((at - home) & mask) < ((at - gap) & mask)) continue
      table.slots[gap] = int32At(table.slots, at)
      table.hashes[gap] = int32At(table.hashes, at)
      gap = at
    }
    table.slots[gap] = NOBODY
    table.count--
    this.#count--
  }

  #tableOf(id: string): Table {
    takeFingerprint(id)
    // 8 bits: one of 256 tables.
    return itemAt(this.#tables, fingerprint.high >>> 24)
  }

  /** Returns the position of an id, or the position at which it would be added. */
  #placeOf(table: Table, id: string): number {
    const hash = fingerprint.low
    const mask = table.slots.length - 1
    const code = codeOfId(id)
    if (code >= 0) writeId(id, code, this.#wanted, 0)
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = int32At(table.slots, at)
      if (slot === NOBODY) return at
      if (table.hashes[at] === hash && this.#row.at(slot).hasId(this.#wanted, code)) return at
    }
  }
}

function enter({ slots, hashes }: Table, slot: number, hash: number): void {
  const mask = slots.length - 1
  let at = hash & mask
  while (slots[at] !== NOBODY) at = (at + 1) & mask
  slots[at] = slot
  hashes[at] = hash
}

function widen(table: Table): void {
  const wider = emptyTable(2 * table.slots.length)
  table.slots.forEach((slot, at) => {
    if (slot !== NOBODY) enter(wider, slot, int32At(table.hashes, at))
  })
  table.slots = wider.slots
  table.hashes = wider.hashes
}

function emptyTable(places: number): Table {
  return { slots: new Int32Array(places).fill(NOBODY), hashes: new Int32Array(places), count: 0 }
}
