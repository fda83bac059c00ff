import type { JobContext, WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import { createTriedHoursRepository } from '../engagements/index.ts'
import { failureWith } from './details.ts'
import { createImportFilesRepository } from './import-files.repository.ts'
import { createImportsRepository, type ImportId } from './imports.repository.ts'
import type { Failure, ImportRun } from './imports.table.ts'

/**
 * Cancels an import and deletes its file. A running batch commits first, and records already written are kept. Returns an
 * import that is already cancelled unchanged. Throws `import_not_found` and `import_ended`.
 */
export async function cancelImport(
  { actor, db, clock, append }: WriteContext,
  { id }: { id: ImportId },
): Promise<ImportRun> {
  const { partnerId } = actor
  const repository = createImportsRepository(db)
  const run = await repository.find(partnerId, id, 'update')
  if (!run) throw notFound('import')
  if (run.status === 'cancelled') return run
  if (run.endedAt)
    throw new DomainError(
      'import_ended',
      'The import has ended, and what it wrote is kept. Read its report, or delete it with DELETE /v1/imports/{id}.',
    )
  const now = clock()
  const ended = {
    status: 'cancelled',
    failure: failureOf(run),
    claimedUntil: null,
    keptUntil: null,
    endedAt: now,
    updatedAt: now,
  } as const
  await repository.updateIf(run.status, run, ended)
  await createImportFilesRepository(db).remove(partnerId, id)
  await createTriedHoursRepository(db).remove(partnerId, id)
  append({ partnerId, type: 'import.cancelled', resourceId: id, data: { status: 'cancelled' } })
  return { ...run, ...ended }
}

/** Cancels an import of any partner, for operators. Returns undefined if no unfinished import has this id. */
export async function cancelAnyImport(
  ctx: JobContext,
  { id }: { id: ImportId },
): Promise<ImportRun | undefined> {
  const partnerId = await createImportsRepository(ctx.db).ownerOfUnfinished(id)
  return partnerId && cancelImport({ ...ctx, actor: { partnerId } }, { id })
}

function failureOf({ mode, rowsRead }: ImportRun): Failure {
  return failureWith('cancelled', [
    message('import_cancelled', { rows: rowsRead, areWritten: mode === 'apply' }),
  ])
}
