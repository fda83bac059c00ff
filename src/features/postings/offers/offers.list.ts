import { byText, oneOf, statusOf, wordsOf } from '../../../platform/db/index.ts'
import { offerKind } from '../../../shared/wire.ts'
import { isOfRecord } from '../merging/kept-record.repository.ts'
import { createPostedList } from '../posted-list.ts'
import { offerStatus } from './offers.schemas.ts'
import { type OfferRow, offers } from './offers.table.ts'

export const offerList = createPostedList<OfferRow>(offers, {
  filters: {
    status: statusOf(offers.status, offerStatus, 'Return only offers with one of these statuses'),
    kinds: oneOf(offers.kind, offerKind, 'Return only offers of one of these kinds'),
    helper_id: isOfRecord(offers.helperId, 'helper', 'Return only offers of this helper'),
  },
  texts: { title: byText(offers.title, ({ title }) => title) },
  words: wordsOf(
    offers.partnerId,
    'posting_words',
    [offers.title, offers.description, offers.skills],
    'the title, the description and the skills',
  ),
})
