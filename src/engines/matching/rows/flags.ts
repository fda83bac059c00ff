import type { Modality, OfferKind, OrganizationKind } from '../postings.ts'

/**
 * Properties of a posting, one bit each. A need and an offer fit if they share a bit in each group: an offer has the bit
 * of its kind, a need has the bits of the kinds that it accepts, and so on.
 */
const KIND_BIT: Readonly<Record<OfferKind, number>> = { volunteer: 1, intern: 2, barter: 4, paid: 8 }
const MODALITY_BIT: Readonly<Record<Modality, number>> = { remote: 1 << 4, hybrid: 1 << 5, onsite: 1 << 6 }
const ORGANIZATION_BIT: Readonly<Record<OrganizationKind, number>> = {
  nonprofit: 1 << 7,
  small_business: 1 << 8,
  solopreneur: 1 << 9,
}
const UNPAID_SHIFT = 3

export const FLAGS = {
  kinds: 0b1111,
  volunteer: KIND_BIT.volunteer,
  intern: KIND_BIT.intern,
  barter: KIND_BIT.barter,
  paid: KIND_BIT.paid,
  /** An offer's own modality, or the modalities that fit a need. */
  modalities: 0b111 << 4,
  onsite: MODALITY_BIT.onsite,
  hybrid: MODALITY_BIT.hybrid,
  /** The kind of a need's organization, or the kinds that an offer is open to. */
  organizations: 0b111 << 7,
  /** The same, for what volunteers are open to. */
  unpaid: 0b111 << (7 + UNPAID_SHIFT),
  unpaidShift: UNPAID_SHIFT,
  network: 1 << 13,
  /** Set for every need, and for an offer whose rate is not below the pay floor. */
  fairPay: 1 << 14,
  /** Budget or rate is hourly, not for the project. */
  byHour: 1 << 15,
  creditRequired: 1 << 16,
  /** The intern works only for a stipend. */
  paidOnly: 1 << 17,
  /** The meaning of the texts is known. */
  meaning: 1 << 18,
  /** Work under way has taken all hours of the offer. */
  committed: 1 << 19,
  /** The row has stretches of time (see `CompiledPosting.stretches`). */
  timed: 1 << 20,
  /** The helper is a minor for whom no guardian has consented. */
  unconsented: 1 << 21,
  /** All positions of the need are taken. */
  filled: 1 << 22,
} as const

export function kindBits(kinds: readonly OfferKind[]): number {
  return kinds.reduce((bits, kind) => bits | KIND_BIT[kind], 0)
}

export function modalityBits(modalities: readonly Modality[]): number {
  return modalities.reduce((bits, modality) => bits | MODALITY_BIT[modality], 0)
}

export function organizationBits(kinds: readonly OrganizationKind[]): number {
  return kinds.reduce((bits, kind) => bits | ORGANIZATION_BIT[kind], 0)
}

/** Returns the bits of the organizations that a volunteer is open to. */
export function unpaidBits(kinds: readonly OrganizationKind[]): number {
  return organizationBits(kinds) << UNPAID_SHIFT
}
