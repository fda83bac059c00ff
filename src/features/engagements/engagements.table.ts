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

/** Skills of the work when it began, because the need may change or be erased. */
export interface EngagedSkill {
  label: string
  /** Id in the taxonomy; null for an unknown skill. */
  skill: string | null
}

/** A check-in that was dropped from the plan. Calendars show it as cancelled. Times are RFC 3339. */
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
  /** Weekly hours of the helper while the work is active. Null if nobody gave any. */
  hoursPerWeek: doublePrecision(),
  /** Sessions that both sides agreed on. */
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
    /**
     * Partners and kind of the engagement, which never change. Never empty: a trigger fills them for the previous version.
     */
    needPartnerId: idColumn('partner')(),
    offerPartnerId: idColumn('partner')(),
    kind: text().$type<EngagementRow['kind']>(),
    workedOn: date().notNull(),
    hours: doublePrecision().notNull(),
    loggedBy: text().$type<Side>().notNull(),
    status: text('state').$type<'logged' | 'confirmed' | 'disputed'>().notNull(),
    disputeReason: text(),
    /** When the work of the entry began and ended, if that was given instead of a sum. */
    startsAt: instantColumn(),
    endsAt: instantColumn(),
    /** The attended session, if the entry was logged for one. */
    sessionId: idColumn('session')(),
    /** The confirmed entry that this one corrects. Only corrections may have negative hours: they are the difference. */
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
