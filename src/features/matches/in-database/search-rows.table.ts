import {
  bigint,
  boolean,
  integer,
  json,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { StoredPosting } from '../../../engines/matching/index.ts'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'

const searchColumns = {
  /** A sandbox, or 0. */
  market: uuid().notNull(),
  flags: integer().notNull(),
  startsDay: integer('starts_day').notNull(),
  endsDay: integer('ends_day').notNull(),
  skills: text().array().notNull(),
  hints: text().array().notNull(),
  foundBy: text('found_by').array().notNull(),
  stems: text().array().notNull(),
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
    /** Of words. Written by the database. */
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
