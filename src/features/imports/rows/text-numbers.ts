const FIRST_BYTES = 4096
const FIRST_ENTRIES = 256
/** FNV-1a with 32 bits. */
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/**
 * Numbers texts in the order in which they are first seen. Stores them as bytes in one buffer, with a hash table: a map of
 * 100,000 texts would take ten times as much memory.
 */
export class TextNumbers {
  #bytes = Buffer.alloc(FIRST_BYTES)
  /** Start of each text. The one after the last is the end of all. */
  #starts = new Uint32Array(FIRST_ENTRIES)
  /** Number of a text plus one, by its hash. 0 is free. At most half of the slots are taken. */
  #slots = new Int32Array(2 * FIRST_ENTRIES)
  #count = 0

  /** Returns the number of a text, and assigns one to a new text. */
  numberOf(text: string): number {
    const end = this.#write(text)
    const start = this.#starts[this.#count] ?? 0
    const slot = this.#slotOf(start, end)
    const taken = this.#slots[slot] ?? 0
    if (taken > 0) return taken - 1
    const number = this.#count++
    this.#slots[slot] = number + 1
    if (this.#count + 1 >= this.#starts.length) this.#starts = grown(this.#starts)
    this.#starts[this.#count] = end
    if (this.#count * 2 > this.#slots.length) this.#spread()
    return number
  }

  textOf(number: number): string {
    return this.#bytes.toString('utf8', this.#starts[number], this.#starts[number + 1])
  }

  /** Writes after the last text and returns the end. The bytes count only once the text is numbered. */
  #write(text: string): number {
    const start = this.#starts[this.#count] ?? 0
    while (start + text.length * 3 > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)])
    return start + this.#bytes.write(text, start)
  }

  /** Returns the slot of the text with these bytes, or the free slot for it. */
  #slotOf(start: number, end: number): number {
    const last = this.#slots.length - 1
    let slot = this.#hashOf(start, end) & last
    for (; this.#slots[slot]; slot = (slot + 1) & last) {
      const other = (this.#slots[slot] ?? 0) - 1
      const from = this.#starts[other] ?? 0
      const to = this.#starts[other + 1] ?? 0
      if (to - from === end - start && this.#bytes.compare(this.#bytes, from, to, start, end) === 0) break
    }
    return slot
  }

  #hashOf(start: number, end: number): number {
    let hash = OFFSET
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), PRIME)
    return (hash ^ (hash >>> 15)) >>> 0
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let number = 0; number < this.#count; number++)
      this.#slots[this.#slotOf(this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0)] = number + 1
  }
}

/** A list of whole numbers that grows as needed; 0 by default. */
export class NumberList {
  #numbers = new Uint32Array(FIRST_ENTRIES)

  get(at: number): number {
    return this.#numbers[at] ?? 0
  }

  set(at: number, number: number): void {
    while (at >= this.#numbers.length) this.#numbers = grown(this.#numbers)
    this.#numbers[at] = number
  }
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(numbers.length * 2)
  next.set(numbers)
  return next
}
