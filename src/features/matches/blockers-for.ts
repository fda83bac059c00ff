import { type Blocker, GATE_CODES, type GateCode } from '../../engines/matching/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'

/**
 * Who may see why a pair is blocked. `anyone`: the public views of both sides already show it. `offer_partner`: it
 * reveals what only the helper's partner knows, such as an age or a missing background check. `own_pair`: it reveals
 * what either side requested in private.
 */
const MAY_SEE: Readonly<Record<GateCode, 'anyone' | 'offer_partner' | 'own_pair'>> = {
  kind_not_accepted: 'anyone',
  place_out_of_reach: 'anyone',
  place_unknown: 'anyone',
  modality_differs: 'anyone',
  no_shared_language: 'anyone',
  dates_do_not_overlap: 'anyone',
  deadline_passed: 'anyone',
  // Days and windows are public. Other work may be the reason, but which work is not revealed.
  no_session_fits: 'anyone',
  too_few_hours: 'anyone',
  // Public views show how much is left.
  fully_committed: 'anyone',
  must_skill_missing: 'anyone',
  requirement_not_held: 'offer_partner',
  guardian_consent_missing: 'offer_partner',
  over_budget: 'anyone',
  below_pay_floor: 'anyone',
  paid_only: 'anyone',
  volunteer_for_profit: 'anyone',
  not_open_to_organization: 'anyone',
  not_visible: 'anyone',
  blocked: 'own_pair',
  // Both partners have read that introduction.
  declined: 'anyone',
  nothing_in_common: 'anyone',
}

/**
 * Returns the gates that the partner of a need or an offer may not see if the other side belongs to another partner.
 */
export function hiddenGates(side: 'need' | 'offer'): GateCode[] {
  return GATE_CODES.filter(
    (code) => MAY_SEE[code] === 'own_pair' || (MAY_SEE[code] === 'offer_partner' && side === 'need'),
  )
}

const NOT_AVAILABLE = {
  code: 'not_available',
  detail: message('not_available'),
  smallestChange: message('choose_another'),
} as const

export type ShownBlocker = Omit<Blocker, 'code'> & { code: GateCode | typeof NOT_AVAILABLE.code }

/** Returns the blockers of a pair as a partner may see them. All reasons that it may not see become one. */
export function blockersFor(
  partnerId: PartnerId,
  pair: { need: { partnerId: PartnerId }; offer: { partnerId: PartnerId } },
  blockers: readonly Blocker[],
): ShownBlocker[] {
  const shown = blockers.filter(({ code }) => maySee(partnerId, pair, code))
  return shown.length === blockers.length ? shown : [...shown, NOT_AVAILABLE]
}

function maySee(
  partnerId: PartnerId,
  { need, offer }: { need: { partnerId: PartnerId }; offer: { partnerId: PartnerId } },
  code: GateCode,
): boolean {
  if (need.partnerId === partnerId && offer.partnerId === partnerId) return true
  return MAY_SEE[code] === 'anyone' || (MAY_SEE[code] === 'offer_partner' && offer.partnerId === partnerId)
}
