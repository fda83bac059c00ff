import { showOptions } from './file-options.schemas.ts'
import { optionsOf } from './file-options.ts'
import type { ImportRowShown, ImportShown } from './imports.schemas.ts'
import type {
  Failure,
  ImportRow,
  ImportRun,
  KeptRecords,
  StoredNotice,
  StoredRemark,
} from './imports.table.ts'
import { describeFollowed } from './undo/what-followed.ts'

/** Returns an import in the form that the API sends. */
export function showImport(run: ImportRun): ImportShown {
  return {
    id: run.id,
    type: run.type,
    mode: run.mode,
    format: run.format,
    encoding: run.encoding,
    program_id: run.programId,
    cohort_id: run.cohortId,
    status: run.status,
    failure: showFailure(run.failure),
    columns: run.headers,
    options: showOptions(optionsOf(run)),
    bytes: run.bytes,
    rows_read: run.rowsRead,
    created: run.created,
    updated: run.updated,
    unchanged: run.unchanged,
    rejected: run.rejected,
    rows_with_notices: run.noticed,
    notices: (run.notices ?? []).map(showFileNotice),
    rows_per_second: rateOf(run),
    created_at: run.createdAt.toISOString(),
    started_at: run.startedAt?.toISOString() ?? null,
    ended_at: run.endedAt?.toISOString() ?? null,
    undone_at: run.undoneAt?.toISOString() ?? null,
    kept: run.kept && { count: run.kept.count, named: run.kept.named.map(showKept) },
  }
}

export function showFailure(failure: Failure | null): { code: string; detail: string } | null {
  return failure && { code: failure.code, detail: failure.detail }
}

function showKept({ id, code }: KeptRecords['named'][number]) {
  return { id, code, detail: describeFollowed(code) }
}

/** Returns the rows per second, or null if it can't be estimated yet. */
function rateOf({ startedAt, endedAt, updatedAt, rowsRead }: ImportRun): number | null {
  if (!startedAt || rowsRead === 0) return null
  const seconds = ((endedAt ?? updatedAt).getTime() - startedAt.getTime()) / 1000
  return seconds > 0 ? Math.round(rowsRead / seconds) : null
}

export function showImportRow(
  row: Pick<ImportRow, 'number' | 'line' | 'outcome' | 'externalId' | 'resourceId' | 'faults' | 'notices'>,
): ImportRowShown {
  return {
    number: row.number,
    line: row.line,
    outcome: row.outcome,
    external_id: row.externalId,
    resource_id: row.resourceId,
    errors: (row.faults ?? []).map(showRemark),
    notices: (row.notices ?? []).map(showRemark),
  }
}

export function showFileNotice({ code, message }: StoredNotice): { code: string; detail: string } {
  return { code, detail: message }
}

/** Converts a remark to the form of an error in a problem. */
function showRemark({ column, code, message, value }: StoredRemark): ImportRowShown['errors'][number] {
  return { pointer: column, code, detail: message, value }
}
