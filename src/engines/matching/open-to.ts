import type { OfferKind, OrganizationKind } from './postings.ts'

export const ORGANIZATION_KINDS: readonly OrganizationKind[] = ['nonprofit', 'small_business', 'solopreneur']

/** The kinds of organization that an offer is open to. One that names none is open to all, a volunteer's to nonprofits. */
export function effectiveOpenTo(
  kind: OfferKind,
  openTo: readonly OrganizationKind[],
): readonly OrganizationKind[] {
  if (openTo.length > 0) return openTo
  return kind === 'volunteer' ? ['nonprofit'] : ORGANIZATION_KINDS
}
