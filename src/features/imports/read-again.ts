import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import type { Id, ProgramId } from '../../shared/ids.ts'
import { createPartnersRepository } from '../access/index.ts'
import type { GivenOptions } from './file-options.ts'
import { createStoredFile } from './files/stored-file.ts'
import { createImportFilesRepository } from './import-files.repository.ts'
import { createImportsRepository, type ImportId } from './imports.repository.ts'
import type { Correction, ImportRun } from './imports.table.ts'
import type { createInspectFile, Inspection } from './inspect-file.ts'
import { requireOptions } from './require-options.ts'
import { requireRoom } from './require-room.ts'
import { newImport, requireParents, type StartPorts } from './start-import.ts'

/** Notices about the bytes of the file, which options don't change. */
const OF_THE_BYTES = ['encoding_mixed', 'encoding_unsure']

interface Again {
  id: ImportId
  mode: ImportRun['mode']
  /** Replaces the previous options. */
  options?: GivenOptions
  programId?: ProgramId | null
  cohortId?: Id<'cohort'> | null
  /** Cells corrected by hand, in addition to earlier corrections. */
  corrections?: readonly Correction[]
}

/**
 * Reads the kept file of an import again: with other options, with corrected cells, or to apply it. The new import replaces
 * the old one. Throws `import_not_found`, `import_running`, `import_ended` if the file is gone, and `too_many_imports` and
 * `validation_failed` as starting an import does.
 */
export function createReadAgain({ limits }: Pick<StartPorts, 'limits'>) {
  return async function readAgain(ctx: WriteContext, { id, mode, ...change }: Again): Promise<ImportRun> {
    const { db } = ctx
    const { partnerId } = ctx.actor
    await createPartnersRepository(db).findPartner(partnerId, 'no key update')
    const before = await findKept(ctx, id, 'update')
    const upload = {
      ...{ type: before.type, format: before.format, options: change.options ?? before.options ?? {} },
      programId: change.programId === undefined ? before.programId : change.programId,
      cohortId: change.cohortId === undefined ? before.cohortId : change.cohortId,
    }
    await requireOptions(ctx, upload)
    await requireParents(ctx, upload)
    await requireRoom(db, partnerId, { limits, added: { imports: 1, bytes: before.bytes } })
    const isKept = mode === 'dry_run'
    const run: ImportRun = {
      ...newImport(partnerId, { ...upload, mode, isKept }, { bytes: before.bytes, now: ctx.clock() }),
      status: 'queued',
      encoding: before.encoding,
      notices: (before.notices ?? []).filter(({ code }) => OF_THE_BYTES.includes(code)),
      rowsExpected: before.rowsRead,
      replaces: [...before.replaces, before.id],
    }
    await createImportsRepository(db).insert(run)
    const files = createImportFilesRepository(db)
    await files.correct(partnerId, id, change.corrections ?? [])
    await files.move(partnerId, { from: id, to: run.id })
    return run
  }
}

/** Creates an inspection of the kept file of an import, with other options if given. Throws what `readAgain` throws. */
export function createInspectKept(inspect: ReturnType<typeof createInspectFile>) {
  return async (
    ctx: Context,
    { id }: { id: ImportId },
  ): Promise<{ run: ImportRun; inspection: Inspection }> => {
    const run = await findKept(ctx, id)
    const source = createStoredFile(ctx.db, run).chunks()
    return { run, inspection: await inspect(ctx, { ...run, options: run.options ?? {}, source }) }
  }
}

async function findKept({ db, actor, clock }: Context, id: ImportId, lock?: 'update'): Promise<ImportRun> {
  const run = await createImportsRepository(db).find(actor.partnerId, id, lock)
  if (!run) throw notFound('import')
  if (!run.endedAt)
    throw new DomainError(
      'import_running',
      'The file is still being read. Wait for its end, or cancel it with POST /v1/imports/{id}/cancel.',
    )
  if (!run.keptUntil || run.keptUntil <= clock())
    throw new DomainError('import_ended', 'The file of this import is no longer kept. Upload it again.')
  return run
}
