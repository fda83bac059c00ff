import { sql } from 'drizzle-orm'
import { boolean, doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { money } from '../../../shared/wire.ts'
import type { BarterPostingId } from '../barter-ids.ts'

export const ringStatuses = ['proposed', 'accepted', 'declined', 'expired', 'broken'] as const
export type RingStatus = (typeof ringStatuses)[number]

/** Returns the columns that `rings` and the view `partner_rings` share. */
export const ringColumns = () => ({
  proposedBy: idColumn('partner')().notNull(),
  status: text('state').$type<RingStatus>().notNull(),
  reason: text(),
  message: text(),
  expiresAt: instantColumn().notNull(),
  endedAt: instantColumn(),
  version: integer().notNull(),
  createdAt: instantColumn().notNull(),
  updatedAt: instantColumn().notNull(),
})

export const rings = pgTable('rings', { id: idColumn('ring')().primaryKey(), ...ringColumns() })
export type RingRow = typeof rings.$inferSelect

/** A party of a ring, and what it gives to the next one. */
export const ringParties = pgTable(
  'ring_parties',
  {
    ringId: idColumn('ring')().notNull(),
    position: integer().notNull(),
    status: text('state').$type<RingStatus>().notNull(),
    partnerId: idColumn('partner')().notNull(),
    organizationId: idColumn('org')(),
    helperId: idColumn('helper')(),
    givesId: text().$type<BarterPostingId>().notNull(),
    toId: text().$type<BarterPostingId>().notNull(),
    score: doublePrecision().notNull(),
    hoursPerWeek: doublePrecision(),
    valuePerHour: jsonb().$type<z.output<typeof money>>(),
    acceptedAt: instantColumn(),
    engagementId: idColumn('engagement')(),
    // The database copies these from the ring, and the status, because lists find a ring by its parties.
    createdAt: instantColumn().notNull().default(sql`now()`),
    updatedAt: instantColumn().notNull().default(sql`now()`),
    /** Whether its partner lists the ring by this party, which is the case for one of its parties. */
    isListed: boolean().notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.ringId, table.position] })],
)
export type RingParty = Omit<typeof ringParties.$inferSelect, 'createdAt' | 'updatedAt' | 'isListed'>
