import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { type OfferRow, offers } from './offers.table.ts'

export const createOffersRepository = (db: Queryable) => createPostingRepository<OfferRow>(db, offers)
