import { int32At } from '../../../shared/item-at.ts'
import { lengthOf, lengthWord, optionalOf, RECORD_HEAD_WORDS } from './layout.ts'

const CHUNK_SHIFT = 16
const CHUNK_WORDS = 1 << CHUNK_SHIFT
const CHUNK_MASK = CHUNK_WORDS - 1
/** A chunk is emptied if less than this part of it is in use. */
const LEAST_USED = 0.5

export interface PoolChunk {
  words: Int32Array
  /** Views of the same memory. */
  floats: Float32Array
  doubles: Float64Array
  /** Words written so far, in use or not. */
  written: number
  used: number
}

/**
 * Stores records of words consecutively in chunks. Freed records leave gaps. The remaining records of a chunk that is
 * mostly gaps are moved to the end, and the chunk is reused. Memory is thus reclaimed in small steps, as in a
 * log-structured file system (Rosenblum and Ousterhout 1992).
 */
export class Pool {
  readonly #chunks: PoolChunk[] = []
  readonly #empty: number[] = []
  #current = -1
  /** Called for each record that was moved. */
  readonly #onMoved: (slot: number, position: number) => void
  /** Returns where a slot's record begins. */
  readonly #positionOf: (slot: number) => number

  constructor(records: {
    onMoved: (slot: number, position: number) => void
    positionOf: (slot: number) => number
  }) {
    this.#onMoved = records.onMoved
    this.#positionOf = records.positionOf
  }

  /** Number of chunks in use or kept for reuse. */
  get chunks(): number {
    return this.#chunks.length
  }

  /** Returns the chunk of a record. */
  chunkAt(position: number): PoolChunk {
    // Cast: reading from a missing chunk throws.
    return this.#chunks[position >> CHUNK_SHIFT] as PoolChunk
  }

  /**
   * Allocates a record with an even number of words, writes its head, and returns its position. `optional`: see
   * `optionalOf`.
   */
  allocate(slot: number, length: number, optional: number): number {
    if (length > CHUNK_WORDS) throw new RangeError(`a posting of ${length} words is too large`)
    let chunk = this.#chunks[this.#current]
    if (!chunk || chunk.written + length > CHUNK_WORDS) {
      this.#current = this.#empty.pop() ?? this.#chunks.length
      chunk = this.#chunks[this.#current] ??= emptyChunk()
    }
    const start = chunk.written
    chunk.written += length
    chunk.used += length
    chunk.words[start] = slot
    chunk.words[start + 1] = lengthWord(length, optional)
    return (this.#current << CHUNK_SHIFT) | start
  }

  /** Frees a record that no slot points to any more. */
  free(position: number): void {
    const chunk = this.chunkAt(position)
    chunk.used -= lengthOf(int32At(chunk.words, (position & CHUNK_MASK) + 1))
    const isFull = position >> CHUNK_SHIFT !== this.#current
    if (isFull && chunk.used < LEAST_USED * CHUNK_WORDS) this.#vacate(position >> CHUNK_SHIFT, chunk)
  }

  #vacate(number: number, chunk: PoolChunk): void {
    for (let at = 0; at < chunk.written; ) {
      const slot = int32At(chunk.words, at)
      const head = chunk.words[at + 1] ?? RECORD_HEAD_WORDS
      const length = lengthOf(head)
      if (this.#positionOf(slot) === ((number << CHUNK_SHIFT) | at)) {
        const position = this.allocate(slot, length, optionalOf(head))
        this.chunkAt(position).words.set(chunk.words.subarray(at, at + length), position & CHUNK_MASK)
        this.#onMoved(slot, position)
      }
      at += length
    }
    chunk.written = 0
    chunk.used = 0
    this.#empty.push(number)
  }
}

/** Index of a record's first word in its chunk. */
export function startOf(position: number): number {
  return position & CHUNK_MASK
}

function emptyChunk(): PoolChunk {
  const words = new Int32Array(CHUNK_WORDS)
  return {
    words,
    floats: new Float32Array(words.buffer),
    doubles: new Float64Array(words.buffer),
    written: 0,
    used: 0,
  }
}
