import { integer, jsonb, type PgColumn, type PgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../platform/db/index.ts'
import type { Id, IdPrefix, PartnerId } from '../../shared/ids.ts'
import type { Metadata } from '../../shared/metadata.ts'

/** Returns the columns of every posted resource: partner, id, external id, metadata, version and times. */
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
  /** The partner's own pairs, which nobody else sees. */
  metadata: Metadata
  version: number
  createdAt: Date
  updatedAt: Date
}

export type PostedTable = PgTable &
  Record<'partnerId' | 'id' | 'externalId' | 'metadata' | 'version' | 'createdAt' | 'updatedAt', PgColumn>
