import type { CheckedNeed, ReadinessCause } from './brief.ts'
import { CHECKS, type Check, type Part } from './readiness-checks.ts'

/** A cause that a retrospective of this organization named. */
export interface PastReport {
  cause: ReadinessCause
  /** ISO date. */
  reportedOn: string
}

export interface CauseCheck {
  cause: ReadinessCause
  passed: boolean
  points: number
  mostPoints: number
  finding: string
  /** The one thing to change; null where passed. */
  change: string | null
}

export interface Readiness {
  /** Whole, 0 to 100. */
  score: number
  checks: CauseCheck[]
  /** The change that gains most; null where there is nothing to change. */
  firstChange: string | null
}

/** A warning from the organization's own experience weighs more than a general one, and not yet as much as two. */
const REPEATED_WEIGHT = 1.5

/**
 * How ready a need is to be posted: each known reason why help fails, checked, with what to change.
 * @param need a need or a draft of one
 * @param past what this organization said went wrong, in any order; of one cause the latest counts
 * @throws RangeError where the date of a report that is held against the need is no date
 */
export function readinessOf(need: CheckedNeed, past: readonly PastReport[]): Readiness {
  const latest = latestReports(past)
  const checks = CHECKS.map((check) => resultOf(check, need, latest.get(check.cause) ?? null))
  const points = total(checks.map((check) => check.points))
  const mostPoints = total(checks.map((check) => check.mostPoints))
  return {
    score: Math.round((100 * points) / mostPoints),
    checks,
    firstChange: mostToGain(checks)?.change ?? null,
  }
}

function resultOf(check: Check, need: CheckedNeed, reportedOn: string | null): CauseCheck {
  const { cause } = check
  const parts = check.parts(need)
  const points = total(parts.map((part) => part.points))
  const mostPoints = total(parts.map((part) => part.mostPoints))
  const worst = mostToGain(parts)
  if (worst === null) {
    return { cause, passed: true, points, mostPoints, finding: check.praise(need.brief), change: null }
  }
  const { fault, consequence, change } = worst
  if (reportedOn === null) {
    const finding = `This brief ${fault}, ${consequence}.`
    return { cause, passed: false, points, mostPoints, finding, change }
  }
  return {
    cause,
    passed: false,
    points,
    // More to reach for the same points: that lowers the score, and never raises it once the check is passed.
    mostPoints: mostPoints * REPEATED_WEIGHT,
    finding: `In ${monthOf(reportedOn)} you named ${check.name}; this brief again ${fault}.`,
    change,
  }
}

/** The first of those that miss the most points; null where none misses any. */
function mostToGain<T extends Pick<Part, 'points' | 'mostPoints'>>(all: readonly T[]): T | null {
  let best: T | null = null
  let most = 0
  for (const one of all) {
    const missing = one.mostPoints - one.points
    if (missing > most) [best, most] = [one, missing]
  }
  return best
}

function latestReports(past: readonly PastReport[]): Map<ReadinessCause, string> {
  const latest = new Map<ReadinessCause, string>()
  for (const { cause, reportedOn } of past) {
    // ISO dates sort as text.
    if (reportedOn > (latest.get(cause) ?? '')) latest.set(cause, reportedOn)
  }
  return latest
}

const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthOf = (date: string) => monthFormat.format(new Date(date))

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
