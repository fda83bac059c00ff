import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytesColumn, idColumn, instantColumn } from '../../platform/db/index.ts'
import type { FollowedCode } from '../postings/index.ts'
import type { GivenOptions } from './file-options.ts'
import type { Encoding } from './files/file-facts.ts'
import type { Failure, StoredNotice, StoredRemark } from './remarks.ts'

export type { Failure, FileNotice, RowRemark, StoredNotice, StoredRemark } from './remarks.ts'

export const importTypes = [
  'candidates',
  'needs',
  'offers',
  'organizations',
  'helpers',
  'candidate_preferences',
  'organization_preferences',
  'hours',
] as const
export type ImportType = (typeof importTypes)[number]
export const importStatuses = ['receiving', 'queued', 'running', 'done', 'failed', 'cancelled'] as const
export const outcomes = ['created', 'updated', 'unchanged', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

/** Headers of a CSV file, each with its column. */
export type Headers = { header: string; column: string | null }[]

/** Records that undoing an import left changed, because something depends on them. */
export interface KeptRecords {
  count: number
  named: { id: string; code: FollowedCode }[]
}

export const imports = pgTable(
  'imports',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('import')().notNull(),
    type: text().$type<ImportType>().notNull(),
    mode: text().$type<'dry_run' | 'apply'>().notNull(),
    format: text().$type<'csv' | 'ndjson' | 'xlsx'>().notNull(),
    /** Encoding of the file. Null until the file has arrived, and for workbooks. */
    encoding: jsonb().$type<Encoding>(),
    programId: idColumn('program')(),
    cohortId: idColumn('cohort')(),
    /** Null for imports that an earlier version started. */
    options: jsonb().$type<GivenOptions>(),
    status: text('state').$type<(typeof importStatuses)[number]>().notNull(),
    failure: jsonb().$type<Failure>(),
    headers: jsonb().$type<Headers>(),
    bytes: bigint({ mode: 'number' }).notNull(),
    rowsRead: integer().notNull(),
    created: integer().notNull(),
    updated: integer().notNull(),
    unchanged: integer().notNull(),
    rejected: integer().notNull(),
    /** Number of rows with notices. */
    noticed: integer().notNull(),
    /** Notices about the file as a whole. */
    notices: jsonb().$type<StoredNotice[]>(),
    claimedUntil: instantColumn(),
    /** Time until which the file is kept after the end, to be read again. Null: the file is deleted at the end. */
    keptUntil: instantColumn(),
    /** Number of rows that an earlier reading of the file found. */
    rowsExpected: integer(),
    /** Deleted imports of the same file, which this one has replaced. */
    replaces: idColumn('import')().array().notNull(),
    attempts: integer().notNull(),
    startedAt: instantColumn(),
    endedAt: instantColumn(),
    /** Time when the import was undone. */
    undoneAt: instantColumn(),
    /** For an undone import: records that stayed changed, up to `MOST_NAMED`. */
    kept: jsonb().$type<KeptRecords>(),
    createdAt: instantColumn().notNull(),
    updatedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type ImportRun = typeof imports.$inferSelect

/** When a process last took up an import of the partner. */
export const importTurns = pgTable('import_turns', {
  partnerId: idColumn('partner')().primaryKey(),
  servedAt: instantColumn().notNull(),
})

export const importChunks = pgTable(
  'import_chunks',
  {
    partnerId: idColumn('partner')().notNull(),
    importId: idColumn('import')().notNull(),
    number: integer().notNull(),
    data: bytesColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.importId, table.number] })],
)

/** A cell corrected by hand, which replaces the cell of the file. */
export const importCorrections = pgTable(
  'import_corrections',
  {
    partnerId: idColumn('partner')().notNull(),
    importId: idColumn('import')().notNull(),
    /** Number of the row in the file, from 1. */
    number: integer().notNull(),
    /** Number of the cell in the row, from 0. */
    position: integer().notNull(),
    cell: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.importId, table.number, table.position] })],
)
export type Correction = Pick<typeof importCorrections.$inferSelect, 'number' | 'position' | 'cell'>

export const importRows = pgTable(
  'import_rows',
  {
    partnerId: idColumn('partner')().notNull(),
    importId: idColumn('import')().notNull(),
    /** Number of the row in the file, from 1. */
    number: integer().notNull(),
    line: integer().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    externalId: text(),
    resourceId: text(),
    faults: jsonb().$type<StoredRemark[]>(),
    notices: jsonb().$type<StoredRemark[]>(),
    /** Stored only for rows that the report lists. */
    cells: text().array(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.importId, table.number] })],
)
export type ImportRow = typeof importRows.$inferSelect
