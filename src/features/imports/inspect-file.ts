import type { Context, InTransaction } from '../../platform/events/index.ts'
import { clockOfPartner } from '../access/index.ts'
import { createRowCheck } from './check-row.ts'
import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns.ts'
import { prepareHeaders, readHeaders } from './columns/headers.ts'
import { lacksIds, type PlacedColumns, placeColumns } from './columns/placed-columns.ts'
import { readDefaults, withDefaults } from './columns/read-defaults.ts'
import { withColumnsShown } from './columns-shown-by-cells.ts'
import { ColumnsWithoutHeader } from './columns-without-header.ts'
import { findDateOrders, noticesOfDateOrders } from './date-orders.ts'
import { findDecimalSigns, noticesOfDecimalSigns } from './decimal-signs.ts'
import { failureWith } from './details.ts'
import { EMAIL_AS_KEY } from './email-key.ts'
import { type FileOptions, plainOptions } from './file-options.ts'
import { fileReadingContext } from './file-reading-context.ts'
import type { FileFacts } from './files/file-facts.ts'
import { openCsv } from './files/open-csv.ts'
import type { Table } from './files/table.ts'
import { type TemporaryFile, withTemporaryFile } from './files/temporary-file.ts'
import { openWorkbook } from './files/workbook/open-workbook.ts'
import { type BatchPorts, type BatchRun, mergeBatch } from './import-batches.ts'
import type { Failure, FileNotice, Headers, ImportRow, ImportType } from './imports.table.ts'
import { missingColumns, missingInRecords } from './needed-columns.ts'
import { noticesOfHeader, noticesOfKey } from './notices-of-header.ts'
import { noticesOfHiddenColumns, noticesOfHiddenRows, noticesOfSheets } from './notices-of-sheet.ts'
import { optionsWithProfile } from './profiles/use-profile.ts'
import { countColumns, createRowReader } from './read-csv.ts'
import { readHeadOfUpload, type UploadHead } from './read-head-of-upload.ts'
import { readJson } from './read-json.ts'
import { requireOptions } from './require-options.ts'
import { rowResult } from './row-result.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'
import { requireParents, type Upload } from './start-import.ts'

const MAX_INSPECTED_ROWS = 100

export interface InspectPorts extends Pick<BatchPorts, 'merge' | 'notice' | 'isKnownSkill'> {
  inTransaction: InTransaction
}

/** A row of the sample, as its import would report it. */
export type InspectedRow = Pick<
  ImportRow,
  'number' | 'line' | 'outcome' | 'externalId' | 'resourceId' | 'faults' | 'notices'
>

/** How an import would understand the head of a file. */
export interface Inspection {
  options: FileOptions
  /** Null for JSON, and for a file without a header. */
  facts: FileFacts | null
  headers: Headers
  placed: PlacedColumns
  /** Columns that a new record needs and the file lacks. */
  missing: readonly Column[]
  notices: FileNotice[]
  /** Why the file can't be read at all, or not beyond these rows. */
  failure: Failure | null
  rows: readonly SourceRow[]
  results: readonly InspectedRow[]
}

type SampleOfFile = Omit<Inspection, 'options' | 'results' | 'missing'>

/**
 * Reads the head of a file and reports how an import would understand it. Stores and changes nothing. Throws what starting
 * an import throws, except for limits on waiting imports.
 */
export function createInspectFile(ports: InspectPorts) {
  for (const columns of Object.values(columnsOf)) prepareHeaders(columns)
  return async function inspectFile(
    ctx: Context,
    given: Pick<Upload, 'type' | 'programId' | 'cohortId' | 'options' | 'profile' | 'format' | 'source'>,
  ): Promise<Inspection> {
    const upload = { ...given, options: await optionsWithProfile(ctx, given) }
    await requireOptions(ctx, upload)
    await requireParents(ctx, upload)
    const { type, programId, cohortId } = upload
    const options = { ...plainOptions, ...upload.options }
    const { key } = options
    const { format, sample } = await withTemporaryFile((file) => readSample(ports, upload, options, file))
    const known = { hasProgram: programId !== null, key }
    const missing =
      format === 'ndjson'
        ? missingInRecords(type, sample.rows, known)
        : missingColumns(type, sample.placed, known)
    const ofKey = sample.headers.length === 0 ? [] : noticesOfKey(type, sample.placed)
    const notices = [...sample.notices, ...ofKey, ...adviceOnKey(sample, missing)]
    const run: BatchRun = { type, programId, cohortId, format, mode: 'dry_run' }
    const results = await tryRows(ports, ctx, { run, key, sample })
    return { ...sample, notices, options, missing, results }
  }
}

