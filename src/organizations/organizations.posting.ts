import { createPostingRepository, type PostingDefinition, showResource } from '../posting/index.ts'
import { showContact, showLocation } from '../shared/show.ts'
import { type Organization, type OrganizationInput, organizationInput } from './organizations.schemas.ts'
import { type OrganizationRow, organizations } from './organizations.table.ts'

export const organizationPosting: PostingDefinition<'org', OrganizationInput, OrganizationRow> = {
  name: 'organization',
  prefix: 'org',
  input: organizationInput,
  repository: createPostingRepository<OrganizationRow>(organizations),
  stillInUse: { code: 'organization_has_needs', detail: 'Delete the needs of this organization first.' },

  columns(input) {
    return {
      name: input.name,
      kind: input.kind,
      contact: input.contact,
      location: input.location ?? null,
      timeZone: input.time_zone,
      languages: input.languages,
      causes: input.causes,
      url: input.url ?? null,
      blockedHelperIds: input.blocked_helper_ids,
    }
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
    blocked_helper_ids: row.blockedHelperIds,
    external_id: row.externalId ?? undefined,
  }),
}

/** The organization as its own partner sees it. */
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
    blocked_helper_ids: row.blockedHelperIds,
  }
}
