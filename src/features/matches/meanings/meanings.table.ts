import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytesColumn, idColumn } from '../../../platform/db/index.ts'

const meaningColumns = {
  model: text().notNull(),
  postingVersion: integer().notNull(),
  textHash: bytesColumn().notNull(),
  /** Of the columns that the text was made of. Null if a version before has read them. */
  postedHash: bigint({ mode: 'bigint' }),
  vector: bytesColumn(),
}

export const needMeanings = pgTable(
  'need_meanings',
  { partnerId: idColumn('partner')().notNull(), needId: idColumn('need')().notNull(), ...meaningColumns },
  (table) => [primaryKey({ columns: [table.partnerId, table.needId] })],
)

export const offerMeanings = pgTable(
  'offer_meanings',
  { partnerId: idColumn('partner')().notNull(), offerId: idColumn('offer')().notNull(), ...meaningColumns },
  (table) => [primaryKey({ columns: [table.partnerId, table.offerId] })],
)
