import type { Queryable } from '../../platform/db/index.ts'
import { columnsOf } from './columns/columns.ts'
import { type PlacedColumns, placeColumns } from './columns/read-cells.ts'
import { type BatchPorts, ClaimLost, ImportBatches } from './import-batches.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRun } from './imports.table.ts'
import { readCsv } from './read-csv.ts'
import { readNdjson } from './read-ndjson.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

export interface ProcessPorts extends BatchPorts {
  /** The pool: each batch opens its own transaction. */
  db: Queryable
}

/**
 * Processes a claimed import from where it stopped to its end. Each batch is one transaction with its results and counts,
 * and a transaction fails if another process has written them. So each row is applied exactly once, whenever a process is
 * killed. Stops after the current batch once `stopping` is aborted or the import is cancelled.
 */
export async function processImport(
  ports: ProcessPorts,
  run: ImportRun,
  stopping: AbortSignal,
): Promise<void> {
  const batches = new ImportBatches(ports, run)
  try {
    for await (const rows of readRows(ports.db, run, (placed) => batches.useColumns(placed))) {
      for (const row of rows) {
        if (!batches.add(row)) continue
        stopping.throwIfAborted()
        await batches.write()
      }
      stopping.throwIfAborted()
    }
    await batches.write()
    await endImport(ports, run, { state: 'done' })
  } catch (error) {
    if (error instanceof ClaimLost) return
    // Another process, or the next start, goes on at once.
    if (stopping.aborted) return await release(ports.db, run)
    if (!(error instanceof UnreadableFile)) throw error
    await batches.write()
    await endImport(ports, run, { state: 'failed', failure: { code: error.code, detail: error.message } })
  }
}

async function release(db: Queryable, run: ImportRun): Promise<void> {
  await createImportsRepository(db).updateIf('running', run, { claimedUntil: null })
}

/** Ends a running import and deletes its file. Does nothing if the import was cancelled. */
export async function endImport(
  { inTransaction, clock }: Pick<ProcessPorts, 'inTransaction' | 'clock'>,
  run: ImportRun,
  change: Pick<ImportRun, 'state'> & Partial<Pick<ImportRun, 'failure'>>,
): Promise<void> {
  const now = clock()
  await inTransaction(async ({ db }) => {
    const repository = createImportsRepository(db)
    const ended = { ...change, claimedUntil: null, endedAt: now, updatedAt: now }
    if (await repository.updateIf('running', run, ended)) await repository.removeChunks(run.partnerId, run.id)
  })
}

async function* readRows(
  db: Queryable,
  run: ImportRun,
  onColumns: (placed: PlacedColumns) => void,
): AsyncGenerator<SourceRow[]> {
  const source = chunksOf(db, run)
  if (run.format === 'ndjson') return yield* readNdjson(source, run.type)
  const columns = columnsOf[run.type]
  let headers = run.headers
  for await (const rows of readCsv(source, columns, (head) => {
    headers = head.headers
    onColumns(placeColumns(columns, head.headers))
  })) {
    if (headers && !run.headers) await createImportsRepository(db).updateIf('running', run, { headers })
    run.headers = headers
    yield rows
  }
}

async function* chunksOf(db: Queryable, { partnerId, id }: ImportRun): AsyncGenerator<Buffer> {
  const repository = createImportsRepository(db)
  for (let number = 0; ; number++) {
    const data = await repository.chunk(partnerId, id, number)
    if (!data) return
    yield data
  }
}
