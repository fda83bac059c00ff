export { organizationPosting } from './organizations.posting.ts'
export { registerOrganizationsRoutes } from './organizations.routes.ts'
export { organizationInput } from './organizations.schemas.ts'
export { organizations } from './organizations.table.ts'
