import type { Queryable } from '../../../platform/db/index.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { offerList } from './offers.list.ts'
import type { OfferRow } from './offers.table.ts'

export const createOffersRepository = (db: Queryable) => createPostingRepository<OfferRow>(db, offerList)
