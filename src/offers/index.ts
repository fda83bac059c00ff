export { createOfferPosting, offerColumns, offersRepository, showTerms } from './offers.posting.ts'
export { registerOffersRoutes } from './offers.routes.ts'
export { type OfferInput, offerInput, termsShown } from './offers.schemas.ts'
export { type OfferRow, offers } from './offers.table.ts'
