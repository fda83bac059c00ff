import { sql } from 'drizzle-orm'
import { boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import { minorBands, postedColumns } from '../../postings/index.ts'
import type { CandidateInput } from './candidates.schemas.ts'

/** The posted fields that have no column of their own. */
export type Profile = Omit<CandidateInput, 'program_id' | 'status' | 'external_id'>

export const candidates = pgTable(
  'candidates',
  {
    ...postedColumns('candidate'),
    programId: idColumn('program')().notNull(),
    status: text().$type<NonNullable<CandidateInput['status']>>().notNull(),
    sharesProfile: boolean().notNull(),
    profile: jsonb().$type<Profile>().notNull(),
    /** Names and e-mails of records that were merged into this one. */
    formerTexts: text().array().notNull(),
    /** The e-mails among them, in the form in which equal ones are equal. */
    formerEmails: text().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
const { profile, status, sharesProfile } = candidates
/** As `lacksGuardianConsent` says it. */
const lacksConsent = sql`coalesce(${profile} ->> 'age_band' = any(${sql.param(minorBands)}::text[])
  and ${profile} ->> 'age_over_18' is distinct from 'true' and ${profile} -> 'guardian_consent' is null, false)`
/** As `is_ranked` shows it. */
export const isRanked = sql<boolean>`(${status} = 'open' and ${sharesProfile} and not ${lacksConsent})`
export type CandidateRow = typeof candidates.$inferSelect

/** Tombstones: that there was one, and nothing of the person. */
export const erasedCandidates = pgTable(
  'erased_candidates',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('candidate')().notNull(),
    erasedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
