import type { OpenSheet } from './files/table.ts'
import type { FileNotice, Headers } from './imports.table.ts'
import { joined, quoted } from './values/reading.ts'

const MOST_NAMED = 30

/** Says which other sheets of the workbook hold something. */
export function noticesOfSheets(sheet: OpenSheet | null): FileNotice[] {
  if (!sheet || sheet.others.length === 0) return []
  const others = sheet.others.map(({ name, isVisible }) => quoted(name) + (isVisible ? '' : ' (hidden)'))
  const which = others.length === 1 ? 'One more sheet was' : 'More sheets were'
  const message = `${which} left out: ${joined(others)}. To import another sheet, name it with sheet=.`
  return [{ code: 'sheets_ignored', message }]
}

/** Says which hidden columns were read: a hidden column often holds the ids, which nobody wants to look at. */
export function noticesOfHiddenColumns(sheet: OpenSheet | null, headers: Headers): FileNotice[] {
  const hidden = headers.flatMap(({ header, column }, at) =>
    column !== null && sheet?.hiddenColumns.has(at) ? [quoted(header.trim())] : [],
  )
  if (hidden.length === 0) return []
  const which = hidden.length === 1 ? 'A hidden column was' : 'Hidden columns were'
  const more = hidden.length > MOST_NAMED ? [`${hidden.length - MOST_NAMED} more`] : []
  const named = joined([...hidden.slice(0, MOST_NAMED), ...more])
  const message = `${which} read too: ${named}. To leave a column out, give its header null in \`columns\`.`
  return [{ code: 'columns_hidden', message }]
}

/**
 * What an office should know of the rows once they are read. Hidden rows are left out: most are hidden by a filter, that is,
 * by somebody who chose the others. A row that is missing can be imported later; a student who was made known cannot be
 * taken back.
 */
export function noticesOfHiddenRows(sheet: OpenSheet | null): FileNotice[] {
  if (!sheet || sheet.hiddenRows.count === 0) return []
  const { count, ranges, areAllNamed } = sheet.hiddenRows
  const named = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ')
  const which = count === 1 ? 'One hidden row was' : `${count} hidden rows were`
  const rows = `${count === 1 ? 'row' : 'rows'} ${named}${areAllNamed ? '' : ' and others'}`
  const message = `${which} left out: ${rows}. To import them, show all rows of the sheet and upload it again.`
  return [{ code: 'rows_hidden', message }]
}
