import { execFileSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

// A look at speed that takes less than two minutes: node test/bench/smoke.ts
// Small markets, each figure beside a floor that was measured in the same run, so that a busy machine slows both. Pages and
// posts for http.ts, freshness for freshness.ts. One line of JSON; what does not finish in time is null, with its reason.

const LONGEST_MS = 75_000

const begunMs = performance.now()
const http = measure('./http.ts', [
  ...['--offers', '3000', '--needs', '200', '--rounds', '2', '--seconds', '2'],
  ...['--connections', '16'],
])
const freshness = measure('./freshness.ts', [
  ...['--postings', '500', '--changes', '40', '--bursts', '2', '--burst', '40'],
])
const figures = {
  pages: http && {
    per_s: http.matches_rps,
    p99_ms: http.matches_p99_ms,
    to_serializing: http.ratio_serialized,
    to_sql: http.ratio_sql,
  },
  posts: http && {
    per_s: http.post_rps,
    p99_ms: http.post_p99_ms,
    to_serializing: ratio(http.post_rps, http.floor_serialized_rps),
  },
  freshness: freshness && {
    burst_p99_ms: at(freshness, 'bursts', 'other', 'p99_ms'),
    burst_to_ranking: ratio(at(freshness, 'bursts', 'other', 'p99_ms'), at(freshness, 'ranking', 'p50_ms')),
  },
  run_s: Math.round((performance.now() - begunMs) / 1000),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)

type Figures = Record<string, unknown>

/** The line that a benchmark prints. Null where it fails or takes too long: a look must not hold up what comes after it. */
function measure(script: string, args: string[]): Figures | null {
  const file = fileURLToPath(new URL(script, import.meta.url))
  try {
    const output = execFileSync(process.execPath, [file, ...args], {
      encoding: 'utf8',
      timeout: LONGEST_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return JSON.parse(output)
  } catch (error) {
    process.stderr.write(`${script}: ${error instanceof Error ? error.message : String(error)}\n`)
    return null
  }
}

function at(figures: Figures, ...path: string[]): unknown {
  return path.reduce<unknown>((found, name) => Object(found)[name], figures)
}

function ratio(one: unknown, other: unknown): number | null {
  return typeof one === 'number' && typeof other === 'number' ? Number((one / other).toFixed(3)) : null
}
