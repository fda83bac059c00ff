import {
  bigint,
  boolean,
  doublePrecision,
  integer,
  json,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { StoredPosting } from '../../../engines/matching/index.ts'
import { bytesColumn, idColumn, instantColumn } from '../../../platform/db/index.ts'

const searchColumns = {
  /** Id of a sandbox, or 0. */
  market: uuid().notNull(),
  flags: integer().notNull(),
  says: integer().notNull(),
  startsDay: integer('starts_day').notNull(),
  endsDay: integer('ends_day').notNull(),
  postedDay: integer('posted_day').notNull(),
  languages: integer().notNull(),
  causes: integer().notNull(),
  returns: integer().notNull(),
  returnCount: integer('return_count').notNull(),
  x: doublePrecision(),
  y: doublePrecision(),
  z: doublePrecision(),
  ownX: doublePrecision('own_x'),
  ownY: doublePrecision('own_y'),
  ownZ: doublePrecision('own_z'),
  maxKm: doublePrecision('max_km'),
  hours: doublePrecision(),
  amount: doublePrecision(),
  trust: doublePrecision().notNull(),
  responsiveness: doublePrecision().notNull(),
  currency: text().notNull(),
  timeZone: text('time_zone').notNull(),
  skillBits: bytesColumn('skill_bits').notNull(),
  wordBits: bytesColumn('word_bits').notNull(),
  skills: integer().array().notNull(),
  foundBy: integer('found_by').array().notNull(),
  posting: json().$type<StoredPosting>().notNull(),
}

export const needSearchRows = pgTable(
  'need_search_rows',
  { partnerId: idColumn('partner')().notNull(), id: idColumn('need')().notNull(), ...searchColumns },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export const offerSearchRows = pgTable(
  'offer_search_rows',
  { partnerId: idColumn('partner')().notNull(), id: idColumn('offer')().notNull(), ...searchColumns },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export const marketCounts = pgTable(
  'market_counts',
  {
    market: uuid().notNull(),
    kind: smallint().notNull(),
    key: text().notNull(),
    count: bigint({ mode: 'number' }).notNull(),
    /** For words. Set by the database. */
    nearKeys: text('near_keys').array(),
  },
  (table) => [primaryKey({ columns: [table.market, table.kind, table.key] })],
)

export const marketChanges = pgTable(
  'market_changes',
  {
    partnerId: idColumn('partner')().notNull(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    market: uuid().notNull(),
    kinds: smallint().array().notNull(),
    keys: text().array().notNull(),
    by: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export const searchProgress = pgTable('search_progress', {
  one: boolean().primaryKey().default(true),
  program: text().notNull(),
  horizon: text().notNull(),
  followedAt: instantColumn('followed_at').notNull(),
  side: text().$type<'need' | 'offer'>(),
  afterPartner: uuid('after_partner'),
  afterPosting: uuid('after_posting'),
  isComplete: boolean('is_complete').notNull().default(false),
})
