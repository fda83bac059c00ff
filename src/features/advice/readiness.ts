import { type Message, message } from '../../shared/messages/index.ts'
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
  finding: Message<'advice_fault' | 'advice_fault_again' | 'advice_praise'>
  /** The one thing to change; null where passed. */
  change: Part['change'] | null
}

export interface Readiness {
  /** Whole, 0 to 100. */
  score: number
  checks: CauseCheck[]
  /** The change that gains most; null where there is nothing to change. */
  firstChange: Part['change'] | null
}

/** A warning from the organization's own experience weighs more than a general one, and not yet as much as two. */
const REPEATED_WEIGHT = 1.5

/**
 * How ready a need is to be posted: each known reason why help fails, checked, with what to change.
 * @param need a need or a draft of one
 * @param past what this organization said went wrong, in any order; of one cause the latest counts
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
    const finding = message('advice_praise', { praise: check.praise(need.brief) })
    return { cause, passed: true, points, mostPoints, finding, change: null }
  }
  const { fault, change } = worst
  if (reportedOn === null) {
    const finding = message('advice_fault', { fault })
    return { cause, passed: false, points, mostPoints, finding, change }
  }
  return {
    cause,
    passed: false,
    points,
    // More to reach for the same points: that lowers the score, and never raises it once the check is passed.
    mostPoints: mostPoints * REPEATED_WEIGHT,
    finding: message('advice_fault_again', { fault, cause, reportedOn }),
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

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
