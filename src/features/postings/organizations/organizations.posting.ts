import { showContact, showLocation } from '../contact-and-location.ts'
import { createHelpersRepository } from '../helpers/helpers.repository.ts'
import { showResource } from '../posting.schemas.ts'
import type { PostingDefinition } from '../posting-definition.ts'
import { createOrganizationsRepository } from './organizations.repository.ts'
import { type Organization, type OrganizationInput, organizationInput } from './organizations.schemas.ts'
import type { OrganizationRow } from './organizations.table.ts'

export const organizationPosting: PostingDefinition<'org', OrganizationInput, OrganizationRow> = {
  name: 'organization',
  prefix: 'org',
  input: organizationInput,
  createRepository: createOrganizationsRepository,
  searchLike: createOrganizationsRepository,
  parent: {
    name: 'helper',
    prefix: 'helper',
    field: 'helper_id',
    createRepository: createHelpersRepository,
    idOf: (input) => input.helper_id ?? null,
  },
  taken: {
    organizations_by_helper: {
      code: 'helper_taken',
      detail: 'This helper is already linked to another organization of yours.',
    },
  },
  stillInUse: { code: 'organization_has_needs', detail: 'First delete the needs of this organization.' },

  columns(input, before) {
    return {
      name: input.name,
      kind: input.kind,
      contact: input.contact,
      location: input.location ?? null,
      timeZone: input.time_zone,
      languages: input.languages,
      causes: input.causes,
      url: input.url ?? null,
      publicName: input.public_name ?? null,
      connections: input.connections,
      blockedHelperIds: input.blocked_helper_ids,
      helperId: input.helper_id ?? null,
      formerEmails: before?.formerEmails ?? [],
    }
  },

  /** Ranks linked helpers again, because their offers now count as the organization's. */
  async derive(ctx, rows) {
    for (const { partnerId, helperId } of rows)
      if (helperId) ctx.append({ partnerId, type: 'helper.reranked', resourceId: helperId })
  },

  toInput: (row) => ({
    name: row.name,
    kind: row.kind,
    contact: row.contact,
    location: row.location ?? undefined,
    time_zone: row.timeZone,
    languages: row.languages,
    causes: row.causes,
    url: row.url ?? undefined,
    public_name: row.publicName ?? undefined,
    connections: row.connections,
    blocked_helper_ids: row.blockedHelperIds,
    helper_id: row.helperId ?? undefined,
    external_id: row.externalId ?? undefined,
    metadata: row.metadata,
  }),
}

/** Returns an organization in the form that its own partner sees. */
export function showOrganization(row: OrganizationRow): Organization {
  return {
    ...showResource(row),
    name: row.name,
    kind: row.kind,
    contact: showContact(row.contact),
    location: showLocation(row.location),
    time_zone: row.timeZone,
    languages: row.languages,
    causes: row.causes,
    url: row.url,
    public_name: row.publicName,
    connections: row.connections,
    blocked_helper_ids: row.blockedHelperIds,
    helper_id: row.helperId,
  }
}
