// Reads of items that must exist. One function per kind of array: V8 keeps a loop fast if each read sees only
// one kind.

/** Returns the item at an index. Throws a RangeError if there is none, instead of returning `undefined`. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw missing(items, index)
  return item
}

/** `itemAt` for an Int32Array. */
export function int32At(items: Int32Array, index: number): number {
  const item = items[index]
  if (item === undefined) throw missing(items, index)
  return item
}

/** `itemAt` for a Float64Array. */
export function float64At(items: Float64Array, index: number): number {
  const item = items[index]
  if (item === undefined) throw missing(items, index)
  return item
}

/** `itemAt` for a Float32Array. */
export function float32At(items: Float32Array, index: number): number {
  const item = items[index]
  if (item === undefined) throw missing(items, index)
  return item
}

/** `itemAt` for a Uint16Array. */
export function uint16At(items: Uint16Array, index: number): number {
  const item = items[index]
  if (item === undefined) throw missing(items, index)
  return item
}

/** `itemAt` for a Uint8Array. */
export function uint8At(items: Uint8Array, index: number): number {
  const item = items[index]
  if (item === undefined) throw missing(items, index)
  return item
}

function missing(items: ArrayLike<unknown>, index: number): RangeError {
  return new RangeError(`no item at ${index} of ${items.length}`)
}
