import { setImmediate } from 'node:timers/promises'
import type { Queryable } from '../../platform/db/index.ts'
import { createTriedHoursRepository } from '../engagements/index.ts'
import { columnsOf } from './columns/columns.ts'
import type { PlacedColumns } from './columns/placed-columns.ts'
import { readDefaults, withDefaults } from './columns/read-defaults.ts'
import { withColumnsShown } from './columns-shown-by-cells.ts'
import { ColumnsWithoutHeader } from './columns-without-header.ts'
import { correctCells } from './correct-cells.ts'
import { findDateOrders, noticesOfDateOrders } from './date-orders.ts'
import { findDecimalSigns, noticesOfDecimalSigns } from './decimal-signs.ts'
import { failureWith, rowMessage, storedNotice } from './details.ts'
import { type FileOptions, optionsOf } from './file-options.ts'
import { fileReadingContext } from './file-reading-context.ts'
import { asUtf8 } from './files/as-utf8.ts'
import { openCsv } from './files/open-csv.ts'
import { createStoredFile } from './files/stored-file.ts'
import { openWorkbook } from './files/workbook/open-workbook.ts'
import { type BatchPorts, ClaimLost, ImportBatches } from './import-batches.ts'
import { createImportFilesRepository } from './import-files.repository.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { FileNotice, ImportRun } from './imports.table.ts'
import { mayLackKey } from './keyless-types.ts'
import { missingColumns } from './needed-columns.ts'
import { noticesOfHeader, noticesOfKey, noticesOfMissing } from './notices-of-header.ts'
import { noticesOfHiddenColumns, noticesOfHiddenRows, noticesOfSheets } from './notices-of-sheet.ts'
import { countColumns, createRowReader, readHead } from './read-csv.ts'
import { readJson } from './read-json.ts'
import type { CsvRecord } from './rows/records.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

/** Rows are read until this many are read or `TURN_MS` has passed, because some rows are wide. */
const ROWS_A_TURN = 100
const TURN_MS = 8
/** Rows examined before the first of them is read. */
const ROWS_OF_EVIDENCE = 1000

export interface ProcessPorts extends BatchPorts {
  /** The pool: each batch opens its own transaction. */
  db: Queryable
  /** Tells whether this process has read all postings. */
  isIndexReady(): boolean
}

/** An import whose file this process is reading. `written` yields after each batch. */
export interface OpenImport {
  batches: ImportBatches
  written: AsyncGenerator<void>
}

/**
 * Processes a claimed import to its end, or until another partner waits: then releases it after a batch and returns it, to
 * be continued. Each batch is one transaction with its results and counts, which fails if another process has written them.
 * So each row is applied exactly once, even if a process is killed. Stops after the current batch once `stopping` is aborted
 * or the import is cancelled.
 */
export async function processImport(
  ports: ProcessPorts,
  run: ImportRun,
  stopping: AbortSignal,
  opened = openImport(ports, run, stopping),
): Promise<OpenImport | null> {
  const { batches, written } = opened
  const repository = createImportsRepository(ports.db)
  batches.beginTurn(run)
  try {
    while (!(await written.next()).done) {
      const at = { now: ports.clock(), hasIndex: ports.isIndexReady() }
      if (!batches.turnIsOver || !(await repository.othersWait(run.partnerId, at))) continue
      await repository.release(run, batches.rowsWritten)
      return opened
    }
    if (batches.rowsSeen === 0) throw new UnreadableFile('no_rows', rowMessage('no_rows'))
    await endImport(ports, run, { status: 'done' })
  } catch (error) {
    if (error instanceof ClaimLost) return null
    // Another process, or the next start, continues at once.
    if (stopping.aborted) await repository.release(run, batches.rowsWritten)
    else if (error instanceof UnreadableFile) {
      await batches.write()
      await endImport(ports, run, { status: 'failed', failure: failureWith(error.code, error.details) })
    } else throw error
  }
  return null
}

function openImport(ports: ProcessPorts, run: ImportRun, stopping: AbortSignal): OpenImport {
  const batches = new ImportBatches(ports, run)
  return { batches, written: writeFile(ports, run, { batches, stopping }) }
}

/**
 * Writes each batch while the next is read. Yields while nothing is being written, so that the import can be paused; the
 * batch read meanwhile is kept.
 */
async function* writeFile(
  ports: ProcessPorts,
  run: ImportRun,
  { batches, stopping }: { batches: ImportBatches; stopping: AbortSignal },
): AsyncGenerator<void> {
  let writing: Promise<void> | null = null
  try {
    for await (const rows of readRows(ports, run, (placed) => batches.useColumns(placed))) {
      for (const row of rows) {
        if (!batches.add(row)) continue
        if (writing) {
          await writing
          yield
        }
        stopping.throwIfAborted()
        writing = batches.write()
        // A failure is thrown where `writing` is awaited.
        writing.catch(() => {})
      }
      stopping.throwIfAborted()
    }
    if (writing) {
      await writing
      yield
    }
    stopping.throwIfAborted()
    await batches.write()
  } catch (error) {
    // If the previous batch failed too, its error decides what happens to the import.
    await writing
    throw error
  }
}

/**
 * Ends a running import and deletes its file, unless the file is kept to be read again. Does nothing if the import was
 * cancelled.
 */
