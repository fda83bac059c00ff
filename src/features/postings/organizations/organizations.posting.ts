import { showContact, showLocation } from '../../../shared/show.ts'
import { helpersRepository } from '../helpers/helpers.posting.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { showResource } from '../posting.schemas.ts'
import type { PostingDefinition } from '../posting-definition.ts'
import { type Organization, type OrganizationInput, organizationInput } from './organizations.schemas.ts'
import { type OrganizationRow, organizations } from './organizations.table.ts'

export const organizationPosting: PostingDefinition<'org', OrganizationInput, OrganizationRow> = {
  name: 'organization',
  prefix: 'org',
  input: organizationInput,
  repository: createPostingRepository<OrganizationRow>(organizations),
  parent: {
    name: 'helper',
    prefix: 'helper',
    field: 'helper_id',
    repository: helpersRepository,
    idOf: (input) => input.helper_id ?? null,
  },
  taken: {
    organizations_by_helper: {
      code: 'helper_taken',
      detail: 'The helper is another organization of yours already.',
    },
  },
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
      helperId: input.helper_id ?? null,
    }
  },

  /** Offers of a helper that is an organization too are that party's from now on. */
  async derive(tx, rows) {
    for (const { partnerId, helperId } of rows)
      if (helperId) tx.append({ partnerId, type: 'helper.reranked', resourceId: helperId })
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
    helper_id: row.helperId ?? undefined,
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
    helper_id: row.helperId,
  }
}
