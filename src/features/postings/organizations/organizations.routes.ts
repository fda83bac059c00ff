import type { InTransaction } from '../../../platform/events/index.ts'
import type { App, Once } from '../../../platform/http/index.ts'
import { registerPostingRoutes } from '../posting.routes.ts'
import type { Posting } from '../posting.ts'
import { showOrganization } from './organizations.posting.ts'
import { type OrganizationInput, organization, organizationInput } from './organizations.schemas.ts'
import type { OrganizationRow } from './organizations.table.ts'

export function registerOrganizationsRoutes(
  app: App,
  deps: {
    once: Once
    inTransaction: InTransaction
    organizations: Posting<OrganizationRow, OrganizationInput>
  },
): void {
  const routes = {
    posting: deps.organizations,
    path: 'organizations',
    tag: 'Organizations',
    name: 'organization',
    prefix: 'org',
    readScope: 'organizations:read',
    writeScope: 'organizations:write',
    input: organizationInput,
    shown: organization,
    show: showOrganization,
  } as const
  registerPostingRoutes(app, deps, routes)
}
