import {
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../platform/db/index.ts'
import { type Side, twoSidedColumns } from '../introductions/index.ts'
import type { AgreedSession } from '../postings/index.ts'
import type { EngagementStatus, Plan } from './engagements.schemas.ts'

/** What the work was about when it began: the need may change, or be erased. */
export interface EngagedSkill {
  label: string
  /** The id of the taxonomy; null for what nobody knows. */
  skill: string | null
}

/** A check-in that was planned once. Calendars show it as cancelled. Times are RFC 3339. */
export interface DroppedCheckIn {
  place: number
  starts_at: string
  ends_at: string
}

export const engagements = pgTable('engagements', {
  id: idColumn('engagement')().primaryKey(),
  introductionId: idColumn('introduction')().notNull(),
  ...twoSidedColumns(),
  kind: text().$type<'volunteer' | 'intern' | 'barter' | 'paid'>().notNull(),
  title: text().notNull(),
  skills: jsonb().$type<EngagedSkill[]>().notNull(),
  /** Of the helper's time, while the work is under way. Null if nobody said. */
  hoursPerWeek: doublePrecision(),
  /** As both sides agreed on them. */
  sessions: jsonb().$type<AgreedSession[]>().notNull().default([]),
  plan: jsonb().$type<Plan>().notNull(),
  droppedCheckIns: jsonb().$type<DroppedCheckIn[]>().notNull(),
  status: text('state').$type<EngagementStatus>().notNull(),
  doneBy: text().array().$type<Side[]>().notNull(),
  endedBy: text().$type<Side>(),
  endReason: text(),
  startedAt: instantColumn().notNull(),
  endedAt: instantColumn(),
  /** When each side last changed the plan or marked the work as done. */
  needActiveAt: instantColumn(),
  offerActiveAt: instantColumn(),
  version: integer().notNull(),
  createdAt: instantColumn().notNull(),
  updatedAt: instantColumn().notNull(),
})
export type EngagementRow = typeof engagements.$inferSelect

export const engagementHours = pgTable(
  'engagement_hours',
  {
    engagementId: idColumn('engagement')().notNull(),
    id: idColumn('hours')().notNull(),
    /** The partners and the kind of the engagement, which never change. Never empty: a trigger names them for the version before. */
    needPartnerId: idColumn('partner')(),
    offerPartnerId: idColumn('partner')(),
    kind: text().$type<EngagementRow['kind']>(),
    workedOn: date().notNull(),
    hours: doublePrecision().notNull(),
    loggedBy: text().$type<Side>().notNull(),
    status: text('state').$type<'logged' | 'confirmed' | 'disputed'>().notNull(),
    disputeReason: text(),
    /** When the work of the entry began and ended, if that was said instead of a sum. */
    startsAt: instantColumn(),
    endsAt: instantColumn(),
    /** The session that was attended, if the entry was logged for one. */
    sessionId: idColumn('session')(),
    /** The confirmed entry that this one corrects. Only then hours may be negative: they are the difference. */
    correctsId: idColumn('hours')(),
    correctionReason: text(),
    version: integer().notNull(),
    createdAt: instantColumn().notNull(),
    answeredAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.id] })],
)
export type HoursRow = typeof engagementHours.$inferSelect

export const retrospectives = pgTable(
  'retrospectives',
  {
    engagementId: idColumn('engagement')().notNull(),
    side: text().$type<Side>().notNull(),
    outcome: integer().notNull(),
    again: boolean().notNull(),
    hoursSpent: doublePrecision().notNull(),
    obstacles: text().array().notNull(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.side] })],
)
export type RetrospectiveRow = typeof retrospectives.$inferSelect
