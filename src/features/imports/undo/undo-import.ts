import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type Fault, notFound } from '../../../shared/errors.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import type { Followed, RemoveUnchanged } from '../../postings/index.ts'
import { createImportsRepository, type ImportId } from '../imports.repository.ts'
import type { ImportRun } from '../imports.table.ts'
import { isUndoable, type UndoableType } from './undoable-types.ts'
import { findUsesOf } from './uses.repository.ts'

const UNDO_MS = 24 * HOUR_MS
/** One transaction removes them all, so it must not hold many. */
const MOST_RECORDS = 5000
const MOST_NAMED = 10

export interface UndoPorts {
  /** Removes records of each type of which nothing has become anything yet. */
  removeUnchanged: Readonly<
    Record<UndoableType, (ctx: WriteContext, given: RemoveUnchanged) => Promise<Followed[]>>
  >
}

/**
 * Takes back all that an import created, or nothing. Throws `import_not_found`, `import_running`, `import_undone`,
 * `import_not_undoable` with every reason, and `import_in_use` with what followed from its records.
 */
export function createUndoImport({ removeUnchanged }: UndoPorts) {
  return async function undoImport(ctx: WriteContext, { id }: { id: ImportId }): Promise<ImportRun> {
    const { partnerId } = ctx.actor
    const repository = createImportsRepository(ctx.db)
    const run = await repository.find(partnerId, id, 'update')
    if (!run) throw notFound('import')
    const now = ctx.clock()
    const type = requireUndoable(run, now)
    const ids = await repository.createdBy(partnerId, id, MOST_RECORDS)
    const followed = await removeUnchanged[type](ctx, { ids, findUses: findUsesOf(type), most: MOST_NAMED })
    if (followed.length > 0)
      throw new DomainError(
        'import_in_use',
        `Something followed from records of this import, so nothing was removed. See errors for up to ${MOST_NAMED} of them.`,
        followed.map(({ id, code }) => ({ pointer: '', code, detail: `${id}: ${WORDS[code]}` })),
      )
    await repository.setUndone(run, now)
    return { ...run, undoneAt: now, updatedAt: now }
  }
}

/** What followed from a record, in words. */
const WORDS: Readonly<Record<Followed['code'], string>> = {
  changed: 'It was changed since.',
  removed: 'It was deleted or merged since.',
  introduction: 'It has been introduced.',
  engagement: 'It has an engagement.',
  ring: 'It is in a ring.',
  sprint: 'It belongs to a sprint.',
  cohort: 'A cohort or its preferences name it.',
  placement: 'A placement names it.',
  need: 'It has needs.',
  offer: 'It has offers.',
  organization: 'An organization is linked to it.',
  merged: 'Another record was merged into it.',
}

function requireUndoable(run: ImportRun, now: Date): UndoableType {
  const { type, endedAt } = run
  if (!endedAt)
    throw new DomainError('import_running', 'The import has not ended. Wait for its end, or cancel it first.')
  if (run.undoneAt)
    throw new DomainError(
      'import_undone',
      'The import was undone before. Upload the file again to import it anew.',
    )
  const faults = [...reasonsAgainst(run, now.getTime() - endedAt.getTime())]
  if (isUndoable(type) && faults.length === 0) return type
  throw new DomainError(
    'import_not_undoable',
    'This import cannot be undone. See errors for the reasons.',
    faults,
  )
}

function* reasonsAgainst(
  { type, mode, created, updated }: Pick<ImportRun, 'type' | 'mode' | 'created' | 'updated'>,
  sinceEndMs: number,
): Generator<Fault> {
  const fault = (code: string, detail: string): Fault => ({ pointer: '', code, detail })
  if (!isUndoable(type))
    yield fault(
      'type_not_undoable',
      'Imports of candidates, preferences and hours are not undone. Erase candidates one by one.',
    )
  if (mode === 'dry_run') {
    yield fault('dry_run', 'A dry run writes nothing.')
    return
  }
  if (sinceEndMs >= UNDO_MS) yield fault('too_late', 'It ended more than 24 hours ago.')
  if (updated > 0)
    yield fault(
      'rows_updated',
      `It changed ${updated} records that were there before. What they were is not kept.`,
    )
  if (created === 0) yield fault('nothing_created', 'It created nothing.')
  if (created > MOST_RECORDS)
    yield fault('too_many', `It created ${created} records. At most ${MOST_RECORDS} are taken back at once.`)
}
