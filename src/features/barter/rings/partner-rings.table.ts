import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { RingStatus } from './rings.table.ts'

/** A view: each ring, once for each partner that has a party in it. Lists read it as a table. */
export const partnerRings = pgTable('partner_rings', {
  partnerId: idColumn('partner')().notNull(),
  id: idColumn('ring')().notNull(),
  status: text('state').$type<RingStatus>().notNull(),
  /** When the partner accepted for its parties. */
  acceptedAt: instantColumn(),
  proposedBy: idColumn('partner')().notNull(),
  reason: text(),
  message: text(),
  expiresAt: instantColumn().notNull(),
  endedAt: instantColumn(),
  version: integer().notNull(),
  createdAt: instantColumn().notNull(),
  updatedAt: instantColumn().notNull(),
})
export type PartnerRingRow = typeof partnerRings.$inferSelect
