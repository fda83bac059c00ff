import { sql } from 'drizzle-orm'
import { boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import { minorBands, postedColumns } from '../../postings/index.ts'
import type { CandidateInput } from './candidates.schemas.ts'

/** Posted fields without a column of their own. */
export type Profile = Omit<CandidateInput, 'program_id' | 'status' | 'external_id'>

export const candidates = pgTable(
  'candidates',
  {
    ...postedColumns('candidate'),
    programId: idColumn('program')().notNull(),
    status: text().$type<NonNullable<CandidateInput['status']>>().notNull(),
    sharesProfile: boolean().notNull(),
    profile: jsonb().$type<Profile>().notNull(),
    /** Names and e-mail addresses of records that were merged into this one. */
    formerTexts: text().array().notNull(),
    /** Normalized e-mail addresses among them. */
    formerEmails: text().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
const { profile, status, sharesProfile } = candidates
/** SQL form of `lacksGuardianConsent`. */
const lacksConsent = sql`coalesce(${profile} ->> 'age_band' = any(${sql.param(minorBands)}::text[])
  and ${profile} ->> 'age_over_18' is distinct from 'true' and ${profile} -> 'guardian_consent' is null, false)`
/** SQL form of the shown field `is_ranked`. */
export const isRanked = sql<boolean>`(${status} = 'open' and ${sharesProfile} and not ${lacksConsent})`
export type CandidateRow = typeof candidates.$inferSelect

/** Tombstones of erased candidates, without any personal data. */
export const erasedCandidates = pgTable(
  'erased_candidates',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('candidate')().notNull(),
    erasedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
