import type { Router } from '../../../platform/http/index.ts'
import type { BodySheet } from '../posted-resource.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { organizationList } from './organizations.list.ts'
import { showOrganization } from './organizations.posting.ts'
import { type OrganizationInput, organization, organizationInput } from './organizations.schemas.ts'
import type { OrganizationRow } from './organizations.table.ts'

export function registerOrganizationsRoutes(
  router: Router,
  posting: Posting<OrganizationRow, OrganizationInput>,
  sheet: BodySheet,
): void {
  registerPostingRoutes(router, {
    posting,
    name: 'organization',
    tag: 'Organizations',
    scope: 'organizations',
    input: organizationInput,
    shown: organization,
    show: showOrganization,
    sheet,
    list: organizationList,
    refusals: {
      read: ['record_merged'],
      write: ['helper_taken'],
      change: ['record_merged'],
      remove: ['organization_has_needs', 'record_merged'],
    },
  })
}
