import { integer, jsonb, type PgColumn, type PgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../platform/db/index.ts'
import type { Id, IdPrefix, PartnerId } from '../../shared/ids.ts'
import type { Metadata } from '../../shared/metadata.ts'

/** The columns that every posted resource has: tenant, id, the partner's own id, version and times. */
export function postedColumns<P extends IdPrefix>(prefix: P) {
  return {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn(prefix)().notNull(),
    externalId: text(),
    metadata: jsonb().$type<Metadata>().notNull().default({}),
    version: integer().notNull(),
    createdAt: instantColumn().notNull(),
    updatedAt: instantColumn().notNull(),
  }
}

/** The columns that rows of all posted resources share. */
export interface PostedRow<P extends IdPrefix = IdPrefix> {
  partnerId: PartnerId
  id: Id<P>
  externalId: string | null
  /** The partner's own pairs. Nobody else sees them. */
  metadata: Metadata
  version: number
  createdAt: Date
  updatedAt: Date
}

export type PostedTable = PgTable &
  Record<'partnerId' | 'id' | 'externalId' | 'metadata' | 'version' | 'createdAt' | 'updatedAt', PgColumn>
