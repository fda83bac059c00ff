import { boolean, doublePrecision, jsonb, pgView } from 'drizzle-orm/pg-core'
import { idColumn } from '../../platform/db/index.ts'
import type { AgreedSession } from './sessions/sessions.schemas.ts'

/**
 * Engagements that were not broken off, from which features above engagements compute what a helper or a need has left. It
 * is a view of the database, so that nothing is counted twice or stored redundantly.
 */
export const promisedWork = pgView('promised_work', {
  id: idColumn('engagement')().notNull(),
  needPartnerId: idColumn('partner')().notNull(),
  needId: idColumn('need')().notNull(),
  offerPartnerId: idColumn('partner')().notNull(),
  offerId: idColumn('offer')().notNull(),
  helperId: idColumn('helper')().notNull(),
  /** Completed work keeps its position but takes no more hours. */
  isUnderWay: boolean().notNull(),
  hoursPerWeek: doublePrecision(),
  sessions: jsonb().$type<AgreedSession[]>().notNull(),
}).existing()
