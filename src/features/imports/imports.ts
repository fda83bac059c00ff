import type { Context, WriteContext } from '../../platform/events/index.ts'
import type { CsvFile } from '../../platform/http/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { cancelImport } from './cancel-import.ts'
import { createImportRowsRepository, type RowFilter } from './import-rows.repository.ts'
import { createImportsRepository, type ImportFilter, type ImportId } from './imports.repository.ts'
import type { ImportRow, ImportRun } from './imports.table.ts'
import { createInspectFile, type InspectPorts } from './inspect-file.ts'
import { importProfileVerbs } from './profiles/import-profiles.ts'
import { createInspectKept, createReadAgain } from './read-again.ts'
import { readReport } from './read-report.ts'
import { createStartImport, type StartPorts } from './start-import.ts'
import { createUndoImport, type UndoPorts } from './undo/undo-import.ts'

export type Imports = ReturnType<typeof createImports>

/** Creates the operations on imports. All but `start`, `inspect` and `list` throw `import_not_found`. */
export function createImports(ports: StartPorts & InspectPorts & UndoPorts) {
  const inspect = createInspectFile(ports)
  return {
    start: createStartImport(ports),
    readAgain: createReadAgain(ports),
    wakeQueue: ports.wakeQueue,
    inspect,
    inspectKept: createInspectKept(inspect),
    read: findImport,

    /** Returns the id of the import itself, or of the one that replaced it when its file was read again. */
    newestOf: async ({ actor, db }: Context, { id }: { id: ImportId }): Promise<ImportId> => {
      const repository = createImportsRepository(db)
      if (await repository.find(actor.partnerId, id)) return id
      return (await repository.findReplacing(actor.partnerId, id)) ?? id
    },

    cancel: cancelImport,
    undo: createUndoImport(ports),
    profiles: importProfileVerbs,

    /** Lists imports, newest first. */
    list: ({ actor, db }: Context, filter: ImportFilter): Promise<ImportRun[]> =>
      createImportsRepository(db).list(actor.partnerId, filter),

    /** Counts imports that can still be corrected and have something to correct, up to `most`. */
    countToCorrect: ({ actor, db, clock }: Context, { most }: { most: number }): Promise<number> =>
      createImportsRepository(db).countToCorrect(actor.partnerId, clock(), most),

    async listRows(ctx: Context, { id, ...filter }: { id: ImportId } & RowFilter): Promise<ImportRow[]> {
      const run = await findImport(ctx, { id })
      return createImportRowsRepository(ctx.db).list(run.partnerId, run.id, filter)
    },

    /** Returns the rejected rows and the rows with notices as CSV, to be corrected. */
    async report(ctx: Context, { id }: { id: ImportId }): Promise<CsvFile> {
      return readReport(ctx.db, await findImport(ctx, { id }))
    },

    /** Removes an import and its report. The records that it wrote stay. Throws `import_running`. */
    async remove(ctx: WriteContext, { id }: { id: ImportId }): Promise<void> {
      const { endedAt } = await findImport(ctx, { id })
      if (!endedAt)
        throw new DomainError(
          'import_running',
          'The import has not ended. Wait for its end, or cancel it first.',
        )
      await createImportsRepository(ctx.db).remove(ctx.actor.partnerId, id)
    },
  }
}

async function findImport({ actor, db }: Context, { id }: { id: ImportId }): Promise<ImportRun> {
  const run = await createImportsRepository(db).find(actor.partnerId, id)
  if (!run) throw notFound('import')
  return run
}
