export { organizationPosting } from './organizations.posting.ts'
export { registerOrganizationsRoutes } from './organizations.routes.ts'
export { organizationInput } from './organizations.schemas.ts'
export { type OrganizationRow, organizations } from './organizations.table.ts'
