import { pgTable } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import { ringColumns } from './rings.table.ts'

/** A view with one row for each ring and each partner that has a party in it. Lists read it like a table. */
export const partnerRings = pgTable('partner_rings', {
  partnerId: idColumn('partner')().notNull(),
  id: idColumn('ring')().notNull(),
  /** When the partner accepted for its parties. */
  acceptedAt: instantColumn(),
  ...ringColumns(),
})
export type PartnerRingRow = typeof partnerRings.$inferSelect
