import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { idColumn } from '../../platform/db/index.ts'

/**
 * Needs and offers that their own partner has committed to a ring, until the ring closes or ends. Meanwhile no other
 * barter may use them.
 */
export const ringHolds = pgTable(
  'ring_holds',
  {
    partnerId: idColumn('partner')().notNull(),
    /** The UUID of a need or an offer. */
    id: uuid().notNull(),
    ringId: idColumn('ring')().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
