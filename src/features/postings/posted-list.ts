import { createList, holdsPairs, is, type ListedRow, type ListFilter } from '../../platform/db/index.ts'
import { metadataFilter } from '../../shared/metadata.ts'
import { externalId } from '../../shared/wire.ts'
import type { PostedRow, PostedTable } from './posted.table.ts'
import type { PostedList } from './posting.repository.ts'

/** Declares the list of a posted resource. All such lists can be filtered by external id and metadata. */
export function createPostedList<R extends PostedRow & ListedRow>(
  table: PostedTable,
  declared: Omit<Parameters<typeof createList<R>>[0], 'table' | 'filters'> & {
    filters?: Readonly<Record<string, ListFilter>>
  } = {},
): PostedList<R> {
  const external = is(table.externalId, externalId, 'Return only the resource with this external id')
  const metadata = holdsPairs(table.metadata, table.partnerId, metadataFilter)
  const list = createList<R>({
    ...declared,
    table,
    filters: { ...declared.filters, external_id: external, metadata },
  })
  return { ...list, table }
}
