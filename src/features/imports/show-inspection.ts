import type { z } from 'zod'
import { didYouMean } from '../../shared/did-you-mean.ts'
import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns.ts'
import { ignoredHeaders, wordsFor } from './columns/headers.ts'
import { isLeftOut } from './columns/left-out.ts'
import { cellAt } from './columns/placed-columns.ts'
import { valueAt } from './columns/read-value.ts'
import { storedNotice } from './details.ts'
import { showOptions } from './file-options.schemas.ts'
import type { importInspection } from './imports.schemas.ts'
import type { ImportType, StoredRemark } from './imports.table.ts'
import type { Inspection } from './inspect-file.ts'
import { showFailure, showFileNotice, showImportRow } from './show-import.ts'
import { suggestDefault } from './suggest-default.ts'

type Shown = z.output<typeof importInspection>

const MAX_SAMPLES = 3
const MAX_SAMPLE_CHARS = 200
const MAX_CANDIDATES = 5

/** Returns an inspection in the form that the API sends. */
export function showInspection(type: ImportType, inspection: Inspection): Shown {
  const { facts, notices, failure, rows, results, options } = inspection
  const count = (outcome: string) => results.filter((one) => one.outcome === outcome).length
  return {
    type,
    file: facts && {
      header_line: facts.headerLine,
      separator: facts.separator,
      encoding: facts.encoding,
      sheets: facts.sheets,
      sheet: facts.sheet,
    },
    options: showOptions(options),
    columns: inspection.headers.map((_, at) => showColumn(type, inspection, at)),
    missing: inspection.missing.map((column) => ({
      column: column.name,
      example: column.example,
      candidates: candidatesFor(column, inspection),
    })),
    suggested_defaults: Object.fromEntries(
      inspection.missing.flatMap((column) => Object.entries(suggestDefault(type, column) ?? {})),
    ),
    notices: notices.map(storedNotice).map(showFileNotice),
    failure: showFailure(failure),
    rows_read: rows.length,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    rows: results.filter(({ faults, notices }) => faults || notices).map(showImportRow),
  }
}

function showColumn(type: ImportType, inspection: Inspection, at: number): Shown['columns'][number] {
  const { header = '', column = null } = inspection.headers[at] ?? {}
  const isIgnored =
    ignoredHeaders(inspection.headers.slice(at, at + 1), inspection.options.columns).length > 0
  const names = columnsOf[type].flatMap((one) => wordsFor(one).map((known) => [known, one.name] as const))
  const known = new Map(names)
  const similar = isIgnored ? didYouMean(header, known.keys()) : undefined
  return {
    header,
    column,
    did_you_mean: similar === undefined ? null : (known.get(similar) ?? null),
    samples: samplesOf(inspection, at).map(({ remark, ...sample }) => ({
      ...sample,
      detail: remark?.message ?? null,
    })),
  }
}

/** A cell of a column, the value read from it, and the remark on it. */
export interface Sample {
  line: number
  cell: string
  value: unknown
  remark: StoredRemark | null
}

/** Returns the first distinct cells of a column. */
export function samplesOf({ rows, placed, results }: Inspection, at: number): Sample[] {
  const one = placed.find((column) => column.at.includes(at))
  const seen = new Set<string>()
  return rows.flatMap(({ cells, line, patch, externalId, isRead }, row) => {
    const cell = cellAt(cells, at)
    if (cell === '' || seen.has(cell) || seen.size >= MAX_SAMPLES) return []
    seen.add(cell)
    const isOwn = ({ column }: StoredRemark) => one !== undefined && column === one.column.name
    const refusal = results[row]?.faults?.find(isOwn)
    const own = refusal ?? results[row]?.notices?.find(isOwn)
    // Most notices report how a value was read; the value is kept.
    const isKept = !refusal && !(own && isLeftOut(own))
    const value = one?.column.name === 'external_id' ? externalId : one && valueAt(patch, one.column.path)
    const isShown = isKept && isRead && value !== undefined
    return [
      {
        line,
        cell: cell.slice(0, MAX_SAMPLE_CHARS),
        value: isShown ? value : null,
        remark: own ?? null,
      },
    ]
  })
}

/** Finds unknown headers that may stand for a missing column, by a similar name or by their cells. */
function candidatesFor(column: Column, { headers, rows }: Inspection): string[] {
  const { name } = column
  const free = headers.flatMap(({ header, column }, at) =>
    column === null && header.trim() !== '' ? [{ header, at }] : [],
  )
  const words = wordsFor(column).map(lettersOf)
  const ranked = free.map(({ header, at }) => {
    const letters = lettersOf(header)
    const isNamed = words.some((word) => letters.includes(word) || didYouMean(header, [word]) !== undefined)
    const cells = rows.map((row) => cellAt(row.cells, at)).filter((cell) => cell !== '')
    return { header, score: (isNamed ? 2 : 0) + (looksLike(name, cells, rows.length) ? 1 : 0) }
  })
  return ranked
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_CANDIDATES)
    .map(({ header }) => header)
}

/** Tells whether cells look like those of a column. Only e-mail addresses and ids can be recognized. */
function looksLike(name: string, cells: readonly string[], rows: number): boolean {
  if (cells.length === 0) return false
  if (name === 'email') return cells.every((cell) => cell.includes('@') && !cell.includes(' '))
  if (name !== 'external_id') return false
  const isKey = cells.length === rows && new Set(cells).size === rows
  return isKey && cells.every((cell) => /^[\p{L}\p{N}._-]{1,40}$/u.test(cell) && /\d/.test(cell))
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
