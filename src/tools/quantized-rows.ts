const STEPS = 127

/** Divides values into rows of this length, each in steps of one 127th of its largest. */
export function quantizedRows(values: Float32Array, length: number): { numbers: Int8Array; scale: number }[] {
  return Array.from({ length: values.length / length }, (_, at) =>
    quantized(values.subarray(at * length, (at + 1) * length)),
  )
}

function quantized(row: Float32Array): { numbers: Int8Array; scale: number } {
  const scale = row.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / STEPS || 1
  return { numbers: Int8Array.from(row, (one) => Math.round(one / scale)), scale }
}
