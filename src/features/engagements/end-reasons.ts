import { otherSide, type Side } from '../introductions/index.ts'
import type { EndReason } from './engagements.schemas.ts'

/** A side that has done nothing for so long has stopped answering. */
export const SILENCE_DAYS = 7

/** Whose fault an early end is: of the side that ends the work, of the other one, or of nobody. */
const faults: Readonly<Record<EndReason, 'ender' | 'other' | 'nobody'>> = {
  agreed: 'nobody',
  work_changed: 'nobody',
  no_time: 'ender',
  skills_do_not_fit: 'ender',
  other_side_stopped_answering: 'other',
  other: 'ender',
}

/** The reasons that are a fault of the side that ends the work, or of the other one. */
export function reasonsWithFault(of: 'ender' | 'other'): string[] {
  return Object.entries(faults).flatMap(([reason, fault]) => (fault === of ? [reason] : []))
}

/** The side that broke the agreement, if any. */
export function sideAtFault(endedBy: Side, reason: EndReason): Side | null {
  const fault = faults[reason]
  if (fault === 'nobody') return null
  return fault === 'ender' ? endedBy : otherSide(endedBy)
}
