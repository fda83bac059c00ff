import { json, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { bytesColumn, idColumn } from '../../../platform/db/index.ts'

/**
 * A skill, its confidence, and the words that express it. For a hint, null comes before the words. In the order of the
 * reading.
 */
export type StoredSkill =
  | readonly [skill: string, confidence: number, because: readonly string[]]
  | readonly [skill: string, confidence: number, because: null, ofHint: readonly string[]]

const readingColumns = {
  /** See `hashOfReading`. */
  madeFrom: bytesColumn().notNull(),
  skills: json().$type<readonly StoredSkill[]>().notNull(),
}

export const needReadings = pgTable(
  'need_readings',
  { partnerId: idColumn('partner')().notNull(), needId: idColumn('need')().notNull(), ...readingColumns },
  (table) => [primaryKey({ columns: [table.partnerId, table.needId] })],
)

export const offerReadings = pgTable(
  'offer_readings',
  { partnerId: idColumn('partner')().notNull(), offerId: idColumn('offer')().notNull(), ...readingColumns },
  (table) => [primaryKey({ columns: [table.partnerId, table.offerId] })],
)
