import { type SQL, sql } from 'drizzle-orm'
import { createList, is, type ListedRow, type ListFilter } from '../../platform/db/index.ts'
import { idToUuid, type PartnerId } from '../../shared/ids.ts'
import { type Metadata, metadataFilter } from '../../shared/metadata.ts'
import { externalId } from '../../shared/wire.ts'
import type { PostedRow, PostedTable } from './posted.table.ts'
import type { PostedList } from './posting.repository.ts'

/** Declares the list of a posted resource, which every partner can narrow to an own id and to pairs of metadata. */
export function createPostedList<R extends PostedRow & ListedRow>(
  table: PostedTable,
  declared: Omit<Parameters<typeof createList<R>>[0], 'table' | 'filters'> & {
    filters?: Readonly<Record<string, ListFilter>>
  } = {},
): PostedList<R> {
  const external = is(table.externalId, externalId, 'Return only the resource with this own id')
  const metadata: ListFilter = {
    value: metadataFilter,
    // The schema has parsed the value before.
    where: (pairs, partnerId) => holdsMetadata(table, partnerId, pairs as Metadata),
  }
  const list = createList<R>({
    ...declared,
    table,
    filters: { ...declared.filters, external_id: external, metadata },
  })
  return { ...list, table }
}

/** The pairs are looked up within the partner: it is the first step of each path of the index. */
function holdsMetadata(table: PostedTable, partnerId: PartnerId, pairs: Metadata): SQL {
  const wanted = JSON.stringify({ [idToUuid(partnerId)]: pairs })
  // Rows without metadata are not in the index.
  return sql`${table.metadata} <> '{}'
    and jsonb_set('{}', array[${table.partnerId}::text], ${table.metadata}) @> ${wanted}::jsonb`
}
