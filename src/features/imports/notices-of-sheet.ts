import { message } from '../../shared/messages/index.ts'
import type { OpenSheet } from './files/table.ts'
import type { FileNotice, Headers } from './imports.table.ts'
import { shortened } from './values/reading.ts'

const MOST_NAMED = 30

/** Reports which other sheets of the workbook have content. */
export function noticesOfSheets(sheet: OpenSheet | null): FileNotice[] {
  if (!sheet || sheet.others.length === 0) return []
  const sheets = sheet.others.map(({ name, isVisible }) => ({ name: shortened(name), isVisible }))
  return [{ code: 'sheets_ignored', details: [message('import_sheets_ignored', { sheets })] }]
}

/** Reports which hidden columns were read: the ids are often in a hidden column. */
export function noticesOfHiddenColumns(sheet: OpenSheet | null, headers: Headers): FileNotice[] {
  const hidden = headers.flatMap(({ header, column }, at) =>
    column !== null && sheet?.hiddenColumns.has(at) ? [shortened(header.trim())] : [],
  )
  if (hidden.length === 0) return []
  const headersShown = hidden.slice(0, MOST_NAMED)
  const more = Math.max(0, hidden.length - MOST_NAMED)
  const details = [message('import_columns_hidden', { headers: headersShown, more })]
  return [{ code: 'columns_hidden', details }]
}

/**
 * Reports hidden rows, once all rows are read. They are left out: most are hidden by a filter, by somebody who chose the
 * others. A missing row can be imported later, but disclosing a student can't be undone.
 */
export function noticesOfHiddenRows(sheet: OpenSheet | null): FileNotice[] {
  if (!sheet || sheet.hiddenRows.count === 0) return []
  const { count, ranges, areAllNamed } = sheet.hiddenRows
  const named = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
  const details = [message('import_rows_hidden', { count, ranges: named, areMore: !areAllNamed })]
  return [{ code: 'rows_hidden', details }]
}
