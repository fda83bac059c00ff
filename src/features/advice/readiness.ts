import { type Message, message } from '../../shared/messages/index.ts'
import type { CheckedNeed, ReadinessCause } from './brief.ts'
import { CHECKS, type Check, type Part } from './readiness-checks.ts'

/** A cause that the organization named in a retrospective. */
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
  /** The most important change; null if the check passes. */
  change: Part['change'] | null
}

export interface Readiness {
  /** An integer from 0 to 100. */
  score: number
  checks: CauseCheck[]
  /** The change that adds the most points; null if nothing needs to change. */
  firstChange: Part['change'] | null
}

/** A warning from the organization's own experience weighs more than a general one, but less than two of them. */
const REPEATED_WEIGHT = 1.5

/**
 * Computes how ready a need is to be posted: checks each known reason why help fails, and says what to change.
 * @param need a need or a draft
 * @param past what this organization reported, in any order; only the latest report of each cause counts
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
    // Raises the points to reach: this lowers the score while the check fails, and has no effect once it passes.
    mostPoints: mostPoints * REPEATED_WEIGHT,
    finding: message('advice_fault_again', { fault, cause, reportedOn }),
    change,
  }
}

/** Returns the first item that lacks the most points; null if none lacks any. */
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
