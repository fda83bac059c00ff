import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ListFilter } from '../../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId, prefixes } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.ts'
import { type MergedKind, mergedRecords } from './merged-records.table.ts'

/** Returns the id of a record, or of the record that it was merged into. */
export function keptId(kind: MergedKind, partnerId: PartnerId, id: Id<IdPrefix>): SQL {
  const given = sql`${idToUuid(id)}::uuid`
  const isRecord = and(
    eq(mergedRecords.partnerId, partnerId),
    eq(mergedRecords.kind, kind),
    sql`${mergedRecords.id} = ${given}`,
  )
  return sql`coalesce((select ${mergedRecords.intoId} from ${mergedRecords} where ${isRecord}), ${given})`
}

/** Filters rows by a record. The id of a merged record stands for the kept one. */
export function isOfRecord(column: PgColumn, kind: MergedKind, description: string): ListFilter {
  return {
    value: idOf(prefixes[kind]).describe(description),
    isIndexed: true,
    // The schema has checked the id.
    where: (id, partnerId) => sql`${column} = ${keptId(kind, partnerId, id as Id<IdPrefix>)}`,
  }
}
