import type { WriteContext } from '../../platform/events/index.ts'
import type { Fault } from '../../shared/errors.ts'
import type { Merge, Merged, MergeMany } from '../postings/index.ts'
import type { RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'
import { withoutRefused } from './without-refused.ts'

/** Finds what the office should know of each merge, such as a skill that is not understood. In the order of the merges. */
export type FindNotices = (ctx: WriteContext, merges: readonly Merge[]) => Promise<Fault[][]>

export interface MergeRowsPorts {
  merge: MergeMany
  findNotices: FindNotices
  toMerge(row: SourceRow): Merge
  /** Turns what is said of a body into what is said of its row. */
  remarksOn(row: SourceRow): (fault: Fault) => RowRemark
  dryRun: boolean
}

/** A row with all its notices, and what became of it. No result for a row that was refused before. */
export interface MergedRow {
  row: SourceRow
  result: Merged | undefined
}

/**
 * Merges the rows that can be read. A value that is refused but not needed costs the value alone: the row is merged
 * without it, and a notice says so.
 */
export async function mergeRows(
  ctx: WriteContext,
  rows: readonly SourceRow[],
  ports: MergeRowsPorts,
): Promise<MergedRow[]> {
  const tried = await mergeOnce(ctx, rows, ports)
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

async function mergeOnce(
  ctx: WriteContext,
  rows: readonly SourceRow[],
  { merge, findNotices, toMerge, remarksOn, dryRun }: MergeRowsPorts,
): Promise<MergedRow[]> {
  const good = rows.filter((row) => !row.fault)
  const merges = good.map(toMerge)
  const notices = await findNotices(ctx, merges)
  const results = await merge(ctx, { merges, dryRun })
  const mergedOf = new Map<SourceRow, MergedRow>(
    good.map((row, at) => {
      const all = [...row.notices, ...(notices[at] ?? []).map(remarksOn(row))]
      return [row, { row: { ...row, notices: all.filter(isFirstOfItsKind) }, result: results[at] }]
    }),
  )
  return rows.map((row) => mergedOf.get(row) ?? { row, result: undefined })
}

/** The file and the database may both tell that two records look alike. */
function isFirstOfItsKind({ column, code }: RowRemark, at: number, all: readonly RowRemark[]): boolean {
  return all.findIndex((one) => one.column === column && one.code === code) === at
}

/** Finds the notices of several searches. */
export function joinNotices(...searches: readonly FindNotices[]): FindNotices {
  return async (ctx, merges) => {
    const found: Fault[][][] = []
    for (const search of searches) found.push(await search(ctx, merges))
    return merges.map((_, at) => found.flatMap((notices) => notices[at] ?? []))
  }
}
