import { int32At } from '../../../shared/item-at.ts'

const PAGE_SHIFT = 16
const PAGE_BYTES = 1 << PAGE_SHIFT
/** All blocks begin at a multiple of this. */
const UNIT_SHIFT = 3
const UNIT_BYTES = 1 << UNIT_SHIFT
const UNITS_SHIFT = PAGE_SHIFT - UNIT_SHIFT
const UNIT_MASK = (1 << UNITS_SHIFT) - 1
/** Up to these sizes, sizes of blocks are a multiple of 8, 16 and 32 bytes, so that little is unused. */
const SMALL_BYTES = 64
const MEDIUM_BYTES = 256
export const MOST_BLOCK_BYTES = 1024

/**
 * Small blocks of bytes in large pages: many thousand short lists as separate arrays would take more memory than what is
 * in them. A freed block is reused for one of the same size. Block 0 does not exist.
 */
export class ByteArena {
  readonly #pages: Uint8Array[] = []
  /** By size in units: the first free block. Each free block begins with the number of the next. */
  readonly #free = new Int32Array((MOST_BLOCK_BYTES >> UNIT_SHIFT) + 1)
  /** First unused byte of the last page. */
  #used = PAGE_BYTES

  /** Returns the page of a block. */
  pageOf(block: number): Uint8Array {
    // Cast: reading from a missing page throws.
    return this.#pages[block >>> UNITS_SHIFT] as Uint8Array
  }

  /** Returns a block of this size, which must be one that `blockBytes` returns. */
  allocate(bytes: number): number {
    const units = bytes >> UNIT_SHIFT
    const block = int32At(this.#free, units)
    if (block === 0) return this.#append(bytes)
    this.#free[units] = readBlock(this.pageOf(block), startOfBlock(block))
    return block
  }

  free(block: number, bytes: number): void {
    const units = bytes >> UNIT_SHIFT
    writeBlock(this.pageOf(block), startOfBlock(block), int32At(this.#free, units))
    this.#free[units] = block
  }

  #append(bytes: number): number {
    if (this.#used + bytes > PAGE_BYTES) {
      this.#pages.push(new Uint8Array(PAGE_BYTES))
      // Not 0 in the first page, because no block has that number.
      this.#used = this.#pages.length === 1 ? UNIT_BYTES : 0
    }
    const block = ((this.#pages.length - 1) << UNITS_SHIFT) | (this.#used >> UNIT_SHIFT)
    this.#used += bytes
    return block
  }
}

/** Returns where in its page a block begins. */
export function startOfBlock(block: number): number {
  return (block & UNIT_MASK) << UNIT_SHIFT
}

/** Returns the size of a block with room for so many bytes. */
export function blockBytes(bytes: number): number {
  const step = bytes <= SMALL_BYTES ? UNIT_BYTES : bytes <= MEDIUM_BYTES ? 2 * UNIT_BYTES : 4 * UNIT_BYTES
  return Math.ceil(bytes / step) * step
}

function readBlock(page: Uint8Array, at: number): number {
  return new DataView(page.buffer).getInt32(at)
}

function writeBlock(page: Uint8Array, at: number, block: number): void {
  new DataView(page.buffer).setInt32(at, block)
}
