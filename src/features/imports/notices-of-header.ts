import { didYouMean } from '../../shared/did-you-mean.ts'
import type { Column } from './columns/column.ts'
import { ignoredHeaders, missingHeaders } from './columns/headers.ts'
import { lacksIds, type PlacedColumns } from './columns/placed-columns.ts'
import type { FileOptions } from './file-options.ts'
import type { FileNotice, Headers, ImportType } from './imports.table.ts'
import { goesByTitle, TITLE_IS_KEY } from './keyless-types.ts'
import { howToGiveAll } from './suggest-default.ts'
import { joined } from './values/reading.ts'

/** Headers that are named in a notice. A file may have thousands. */
const MOST_NAMED = 30

/** How the rows of a table without ids are known. */
export function noticesOfKey(type: ImportType, placed: PlacedColumns): FileNotice[] {
  return goesByTitle(type) && lacksIds(placed) ? [TITLE_IS_KEY] : []
}

/** What an office should know of the header of a file: columns that are left out, and chosen headers that are not there. */
export function noticesOfHeader(
  headers: Headers,
  { columns }: Pick<FileOptions, 'columns'>,
  known: readonly Column[],
): FileNotice[] {
  const used = new Set(headers.map(({ column }) => column))
  const unused = known.map(({ name }) => name).filter((name) => !used.has(name))
  const ignored = ignoredHeaders(headers, columns).map((header) => {
    const similar = didYouMean(header, unused)
    return similar === undefined ? header : `${header} (did you mean ${similar}?)`
  })
  const missing = missingHeaders(headers, columns)
  const which = ignored.length === 1 ? 'This column was' : 'These columns were'
  return [
    ...(ignored.length > 0
      ? [{ code: 'columns_ignored', message: `${which} left out: ${ignored.join(', ')}.` }]
      : []),
    ...(missing.length > 0 ? [{ code: 'headers_missing', message: missingMessage(missing, headers) }] : []),
  ]
}

function missingMessage(missing: readonly string[], headers: Headers): string {
  const read = headers.map(({ header }) => header.trim()).filter((header) => header !== '')
  const named = missing.map((header) => {
    const similar = didYouMean(header, read)
    return `“${header}”${similar === undefined ? '' : ` (did you mean “${similar}”?)`}`
  })
  const listed = read.slice(0, MOST_NAMED).join(', ')
  const more = read.length > MOST_NAMED ? ` and ${read.length - MOST_NAMED} more` : ''
  return `The file has no header ${named.join(', ')}, which \`columns\` names. Its headers are: ${listed}${more}.`
}

/** What new records need and the file lacks, once for the file. Existing records can be changed without it. */
export function noticesOfMissing(type: ImportType, missing: readonly Column[]): FileNotice[] {
  if (missing.length === 0) return []
  const message = `The file has no ${missing.length === 1 ? 'column' : 'columns'} ${joined(missing.map(({ name }) => name))}. New records can't be created without. ${howToGiveAll(type, missing)}`
  return [{ code: 'columns_missing', message }]
}
