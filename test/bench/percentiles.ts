/** The value that a share in [0, 1] of the values are not above (nearest rank); NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export interface Latencies {
  p50_ms: number
  p95_ms: number
  p99_ms: number
  max_ms: number
}

/** To a microsecond. */
export function latenciesOf(timesMs: readonly number[]): Latencies {
  const at = (share: number) => rounded(percentile(timesMs, share), 3)
  return { p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99), max_ms: at(1) }
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
