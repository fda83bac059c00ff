import { readFileSync } from 'node:fs'
import { float32At, int32At } from '../../../shared/item-at.ts'

/** Activations have 14 bits and weights 8, so that no sum of up to 2,000 products exceeds 32 bits. */
const LEFT_STEPS = 8191
const RIGHT_STEPS = 127
/** Number of rows that the kernel computes at once, and of numbers of a row that it reads at once. */
const ROWS_AT_ONCE = 4
const DEPTH_AT_ONCE = 8

const PAGE_BYTES = 65_536

/** A matrix of 8-bit integers, stored column by column, with a scale per column. */
export interface IntegerMatrix {
  offset: number
  columns: number
  depth: number
  scales: Float32Array
}

/** Rows of `count` numbers that begin `stride` apart. */
export interface LeftMatrix {
  values: Float32Array
  start: number
  stride: number
  rows: number
  count: number
}

/** The part of WebAssembly that this file uses; Node's types lack it. */
declare const WebAssembly: {
  Memory: new (pages: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer }
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> }
}

/** The function exported by integer-product.wat. */
type Kernel = (left: number, right: number, out: number, rows: number, columns: number, depth: number) => void

/** Memory that a product needs besides its matrices. */
interface Room {
  rows: number
  depth: number
  columns: number
}

/**
 * Multiplies matrices in integers, three times as fast as in floats and with the same result on every machine
 * (integer-product.wat). All data is in one WebAssembly memory, sized at the start.
 */
export class IntegerProduct {
  readonly #memory: { readonly buffer: ArrayBuffer }
  readonly #multiply: Kernel
  readonly #left: Int16Array
  readonly #out: Int32Array
  readonly #leftScales: Float32Array
  #used = 0

  /** `matrixBytes` is the size of all matrices that will be allocated, `room` the largest product. */
  constructor(matrixBytes: number, room: Room) {
    const leftBytes = 2 * room.rows * room.depth
    const outBytes = 4 * room.rows * room.columns
    const pages = Math.ceil((leftBytes + outBytes + matrixBytes) / PAGE_BYTES) + 1
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    const kernel = new WebAssembly.Module(readFileSync(new URL('integer-product.wasm', import.meta.url)))
    const { exports } = new WebAssembly.Instance(kernel, { env: { memory: this.#memory } })
    this.#multiply = exports.multiply as Kernel
    this.#left = new Int16Array(this.#memory.buffer, this.#take(leftBytes), room.rows * room.depth)
    this.#out = new Int32Array(this.#memory.buffer, this.#take(outBytes), room.rows * room.columns)
    this.#leftScales = new Float32Array(room.rows)
  }

  /** Allocates a matrix of zeros. `depth` is rounded up to what the kernel reads at once. */
  allocate(depth: number, columns: number): IntegerMatrix {
    const padded = paddedDepth(depth)
    return {
      offset: this.#take(padded * columns),
      columns,
      depth: padded,
      scales: new Float32Array(columns),
    }
  }

  /**
   * Writes a column, read from `values` starting at `start` in steps of `step`. The rest of the column is
   * zero.
   */
  writeColumn(
    matrix: IntegerMatrix,
    column: number,
    { values, start, step, count }: { values: Float32Array; start: number; step: number; count: number },
  ): void {
    const { offset, depth } = matrix
    const to = new Int8Array(this.#memory.buffer, offset + column * depth, depth)
    let most = 0
    for (let at = 0; at < count; at++) most = Math.max(most, Math.abs(float32At(values, start + at * step)))
    const scale = most === 0 ? 0 : RIGHT_STEPS / most
    for (let at = 0; at < count; at++) to[at] = Math.round(float32At(values, start + at * step) * scale)
    to.fill(0, count)
    matrix.scales[column] = most / RIGHT_STEPS
  }

  /**
   * `out[row][column]` = Σ `left[row][at]` × `matrix[at][column]` + `bias[column]`, for rows of `count` numbers that lie
   * `stride` apart.
   */
  multiply(
    left: LeftMatrix,
    { offset, columns, depth, scales }: IntegerMatrix,
    bias: Float32Array,
    out: Float32Array,
  ): void {
    const { rows } = left
    this.#readLeft(left, depth)
    const paddedRows = Math.ceil(rows / ROWS_AT_ONCE) * ROWS_AT_ONCE
    const { byteOffset: leftAt } = this.#left
    const { byteOffset: outAt } = this.#out
    this.#multiply(leftAt, offset, outAt, paddedRows, columns, depth)
    const sums = this.#out
    for (let row = 0; row < rows; row++) {
      const scale = float32At(this.#leftScales, row)
      const start = row * columns
      for (let column = 0; column < columns; column++)
        out[start + column] =
          int32At(sums, start + column) * scale * float32At(scales, column) + float32At(bias, column)
    }
  }

  #readLeft({ values, start, stride, rows, count }: LeftMatrix, depth: number): void {
    const left = this.#left
    for (let row = 0; row < rows; row++) {
      const from = start + row * stride
      const to = row * depth
      let most = 0
      for (let at = 0; at < count; at++) most = Math.max(most, Math.abs(float32At(values, from + at)))
      const scale = most === 0 ? 0 : LEFT_STEPS / most
      for (let at = 0; at < count; at++) left[to + at] = Math.round(float32At(values, from + at) * scale)
      for (let at = count; at < depth; at++) left[to + at] = 0
      this.#leftScales[row] = most / LEFT_STEPS
    }
  }

  #take(bytes: number): number {
    const offset = this.#used
    // Aligned for every number type.
    this.#used += Math.ceil(bytes / 16) * 16
    if (this.#used > this.#memory.buffer.byteLength) throw new RangeError('no room for this matrix')
    return offset
  }
}

/** Rounds up to what the kernel reads at once. */
export function paddedDepth(depth: number): number {
  return Math.ceil(depth / DEPTH_AT_ONCE) * DEPTH_AT_ONCE
}
