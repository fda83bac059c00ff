import { type RecordPair, unionOf } from '../../../postings/index.ts'
import type { CandidateInput } from '../candidates.schemas.ts'

/** Combines two records: blocks of either apply, and consent requires both. */
export function combineCandidates({ kept, from }: RecordPair<CandidateInput>): Partial<CandidateInput> {
  return {
    consent: stricterConsent(kept.consent, from.consent),
    blocked_organization_ids: unionOf(kept.blocked_organization_ids, from.blocked_organization_ids),
  }
}

/** Returns the consent of the record that allows less; if both allow the same, the one recorded later. */
function stricterConsent(
  kept: CandidateInput['consent'],
  from: CandidateInput['consent'],
): CandidateInput['consent'] {
  const later = Date.parse(from.recorded_at) > Date.parse(kept.recorded_at) ? from : kept
  const allowed = {
    share_profile: kept.share_profile && from.share_profile,
    share_contact: kept.share_contact && from.share_contact,
  }
  const isMet = (one: CandidateInput['consent']) =>
    one.share_profile === allowed.share_profile && one.share_contact === allowed.share_contact
  const source = [later, kept, from].find(isMet) ?? later
  return { ...source, ...allowed }
}
