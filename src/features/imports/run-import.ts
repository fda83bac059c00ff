import type { Queryable } from '../../platform/db/index.ts'
import { columnsOf } from './columns/columns.ts'
import { type PlacedColumns, placeColumns } from './columns/read-cells.ts'
import { ClaimLost, ImportBatches, type ImportDeps } from './import-batches.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRun } from './imports.table.ts'
import { readCsv } from './read-csv.ts'
import { readNdjson } from './read-ndjson.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

/**
 * Runs an import from where it stands to its end. Each batch is one transaction with its results and counts, which
 * nobody else can have written meanwhile: so whatever is killed when, each row is applied once. Stops early, to be
 * gone on with, once `isStopping`.
 */
export async function runImport(deps: ImportDeps, run: ImportRun, isStopping: () => boolean): Promise<void> {
  const repository = createImportsRepository(deps.db)
  const batches = new ImportBatches(deps, run)
  try {
    for await (const rows of readRows(deps, run, (placed) => batches.useColumns(placed))) {
      for (const row of rows) if (batches.add(row)) await batches.write()
      if (isStopping()) return await repository.update(run, { claimedUntil: null })
    }
    await batches.write()
    await end(deps, run, { state: 'done' })
  } catch (error) {
    if (error instanceof ClaimLost) return
    if (!(error instanceof UnreadableFile)) throw error
    await batches.write()
    await end(deps, run, { state: 'failed', failure: { code: error.code, detail: error.message } })
  }
}

async function end(deps: ImportDeps, run: ImportRun, change: Partial<ImportRun>): Promise<void> {
  const now = deps.clock()
  await deps.inTransaction(async ({ db }) => {
    const repository = createImportsRepository(db)
    await repository.update(run, { ...change, claimedUntil: null, endedAt: now, updatedAt: now })
    await repository.removeChunks(run.partnerId, run.id)
  })
}

async function* readRows(
  deps: ImportDeps,
  run: ImportRun,
  onColumns: (placed: PlacedColumns) => void,
): AsyncGenerator<SourceRow[]> {
  const source = chunksOf(deps.db, run)
  if (run.format === 'ndjson') return yield* readNdjson(source, run.type)
  const columns = columnsOf[run.type]
  let headers = run.headers
  for await (const rows of readCsv(source, columns, (head) => {
    headers = head.headers
    onColumns(placeColumns(columns, head.headers))
  })) {
    if (headers && !run.headers) await createImportsRepository(deps.db).update(run, { headers })
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
