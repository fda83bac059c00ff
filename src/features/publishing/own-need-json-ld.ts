import type { Context } from '../../platform/events/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { NeedRow, OrganizationInput, OrganizationRow, Posting } from '../postings/index.ts'
import { toPublishedNeedView } from '../postings/index.ts'
import { needJsonLd } from './need-json-ld.ts'
import type { SkillUri } from './records/read-record.ts'

export interface JsonLdPorts {
  organizations: Pick<Posting<OrganizationRow, OrganizationInput>, 'get'>
  issuer: () => string
  skillUri: SkillUri
}

/**
 * Creates the JSON-LD view of a partner's own need: as others see it, plus the organization if the token may read
 * organizations.
 */
export function createShowNeedAsJsonLd({ organizations, issuer, skillUri }: JsonLdPorts) {
  return async function showNeedAsJsonLd(ctx: Context & { actor: Caller }, need: NeedRow): Promise<object> {
    const organization = await organizations.get(ctx, { id: need.organizationId })
    return needJsonLd({
      view: toPublishedNeedView({ need, organization }),
      isOpen: need.status === 'open',
      iri: `${issuer()}/v1/needs/${need.id}`,
      skillUri,
      ...(ctx.actor.scopes.has('organizations:read') && { organization: toOrganization(organization) }),
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
