import { byText, oneOf, wordsOf } from '../../../platform/db/index.ts'
import { organizationKind } from '../../../shared/wire.ts'
import { createPostedList } from '../posted-list.ts'
import { type OrganizationRow, organizations } from './organizations.table.ts'

export const organizationList = createPostedList<OrganizationRow>(organizations, {
  filters: {
    kind: oneOf(organizations.kind, organizationKind, 'Return only organizations of one of these kinds'),
  },
  texts: { name: byText(organizations.name, ({ name }) => name) },
  words: wordsOf(
    organizations.partnerId,
    'name_words',
    [organizations.name, organizations.publicName],
    'the names',
  ),
})
