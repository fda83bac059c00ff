import type { ExplainedPair } from '../explained-pair.ts'
import type { Blocker, GateCode } from '../explanation.ts'
import type { Pair } from '../pair.ts'
import type { Gate } from './gate.ts'
import {
  guardianConsent,
  kindAccepted,
  notBlocked,
  notDeclined,
  openToOrganization,
  sharedLanguage,
  visible,
  volunteerForProfit,
} from './parties.ts'
import { abovePayFloor, paidAtAll, withinBudget } from './pay.ts'
import { modality, placeInReach, placeKnown } from './place.ts'
import { mustSkills, requirementsHeld, somethingInCommon } from './skills.ts'
import { attendsSession, beforeDeadline, datesOverlap, enoughHours, somethingLeft } from './time.ts'

/** All gates, the cheapest first. */
export const GATES: readonly Gate[] = [
  kindAccepted,
  visible,
  notBlocked,
  notDeclined,
  guardianConsent,
  modality,
  sharedLanguage,
  volunteerForProfit,
  openToOrganization,
  somethingLeft,
  enoughHours,
  datesOverlap,
  beforeDeadline,
  attendsSession,
  placeKnown,
  placeInReach,
  requirementsHeld,
  withinBudget,
  abovePayFloor,
  paidAtAll,
  mustSkills,
  somethingInCommon,
]

export const GATE_CODES: readonly GateCode[] = GATES.map(({ code }) => code)

/** Whether a pair may be ranked. */
export function isEligible(pair: Pair): boolean {
  for (const gate of GATES) if (!gate.isOpen(pair)) return false
  return true
}

/** Explains every gate that is shut. */
export function blockersOf(shown: ExplainedPair): Blocker[] {
  return GATES.filter((gate) => !gate.isOpen(shown.pair)).map((gate) => ({
    code: gate.code,
    ...gate.explain(shown),
  }))
}
