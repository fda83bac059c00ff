export { createOfferPosting, offerColumns, showOffer } from './offers.posting.ts'
export { registerOffersRoutes } from './offers.routes.ts'
export { offer, offerInput, offerStatus, termsShown } from './offers.schemas.ts'
export { type OfferRow, offers } from './offers.table.ts'
