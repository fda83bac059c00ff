import { didYouMean } from '../../shared/did-you-mean.ts'
import { message } from '../../shared/messages/index.ts'
import type { Column } from './columns/column.ts'
import { ignoredHeaders, missingHeaders } from './columns/headers.ts'
import { lacksIds, type PlacedColumns } from './columns/placed-columns.ts'
import type { Detail } from './details.ts'
import type { FileOptions } from './file-options.ts'
import type { FileNotice, Headers, ImportType } from './imports.table.ts'
import { isIdentifiedByTitle, TITLE_IS_KEY } from './keyless-types.ts'
import { howToGiveAll } from './suggest-default.ts'

/** Most headers that a notice names. A file may have thousands. */
const MOST_NAMED = 30

/** Reports how rows of a table without ids are identified. */
export function noticesOfKey(type: ImportType, placed: PlacedColumns): FileNotice[] {
  return isIdentifiedByTitle(type) && lacksIds(placed) ? [TITLE_IS_KEY] : []
}

/** Reports columns that are left out, and chosen headers that the file lacks. */
export function noticesOfHeader(
  headers: Headers,
  { columns }: Pick<FileOptions, 'columns'>,
  known: readonly Column[],
): FileNotice[] {
  const used = new Set(headers.map(({ column }) => column))
  const unused = known.map(({ name }) => name).filter((name) => !used.has(name))
  const ignored = ignoredHeaders(headers, columns).map((header) => {
    return { header, similar: didYouMean(header, unused) ?? null }
  })
  const missing = missingHeaders(headers, columns)
  return [
    ...(ignored.length > 0
      ? [{ code: 'columns_ignored', details: [message('import_columns_ignored', { headers: ignored })] }]
      : []),
    ...(missing.length > 0 ? [{ code: 'headers_missing', details: [missingDetail(missing, headers)] }] : []),
  ]
}

function missingDetail(missing: readonly string[], headers: Headers): Detail {
  const read = headers.map(({ header }) => header.trim()).filter((header) => header !== '')
  return message('import_headers_missing', {
    missing: missing.map((header) => ({ header, similar: didYouMean(header, read) ?? null })),
    headers: read.slice(0, MOST_NAMED),
    more: Math.max(0, read.length - MOST_NAMED),
  })
}

/** Reports once what new records need and the file lacks. Existing records can be changed without it. */
export function noticesOfMissing(type: ImportType, missing: readonly Column[]): FileNotice[] {
  if (missing.length === 0) return []
  const lacks = message('import_columns_missing', { columns: missing.map(({ name }) => name) })
  return [{ code: 'columns_missing', details: [lacks, howToGiveAll(type, missing)] }]
}
