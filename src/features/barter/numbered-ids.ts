import { int32At } from '../../shared/item-at.ts'
import { PACKED_ID_WORDS, packId, unpackId } from '../../shared/packed-id.ts'

/** The number of its prefix, then its UUID. */
const ENTRY_WORDS = 1 + PACKED_ID_WORDS
/** Instead of the number of a prefix. */
const UNUSED = 0
const KEPT_AS_TEXT = -1
const UNKNOWN = -2
const CHUNK_SHIFT = 12
const CHUNK_IDS = 1 << CHUNK_SHIFT
/** Many small tables grow separately, so that no growth takes long. */
const TABLES = 64
const FEWEST_PLACES = 8
const GREATEST_LOAD = 0.75

interface Table {
  /** 1 more than the number of an id; 0 for none. */
  numbers: Int32Array
  count: number
}

/** Small numbers for ids, without an object for each. The number of a removed id is given to another. */
export class NumberedIds {
  readonly #chunks: Int32Array[] = []
  readonly #prefixes: string[] = ['']
  /** Ids that are not written as the service writes them. */
  readonly #texts = new Map<number, string>()
  readonly #tables: Table[] = Array.from({ length: TABLES }, () => emptyTable(FEWEST_PLACES))
  readonly #free: number[] = []
  #end = 0
  readonly #sought = new Int32Array(ENTRY_WORDS)

  /** All numbers in use are below this. */
  get end(): number {
    return this.#end
  }

  isUsed(number: number): boolean {
    return number < this.#end && this.#wordOf(number, 0) !== UNUSED
  }

  /** Returns the number of an id, or -1 if it has none. */
  find(id: string): number {
    this.#seek(id, UNKNOWN)
    const table = this.#tableOf(hashOf(this.#sought, 0))
    return int32At(table.numbers, this.#placeOf(table, id)) - 1
  }

  /** Returns the number of an id, which is a new one if it had none. */
  add(id: string): number {
    const known = this.find(id)
    if (known >= 0) return known
    if (this.#sought[0] === UNKNOWN) this.#seek(id, this.#prefixes.push(id.slice(0, id.lastIndexOf('_'))) - 1)
    const number = this.#free.pop() ?? this.#end++
    this.#chunks[number >> CHUNK_SHIFT] ??= new Int32Array(CHUNK_IDS * ENTRY_WORDS)
    this.#chunkOf(number).set(this.#sought, startOf(number))
    if (this.#wordOf(number, 0) === KEPT_AS_TEXT) this.#texts.set(number, id)
    const table = this.#tableOf(hashOf(this.#sought, 0))
    if (table.count + 1 > GREATEST_LOAD * table.numbers.length) this.#widen(table)
    this.#enter(table, number)
    table.count++
    return number
  }

  idOf(number: number): string {
    const prefix = this.#wordOf(number, 0)
    if (prefix === KEPT_AS_TEXT) return this.#texts.get(number) ?? ''
    return `${this.#prefixes[prefix]}_${unpackId(this.#chunkOf(number), startOf(number) + 1)}`
  }

  /** Removes the id of a number in use. */
  remove(number: number): void {
    const id = this.idOf(number)
    this.#seek(id, UNKNOWN)
    const table = this.#tableOf(hashOf(this.#sought, 0))
    const mask = table.numbers.length - 1
    let gap = this.#placeOf(table, id)
    // Moves displaced entries back, so that no later search ends early (Knuth, TAOCP 6.4, algorithm R).
    for (let at = (gap + 1) & mask; table.numbers[at] !== 0; at = (at + 1) & mask) {
      const home = this.#homeOf(int32At(table.numbers, at) - 1) & mask
      if (((at - home) & mask) < ((at - gap) & mask)) continue
      table.numbers[gap] = int32At(table.numbers, at)
      gap = at
    }
    table.numbers[gap] = 0
    table.count--
    this.#chunkOf(number)[startOf(number)] = UNUSED
    this.#texts.delete(number)
    this.#free.push(number)
  }

  clear(): void {
    this.#chunks.length = 0
    this.#texts.clear()
    this.#free.length = 0
    this.#end = 0
    for (const table of this.#tables) Object.assign(table, emptyTable(FEWEST_PLACES))
  }

  /** Writes an id into `#sought` as it would be stored. `newPrefix` stands for a prefix that no id has had. */
  #seek(id: string, newPrefix: number): void {
    const length = packId(id, this.#sought, 1)
    if (length < 0) {
      this.#sought.fill(hashOfText(id))
      this.#sought[0] = KEPT_AS_TEXT
      return
    }
    const known = this.#prefixes.indexOf(id.slice(0, length))
    this.#sought[0] = known > 0 ? known : newPrefix
  }

  /** Returns the place of the id in `#sought`, or the place at which it would be added. */
  #placeOf(table: Table, id: string): number {
    const mask = table.numbers.length - 1
    for (let at = hashOf(this.#sought, 0) & mask; ; at = (at + 1) & mask) {
      const number = int32At(table.numbers, at) - 1
      if (number < 0 || this.#isSought(number, id)) return at
    }
  }

  #isSought(number: number, id: string): boolean {
    for (let word = 0; word < ENTRY_WORDS; word++)
      if (this.#wordOf(number, word) !== this.#sought[word]) return false
    return this.#sought[0] !== KEPT_AS_TEXT || this.#texts.get(number) === id
  }

  #enter(table: Table, number: number): void {
    const mask = table.numbers.length - 1
    let at = this.#homeOf(number) & mask
    while (table.numbers[at] !== 0) at = (at + 1) & mask
    table.numbers[at] = number + 1
  }

  #widen(table: Table): void {
    const before = table.numbers
    table.numbers = new Int32Array(2 * before.length)
    for (const entry of before) if (entry !== 0) this.#enter(table, entry - 1)
  }

  #homeOf(number: number): number {
    return hashOf(this.#chunkOf(number), startOf(number))
  }

  #tableOf(hash: number): Table {
    // Cast: six bits, for 64 tables.
    return this.#tables[hash >>> 26] as Table
  }

  #chunkOf(number: number): Int32Array {
    // Cast: reading from a missing chunk throws.
    return this.#chunks[number >> CHUNK_SHIFT] as Int32Array
  }

  #wordOf(number: number, word: number): number {
    return int32At(this.#chunkOf(number), startOf(number) + word)
  }
}

function startOf(number: number): number {
  return (number & (CHUNK_IDS - 1)) * ENTRY_WORDS
}

/** Mixes the words of an entry. */
function hashOf(words: Int32Array, start: number): number {
  let hash = 0
  for (let word = 0; word < ENTRY_WORDS; word++) {
    hash = Math.imul(hash ^ int32At(words, start + word), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function hashOfText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function emptyTable(places: number): Table {
  return { numbers: new Int32Array(places), count: 0 }
}
