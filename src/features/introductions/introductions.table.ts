import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { idColumn, instantColumn } from '../../platform/db/index.ts'
import type { Id } from '../../shared/ids.ts'
import type { Metadata } from '../../shared/metadata.ts'
import type { SessionId } from '../postings/index.ts'
import type { PairFactors, Proposal } from './explained-pair.ts'

export const introductionStatus = z.enum(['proposed', 'accepted', 'declined', 'withdrawn', 'expired'])
export type IntroductionStatus = z.output<typeof introductionStatus>

/** The two sides of a match. */
export const sides = ['need', 'offer'] as const
export const sideSchema = z.enum(sides)
export type Side = (typeof sides)[number]

/** Returns the columns of a record that a need and an offer share. Each side belongs to one partner. */
export function twoSidedColumns() {
  return {
    needPartnerId: idColumn('partner')().notNull(),
    needId: idColumn('need')().notNull(),
    organizationId: idColumn('org')().notNull(),
    offerPartnerId: idColumn('partner')().notNull(),
    offerId: idColumn('offer')().notNull(),
    helperId: idColumn('helper')().notNull(),
    /** Metadata of each side's partner. See own-metadata.ts. */
    needMetadata: jsonb().$type<Metadata>().notNull().default({}),
    offerMetadata: jsonb().$type<Metadata>().notNull().default({}),
  }
}

export const introductions = pgTable('introductions', {
  id: idColumn('introduction')().primaryKey(),
  ...twoSidedColumns(),
  proposedBy: text().$type<Side>().notNull(),
  message: text(),
  /** Sessions of the need that it is about. Empty for a need without sessions. */
  sessionIds: jsonb().$type<readonly SessionId[]>().notNull().default([]),
  status: text('state').$type<IntroductionStatus>().notNull(),
  reason: text(),
  expiresAt: instantColumn().notNull(),
  answeredAt: instantColumn(),
  /** The work that its acceptance began. */
  engagementId: idColumn('engagement')(),
  /** When that work ended. From then on the same need and offer may be introduced again. */
  workEndedAt: instantColumn(),
  /** Value of each factor at the time of the proposal. Ranking models are fitted to these. */
  factors: jsonb().$type<PairFactors>().notNull(),
  /** Null for rings, for rows of earlier versions, and after an erasure. */
  proposal: jsonb().$type<Proposal>(),
  version: integer().notNull(),
  createdAt: instantColumn().notNull(),
  updatedAt: instantColumn().notNull(),
})

export type IntroductionRow = typeof introductions.$inferSelect
export type AcceptedIntroduction = IntroductionRow & { engagementId: Id<'engagement'> }