async function readSample(
  ports: InspectPorts,
  { type, format, source }: Pick<Upload, 'type' | 'format' | 'source'>,
  options: FileOptions,
  file: TemporaryFile,
): Promise<{ format: BatchRun['format']; sample: SampleOfFile }> {
  const head = await readHeadOfUpload(source, file)
  const countKnown = (cells: readonly string[]) => countColumns(columnsOf[type], cells, options.columns)
  if (!head) {
    const open = () => openWorkbook(file, { countColumns: countKnown, sheet: options.sheet })
    return { format: 'xlsx', sample: await readTable(ports, type, options, open) }
  }
  if (format === 'ndjson') return { format, sample: await readRecords(ports, type, options, head) }
  const open = () => openCsv(piecesOf(head), { countColumns: countKnown, encoding: head.encoding })
  const sample = await readTable(ports, type, options, open)
  return { format, sample: { ...sample, notices: [...head.notices, ...sample.notices] } }
}

async function readTable(
  { isKnownSkill }: InspectPorts,
  type: ImportType,
  options: FileOptions,
  open: () => Promise<Table>,
): Promise<SampleOfFile> {
  const columns = columnsOf[type]
  const none = { facts: null, headers: [], placed: [], notices: [], rows: [] }
  try {
    const table = await open()
    const named = readHeaders(columns, table.header.cells, options.columns)
    const records = await firstOf(table.records)
    const asNamed = { headers: named, placed: placeColumns(columns, named, options.defaults) }
    const evidence = { first: records, isKnownSkill, options }
    const { headers, placed } = withColumnsShown(columns, asNamed, evidence)
    const bare = new ColumnsWithoutHeader(headers)
    for (const record of records) bare.add(record)
    const known = fileReadingContext(type, options, { isKnownSkill })
    const orders = findDateOrders(placed, records, options)
    const signs = findDecimalSigns(placed, records, options)
    const rows = records.map(createRowReader({ headers, placed }, known, { orders, signs }))
    const notices = [
      ...noticesOfSheets(table.sheet),
      ...noticesOfHiddenColumns(table.sheet, headers),
      ...noticesOfHeader(headers, options, columns),
      ...noticesOfDateOrders(orders),
      ...noticesOfDecimalSigns(signs),
      ...bare.notices(),
      ...noticesOfHiddenRows(table.sheet),
    ]
    return { facts: table.facts, headers, placed, notices, rows, failure: null }
  } catch (error) {
    return { ...none, failure: failureOf(error) }
  }
}

async function readRecords(
  { isKnownSkill }: InspectPorts,
  type: ImportType,
  options: FileOptions,
  head: UploadHead,
): Promise<SampleOfFile> {
  const defaults = readDefaults(columnsOf[type], options.defaults).patch
  const sample = { facts: null, headers: [], placed: [], notices: head.notices, failure: null }
  const rows: SourceRow[] = []
  const known = fileReadingContext(type, options, { isKnownSkill })
  try {
    for await (const more of readJson(piecesOf(head), type, known)) {
      rows.push(
        ...more.map((row) => (!row.isRead ? row : { ...row, patch: withDefaults(row.patch, defaults) })),
      )
      if (rows.length >= MAX_INSPECTED_ROWS) break
    }
  } catch (error) {
    const failure = failureOf(error)
    // The head of a JSON array ends inside the array.
    if (head.isWhole) return { ...sample, rows, failure }
  }
  return { ...sample, rows: rows.slice(0, MAX_INSPECTED_ROWS) }
}

/** Suggests e-mail addresses as the key of a file without ids. */
function adviceOnKey({ placed }: SampleOfFile, missing: readonly Column[]): FileNotice[] {
  const lacksId = missing.some(({ name }) => name === 'external_id')
  const hasEmails = placed.some(({ column }) => column.name === 'email')
  return lacksId && hasEmails ? [{ code: 'email_can_be_key', details: [EMAIL_AS_KEY] }] : []
}

/** Merges the sample as a dry run does. */
async function tryRows(
  ports: InspectPorts,
  { actor, clock }: Context,
  { run, key, sample: { rows, placed } }: { run: BatchRun; key: FileOptions['key']; sample: SampleOfFile },
): Promise<InspectedRow[]> {
  const checked = rows.map(createRowCheck({ ...run, key, lacksIds: lacksIds(placed) }))
  const merged = await ports.inTransaction(async (tx) => {
    const partnerClock = await clockOfPartner({ db: tx.db, clock }, actor.partnerId)
    return mergeBatch({ ...tx, actor, clock: partnerClock }, ports, { run, rows: checked, placed })
  })
  return merged.map(({ row, result }, at) => ({ number: at + 1, ...rowResult(run, row, result, placed) }))
}

async function* piecesOf({ bytes }: UploadHead): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}

async function firstOf<T>(source: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = []
  for await (const some of source) {
    found.push(...some)
    if (found.length >= MAX_INSPECTED_ROWS) break
  }
  return found.slice(0, MAX_INSPECTED_ROWS)
}

function failureOf(error: unknown): Failure {
  if (error instanceof UnreadableFile) return failureWith(error.code, error.details)
  throw error
}
