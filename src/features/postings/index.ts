export { helperColumns, helperPosting, helpersRepository } from './helpers/helpers.posting.ts'
export { registerHelpersRoutes } from './helpers/helpers.routes.ts'
export { type HelperInput, helperInput } from './helpers/helpers.schemas.ts'
export { type HelperRow, helpers } from './helpers/helpers.table.ts'
export { externalField, type Merge, type Merged } from './merge-many.ts'
export { createNeedPosting, needColumns, needsRepository } from './needs/needs.posting.ts'
export { registerNeedsRoutes } from './needs/needs.routes.ts'
export {
  type BriefInput,
  brief,
  licenceRequirement,
  type NeedInput,
  needInput,
} from './needs/needs.schemas.ts'
export { type NeedRow, needs } from './needs/needs.table.ts'
export { createOfferPosting, offerColumns, offersRepository, showTerms } from './offers/offers.posting.ts'
export { registerOffersRoutes } from './offers/offers.routes.ts'
export { type OfferInput, offerInput, termsShown } from './offers/offers.schemas.ts'
export { type OfferRow, offers } from './offers/offers.table.ts'
export { organizationPosting } from './organizations/organizations.posting.ts'
export { registerOrganizationsRoutes } from './organizations/organizations.routes.ts'
export { type OrganizationInput, organizationInput } from './organizations/organizations.schemas.ts'
export { type OrganizationRow, organizations } from './organizations/organizations.table.ts'
export { postingsOfPartner } from './partner-rows.ts'
export { postedColumns } from './posted.table.ts'
export { createPostingRepository, type KeyRepository } from './posting.repository.ts'
export { registerPostingRoutes } from './posting.routes.ts'
export { resourceFields, showResource } from './posting.schemas.ts'
export { createPosting, type Posting } from './posting.ts'
export type { PostingDefinition } from './posting-definition.ts'
