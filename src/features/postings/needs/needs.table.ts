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
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { GivenSkillRead, WantedSkillRead } from '../../skills/index.ts'
import type { MinimumAge } from '../ages.ts'
import { postedColumns } from '../posted.table.ts'
import type { StoredSession } from '../sessions/sessions.schemas.ts'
import type { NeedInput } from './needs.schemas.ts'

export const needs = pgTable(
  'needs',
  {
    ...postedColumns('need'),
    organizationId: idColumn('org')().notNull(),
    status: text().$type<NonNullable<NeedInput['status']>>().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    skills: jsonb().$type<WantedSkillRead[]>().notNull(),
    accepts: text().array().$type<NeedInput['accepts']>().notNull(),
    modality: text().$type<NeedInput['modality']>().notNull(),
    location: jsonb().$type<NonNullable<NeedInput['location']>>(),
    maxDistanceKm: doublePrecision(),
    hoursPerWeek: doublePrecision(),
    startsOn: date(),
    endsOn: date(),
    deadlineAt: instantColumn(),
    availability: jsonb().$type<NonNullable<NeedInput['availability']>>(),
    requires: text().array().notNull(),
    minimumAge: integer().$type<MinimumAge>(),
    gives: jsonb().$type<GivenSkillRead[]>().notNull(),
    budget: jsonb().$type<NonNullable<NeedInput['budget']>>(),
    positions: integer().notNull(),
    sessions: jsonb().$type<StoredSession[]>().notNull().default([]),
    brief: jsonb().$type<NonNullable<NeedInput['brief']>>(),
    visibility: text().$type<NeedInput['visibility']>().notNull(),
    alertMinScore: doublePrecision(),
    inferSkills: boolean().notNull().default(true),
    /** False keeps the need off public pages. */
    isPublic: boolean().notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export type NeedRow = typeof needs.$inferSelect
