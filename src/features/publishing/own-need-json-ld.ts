import type { Actor } from '../../platform/http/index.ts'
import type { OrganizationId, PartnerId } from '../../shared/ids.ts'
import { needFaceOf } from '../matches/index.ts'
import type { NeedRow, OrganizationRow } from '../postings/index.ts'
import { needJsonLd } from './need-json-ld.ts'

/**
 * Tells a partner of its own need in JSON-LD: as others see it, and with the organization where the token may read
 * organizations.
 */
export function createNeedJsonLd(deps: {
  getOrganization: (partnerId: PartnerId, id: OrganizationId) => Promise<OrganizationRow>
  issuer: () => string
  skillUri(skill: string): string | null
}): (need: NeedRow, actor: Actor) => Promise<object> {
  return async (need, actor) => {
    const organization = await deps.getOrganization(need.partnerId, need.organizationId)
    return needJsonLd({
      face: needFaceOf({ need, organization }),
      isOpen: need.status === 'open',
      iri: `${deps.issuer()}/v1/needs/${need.id}`,
      skillUri: deps.skillUri,
      ...(actor.scopes.has('organizations:read') && { organization: toOrganization(organization) }),
    })
  }
}

function toOrganization({ name, kind, url, contact }: OrganizationRow) {
  return {
    '@type': kind === 'nonprofit' ? 'NGO' : 'Organization',
    name,
    ...(url !== null && { url }),
    contactPoint: {
      '@type': 'ContactPoint',
      name: contact.name,
      email: contact.email,
      ...(contact.phone !== undefined && { telephone: contact.phone }),
    },
  } as const
}
