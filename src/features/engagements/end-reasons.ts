import { otherSide, type Side } from '../introductions/index.ts'
import type { EndReason } from './engagements.schemas.ts'

/** Days without activity after which a side counts as silent. */
export const SILENCE_DAYS = 7

/** Whose fault an early end is: the side that ends the work, the other one, or nobody. */
const faults: Readonly<Record<EndReason, 'ender' | 'other' | 'nobody'>> = {
  agreed: 'nobody',
  work_changed: 'nobody',
  no_time: 'ender',
  skills_do_not_fit: 'ender',
  other_side_stopped_answering: 'other',
  other: 'ender',
}

/** Returns the reasons that are a fault of the side that ends the work, or of the other one. */
export function reasonsWithFault(of: 'ender' | 'other'): string[] {
  return Object.entries(faults).flatMap(([reason, fault]) => (fault === of ? [reason] : []))
}

/** Returns the side that broke the agreement, if any. */
export function sideAtFault(endedBy: Side, reason: EndReason): Side | null {
  const fault = faults[reason]
  if (fault === 'nobody') return null
  return fault === 'ender' ? endedBy : otherSide(endedBy)
}
