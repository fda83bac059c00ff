import type { OfferKind, OrganizationKind } from './postings.ts'

export const ORGANIZATION_KINDS: readonly OrganizationKind[] = ['nonprofit', 'small_business', 'solopreneur']

/**
 * Returns the kinds of organization that an offer is open to. An offer that lists none is open to all, a volunteer's
 * only to nonprofits.
 */
export function effectiveOpenTo(
  kind: OfferKind,
  openTo: readonly OrganizationKind[],
): readonly OrganizationKind[] {
  if (openTo.length > 0) return openTo
  return kind === 'volunteer' ? ['nonprofit'] : ORGANIZATION_KINDS
}
