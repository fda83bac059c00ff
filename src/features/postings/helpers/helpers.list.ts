import { byText, oneOf, wordsOf } from '../../../platform/db/index.ts'
import { createPostedList } from '../posted-list.ts'
import { helperKind } from './helpers.schemas.ts'
import { type HelperRow, helpers } from './helpers.table.ts'

export const helperList = createPostedList<HelperRow>(helpers, {
  filters: { kind: oneOf(helpers.kind, helperKind, 'Return only helpers of one of these kinds') },
  texts: { name: byText(helpers.name, ({ name }) => name) },
  words: wordsOf(helpers.partnerId, 'name_words', [helpers.name, helpers.preferredName], 'the names'),
})
