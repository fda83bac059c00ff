/** Returns the array if it has room for `length`, else a copy with room for 1.5 times `length`. */
export function grown<T extends Int32Array | Float32Array | Float64Array | Uint8Array>(
  array: T,
  length: number,
): T {
  if (array.length >= length) return array
  // Cast: a typed array's constructor makes an array of its own kind.
  const wider = new (array.constructor as new (length: number) => T)(Math.ceil(length * 1.5) + 16)
  wider.set(array)
  return wider
}