export async function endImport(
  { inTransaction, clock }: Pick<ProcessPorts, 'inTransaction' | 'clock'>,
  run: ImportRun,
  change: Pick<ImportRun, 'status'> & Partial<Pick<ImportRun, 'failure'>>,
): Promise<void> {
  const now = clock()
  await inTransaction(async ({ db }) => {
    const repository = createImportsRepository(db)
    const ended = { ...change, claimedUntil: null, endedAt: now, updatedAt: now }
    if (!(await repository.updateIf('running', run, ended))) return
    await createTriedHoursRepository(db).remove(run.partnerId, run.id)
    if (run.keptUntil) return
    await createImportFilesRepository(db).remove(run.partnerId, run.id)
  })
}

async function* readRows(
  { db, isKnownSkill }: Pick<ProcessPorts, 'db' | 'isKnownSkill'>,
  run: ImportRun,
  onColumns: (placed: PlacedColumns) => void,
): AsyncGenerator<SourceRow[]> {
  const file = createStoredFile(db, run)
  const source = asUtf8(file.chunks(), run.encoding)
  const columns = columnsOf[run.type]
  const options = optionsOf(run)
  const known = fileReadingContext(run.type, options, { isKnownSkill })
  if (run.format === 'ndjson') {
    const defaults = readDefaults(columns, options.defaults).patch
    for await (const rows of readJson(source, run.type, known))
      yield rows.map((row) => (!row.isRead ? row : { ...row, patch: withDefaults(row.patch, defaults) }))
    return
  }
  const countKnown = (cells: readonly string[]) => countColumns(columns, cells, options.columns)
  const table =
    run.format === 'xlsx'
      ? await openWorkbook(file, { countColumns: countKnown, sheet: options.sheet })
      : await openCsv(source, { countColumns: countKnown, encoding: run.encoding })
  // Added first, because these help most if the header can't be read.
  await addNotices(db, run, noticesOfSheets(table.sheet), {})
  const named = readHead(columns, table, options, mayLackKey(run.type))
  const records = await withCorrections(db, run, table.records)
  const { first, all } = await withFirst(records, ROWS_OF_EVIDENCE)
  const head = withColumnsShown(columns, named, { first, isKnownSkill, options })
  const orders = findDateOrders(head.placed, first, options)
  const signs = findDecimalSigns(head.placed, first, options)
  const toRow = createRowReader(head, known, { orders, signs })
  onColumns(head.placed)
  if (!run.headers) {
    const { headers } = head
    const more = [
      ...noticesOfHiddenColumns(table.sheet, headers),
      ...noticesOfHeader(headers, options, columns),
      ...noticesOfKey(run.type, head.placed),
      ...noticesOfMissing(run.type, missingColumns(run.type, head.placed, knownOfRun(run, options))),
      ...noticesOfDateOrders(orders),
      ...noticesOfDecimalSigns(signs),
    ]
    await addNotices(db, run, more, { headers })
    run.headers = headers
  }
  const bare = new ColumnsWithoutHeader(head.headers)
  for await (const records of all)
    for (let at = 0; at < records.length; ) {
      const rows: SourceRow[] = []
      const endsMs = performance.now() + TURN_MS
      for (; at < records.length && rows.length < ROWS_A_TURN && performance.now() < endsMs; at++) {
        const record = records[at]
        if (!record) break
        bare.add(record)
        rows.push(toRow(record))
      }
      yield rows
      // Lets requests run in between.
      await setImmediate()
    }
  await addNotices(db, run, [...bare.notices(), ...noticesOfHiddenRows(table.sheet)], {})
}

function knownOfRun({ programId }: ImportRun, { key }: Pick<FileOptions, 'key'>) {
  return { hasProgram: programId !== null, key }
}

/** Returns the first records, and an iterator over all of them. Reads nothing twice. */
async function withFirst(
  records: AsyncGenerator<CsvRecord[]>,
  least: number,
): Promise<{ first: CsvRecord[]; all: AsyncGenerator<CsvRecord[]> }> {
  const first: CsvRecord[] = []
  while (first.length < least) {
    const next = await records.next()
    if (next.done) break
    first.push(...next.value)
  }
  async function* all() {
    yield first
    yield* records
  }
  return { first, all: all() }
}

/** Applies the corrections made by hand. */
async function withCorrections(
  db: Queryable,
  { partnerId, id, keptUntil, rowsExpected }: ImportRun,
  records: AsyncGenerator<CsvRecord[]>,
): Promise<AsyncGenerator<CsvRecord[]>> {
  // Only a kept file can have corrections.
  if (keptUntil === null && rowsExpected === null) return records
  const corrections = await createImportFilesRepository(db).corrections(partnerId, id)
  return corrections.length === 0 ? records : correctCells(records, corrections)
}

/** Adds notices about the file, each only once, since another process may have begun to read the file. */
async function addNotices(
  db: Queryable,
  run: ImportRun,
  found: readonly FileNotice[],
  change: Partial<Pick<ImportRun, 'headers'>>,
): Promise<void> {
  const before = run.notices ?? []
  const added = found.filter(({ code }) => !before.some((notice) => notice.code === code))
  if (added.length === 0 && Object.keys(change).length === 0) return
  run.notices = [...before, ...added.map(storedNotice)]
  await createImportsRepository(db).updateIf('running', run, { ...change, notices: run.notices })
}
