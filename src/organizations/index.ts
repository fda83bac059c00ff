export { organizationPosting, showOrganization } from './organizations.posting.ts'
export { registerOrganizationsRoutes } from './organizations.routes.ts'
export { organization, organizationInput } from './organizations.schemas.ts'
export { organizations } from './organizations.table.ts'
