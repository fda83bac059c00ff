import type { WriteContext } from '../../platform/events/index.ts'
import type { Fault } from '../../shared/errors.ts'
import { claimEmails, type Merge, type Merged } from '../postings/index.ts'
import { emailIn } from './find-twins.ts'
import { type RowPorts, withFurtherFaults } from './further-faults.ts'
import type { ImportRun, ImportType, RowRemark } from './imports.table.ts'
import { withRecords } from './records-by-email.ts'
import type { SourceRow } from './source-row.ts'
import { findStoredTwins } from './stored-twins.ts'
import { noticeTwins } from './twin-notices.ts'
import { withoutRefused } from './without-refused.ts'

/** Finds notices for each merge, such as unknown skills, in the order of the merges. */
export type FindNotices = (ctx: WriteContext, merges: readonly Merge[]) => Promise<Fault[][]>

export interface MergeRowsPorts extends RowPorts {
  findNotices: FindNotices
  dryRun: boolean
  importId?: ImportRun['id'] | undefined
}

/** A row with all its notices, and the result of merging it. Rows that were refused before have no result. */
export interface MergedRow {
  row: SourceRow
  result: Merged | undefined
}

/**
 * Merges the rows that can be read. If an optional value is refused, the row is merged without it and gets a notice. A
 * refused row has all its faults.
 */
export async function mergeRows(
  ctx: WriteContext,
  rows: readonly SourceRow[],
  ports: MergeRowsPorts,
): Promise<MergedRow[]> {
  await claimEmailsOf(ctx, rows, ports)
  const checked = await withFurtherFaults(ctx, await withRecords(ctx, rows, ports), ports)
  const tried = await mergeOnce(ctx, await withTwins(ctx, checked, ports), ports)
  const lighter = new Map(
    tried.flatMap(({ row, result }) => {
      const lighterRow = result?.outcome === 'rejected' ? withoutRefused(row, result.faults, ports) : null
      return lighterRow ? [[row, lighterRow] as const] : []
    }),
  )
  if (lighter.size === 0) return tried
  const again = await mergeOnce(ctx, [...lighter.values()], ports)
  const accepted = new Map([...lighter.keys()].map((row, at) => [row, again[at]]))
  return tried.map((first) => {
    const second = accepted.get(first.row)
    return second && second.result?.outcome !== 'rejected' ? second : first
  })
}

const kindOf: Readonly<Partial<Record<ImportType, Parameters<typeof claimEmails>[2]>>> = {
  candidates: 'candidate',
  helpers: 'helper',
  organizations: 'organization',
}

/**
 * Locks the e-mail addresses of these rows against requests and other imports that write records with them. Must be called
 * before rows are locked. Refused rows are skipped: they write nothing, and may contain what the database can't store.
 */
async function claimEmailsOf(
  { db, actor }: WriteContext,
  rows: readonly SourceRow[],
  { type, dryRun }: MergeRowsPorts,
): Promise<void> {
  const kind = kindOf[type]
  const emails = rows.flatMap(({ patch, faults }) => (faults.length > 0 ? [] : (emailIn(patch)?.key ?? [])))
  if (kind && !dryRun) await claimEmails(db, actor.partnerId, kind, emails)
}

async function mergeOnce(
  ctx: WriteContext,
  rows: readonly SourceRow[],
  { merge, findNotices, toMerge, remarksOn, dryRun, importId }: MergeRowsPorts,
): Promise<MergedRow[]> {
  const good = rows.filter((row) => row.faults.length === 0)
  const merges = good.map(toMerge)
  const notices = await findNotices(ctx, merges)
  const results = await merge(ctx, { merges, dryRun, ...(importId && { importId }) })
  const mergedOf = new Map<SourceRow, MergedRow>(
    good.map((row, at) => {
      const all = [...row.notices, ...(notices[at] ?? []).map(remarksOn(row))]
      return [row, { row: { ...row, notices: all.filter(isFirstWithCode) }, result: results[at] }]
    }),
  )
  return rows.map((row) => mergedOf.get(row) ?? { row, result: undefined })
}

/** Drops notices found a second time, when a row is merged again without a refused value. */
function isFirstWithCode({ column, code }: RowRemark, at: number, all: readonly RowRemark[]): boolean {
  return all.findIndex((one) => one.column === column && one.code === code) === at
}

/** Adds a notice to each row that looks like another record, whether or not it can be merged. */
async function withTwins(
  ctx: WriteContext,
  rows: readonly SourceRow[],
  { type, remarksOn }: MergeRowsPorts,
): Promise<SourceRow[]> {
  const searched = rows.filter(({ twins }) => twins)
  const stored = await findStoredTwins(ctx, type, searched)
  const noticesOf = new Map(
    searched.map((row, at) => [row, stored[at] ? noticeTwins(row, stored[at]).map(remarksOn(row)) : []]),
  )
  return rows.map((row) => {
    const notices = noticesOf.get(row) ?? []
    return notices.length === 0 ? row : { ...row, notices: [...row.notices, ...notices] }
  })
}

/** Combines several searches for notices into one. */
export function joinNotices(...searches: readonly FindNotices[]): FindNotices {
  return async (ctx, merges) => {
    const found: Fault[][][] = []
    for (const search of searches) found.push(await search(ctx, merges))
    return merges.map((_, at) => found.flatMap((notices) => notices[at] ?? []))
  }
}
