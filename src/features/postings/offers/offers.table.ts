import { boolean, date, doublePrecision, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn } from '../../../platform/db/index.ts'
import type { OfferedSkillRead } from '../../skills/index.ts'
import type { StoredDays } from '../day-ranges.ts'
import { postedColumns } from '../posted.table.ts'
import type { OfferInput, StoredTerms } from './offers.schemas.ts'

export const offers = pgTable(
  'offers',
  {
    ...postedColumns('offer'),
    helperId: idColumn('helper')().notNull(),
    kind: text().$type<OfferInput['kind']>().notNull(),
    status: text().$type<NonNullable<OfferInput['status']>>().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    skills: jsonb().$type<OfferedSkillRead[]>().notNull(),
    modality: text().$type<OfferInput['modality']>().notNull(),
    location: jsonb().$type<NonNullable<OfferInput['location']>>(),
    maxDistanceKm: doublePrecision(),
    hoursPerWeek: doublePrecision(),
    startsOn: date(),
    endsOn: date(),
    availability: jsonb().$type<NonNullable<OfferInput['availability']>>(),
    /** Days on which the helper can come. Empty means any day. */
    dates: jsonb().$type<StoredDays[]>().notNull().default([]),
    notAvailable: jsonb().$type<StoredDays[]>().notNull().default([]),
    openTo: text().array().$type<OfferInput['open_to']>().notNull(),
    /** Whether it is derived from the candidate with the same id suffix. Only that candidate may change it. */
    isCandidate: boolean().notNull(),
    terms: jsonb().$type<StoredTerms>().notNull(),
    visibility: text().$type<OfferInput['visibility']>().notNull(),
    alertMinScore: doublePrecision(),
    inferSkills: boolean().notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export type OfferRow = typeof offers.$inferSelect
