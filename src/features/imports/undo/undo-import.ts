import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type Fault, notFound } from '../../../shared/errors.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import type { Candidates, Cohorts, KnownPerson } from '../../internships/index.ts'
import type { Followed, RemoveUnchanged } from '../../postings/index.ts'
import { eraseRowsOfImport } from '../candidate-rows.ts'
import { createImportsRepository, type ImportId } from '../imports.repository.ts'
import type { ImportRun } from '../imports.table.ts'
import { isRecordType, keepsReplaced, type RecordType } from './undoable-types.ts'
import { findUsesOf } from './uses.repository.ts'

const UNDO_MS = 24 * HOUR_MS
/** One transaction removes them all, so it must not hold many. */
const MOST_RECORDS = 5000
const MOST_NAMED = 10

export interface UndoPorts {
  /** Removes records of each type of which nothing has become anything yet. */
  removeUnchanged: Readonly<
    Record<
      Exclude<RecordType, 'candidates'>,
      (ctx: WriteContext, given: RemoveUnchanged) => Promise<Followed[]>
    >
  >
  removeCandidates: Candidates['removeAllUnchanged']
  removeHours(ctx: WriteContext, given: { ids: readonly string[]; most: number }): Promise<Followed[]>
  takeBackPreferences: Cohorts['takeBackPreferences']
}

/**
 * Takes back all that an import created, or nothing; of preferences also what it changed. Throws `import_not_found`,
 * `import_running`, `import_undone`, `import_not_undoable` with every reason, and `import_in_use` with what followed from its
 * records.
 */
export function createUndoImport(ports: UndoPorts) {
  return async function undoImport(ctx: WriteContext, { id }: { id: ImportId }): Promise<ImportRun> {
    const { partnerId } = ctx.actor
    const repository = createImportsRepository(ctx.db)
    const run = await repository.find(partnerId, id, 'update')
    if (!run) throw notFound('import')
    const now = ctx.clock()
    requireUndoable(run, now)
    const ids = await repository.writtenBy(partnerId, id, MOST_RECORDS)
    const followed = await takeBack(ctx, ports, { run, ids })
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

async function takeBack(
  ctx: WriteContext,
  { removeUnchanged, removeCandidates, removeHours, takeBackPreferences }: UndoPorts,
  { run, ids }: { run: ImportRun; ids: readonly string[] },
): Promise<Followed[]> {
  const { type, cohortId } = run
  const most = MOST_NAMED
  if (type === 'candidates') {
    const eraseElsewhere = (inner: WriteContext, people: readonly KnownPerson[]) =>
      eraseRowsOfImport(inner, { importId: run.id, people })
    return removeCandidates(ctx, { ids, findUses: findUsesOf(type), most, eraseElsewhere })
  }
  if (isRecordType(type)) return removeUnchanged[type](ctx, { ids, findUses: findUsesOf(type), most })
  if (type === 'hours') return removeHours(ctx, { ids, most })
  // Each import of preferences names its cohort.
  if (cohortId === null) return []
  const startedAt = run.startedAt ?? run.createdAt
  return takeBackPreferences(ctx, { importId: run.id, cohortId, ids, startedAt, most })
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
  disclosure: 'It was shown to another partner.',
  answered: 'The other side has answered it.',
}

function requireUndoable(run: ImportRun, now: Date): void {
  const { endedAt } = run
  if (!endedAt)
    throw new DomainError('import_running', 'The import has not ended. Wait for its end, or cancel it first.')
  if (run.undoneAt)
    throw new DomainError(
      'import_undone',
      'The import was undone before. Upload the file again to import it anew.',
    )
  const faults = [...reasonsAgainst(run, now)]
  if (faults.length > 0)
    throw new DomainError(
      'import_not_undoable',
      'This import cannot be undone. See errors for the reasons.',
      faults,
    )
}

/** Whether an import may still be undone, as far as the import itself tells. */
export function canBeUndone(run: ImportRun, now: Date): boolean {
  return run.endedAt !== null && run.undoneAt === null && reasonsAgainst(run, now).next().done === true
}

function* reasonsAgainst({ type, mode, created, updated, endedAt }: ImportRun, now: Date): Generator<Fault> {
  const fault = (code: string, detail: string): Fault => ({ pointer: '', code, detail })
  if (mode === 'dry_run') {
    yield fault('dry_run', 'A dry run writes nothing.')
    return
  }
  if (endedAt && now.getTime() - endedAt.getTime() >= UNDO_MS)
    yield fault('too_late', 'It ended more than 24 hours ago.')
  const written = keepsReplaced(type) ? created + updated : created
  if (updated > 0 && !keepsReplaced(type))
    yield fault(
      'rows_updated',
      `It changed ${updated} records that were there before. What they were is not kept.`,
    )
  if (written === 0) yield fault('nothing_created', 'It created nothing.')
  if (written > MOST_RECORDS)
    yield fault('too_many', `It wrote ${written} records. At most ${MOST_RECORDS} are taken back at once.`)
}
