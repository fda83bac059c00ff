import { boolean, doublePrecision, jsonb, pgView } from 'drizzle-orm/pg-core'
import { idColumn } from '../../platform/db/index.ts'
import type { AgreedSession } from './sessions/sessions.schemas.ts'

/**
 * Engagements that were not broken off, as postings see them: features above engagements add up from these rows what a
 * helper or a need has left. A view of the database, so that nothing is counted twice or kept beside the work.
 */
export const promisedWork = pgView('promised_work', {
  id: idColumn('engagement')().notNull(),
  needPartnerId: idColumn('partner')().notNull(),
  needId: idColumn('need')().notNull(),
  offerPartnerId: idColumn('partner')().notNull(),
  offerId: idColumn('offer')().notNull(),
  helperId: idColumn('helper')().notNull(),
  /** Completed work keeps its position and takes no hours any more. */
  isUnderWay: boolean().notNull(),
  hoursPerWeek: doublePrecision(),
  sessions: jsonb().$type<AgreedSession[]>().notNull(),
}).existing()
