import { anyIn, byText, idsOf, statusOf, wordsOf } from '../../../platform/db/index.ts'
import { idOf, offerKind } from '../../../shared/wire.ts'
import { isOfRecord } from '../merging/kept-record.repository.ts'
import { createPostedList } from '../posted-list.ts'
import { needStatus } from './needs.schemas.ts'
import { type NeedRow, needs } from './needs.table.ts'

export const needList = createPostedList<NeedRow>(needs, {
  filters: {
    status: statusOf(needs.status, needStatus, 'Return only needs with one of these statuses'),
    kinds: anyIn(needs.accepts, offerKind, 'Return only needs that accept one of these kinds of help'),
    organization_id: isOfRecord(
      needs.organizationId,
      'organization',
      'Return only needs of this organization',
    ),
    sprint_id: idsOf(needs.id, idOf('sprint'), 'Return only needs of this sprint'),
  },
  texts: { title: byText(needs.title, ({ title }) => title) },
  words: wordsOf(
    needs.partnerId,
    'posting_words',
    [needs.title, needs.description, needs.skills],
    'the title, the description and the skills',
  ),
})
