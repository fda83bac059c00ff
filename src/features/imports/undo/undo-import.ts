import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type Fault, notFound } from '../../../shared/errors.ts'
import { type MessageValues, message } from '../../../shared/messages/index.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import type { Candidates, Cohorts, KnownPerson } from '../../internships/index.ts'
import {
  createReplacedRecordsRepository,
  type Followed,
  type RemoveUnchanged,
  type RestoreReplaced,
} from '../../postings/index.ts'
import { eraseRowsOfImport } from '../candidate-rows.ts'
import { createImportRowsRepository } from '../import-rows.repository.ts'
import { createImportsRepository, type ImportId } from '../imports.repository.ts'
import type { ImportRow, ImportRun, KeptRecords } from '../imports.table.ts'
import { isRecordType, keepsReplaced, type RecordType } from './undoable-types.ts'
import { findUsesOf, findUsesSince } from './uses.repository.ts'

const UNDO_MS = 24 * HOUR_MS
/** One transaction removes all records, so there must not be many. */
const MOST_RECORDS = 5000
const MOST_NAMED = 10
/** Most records named of those that stay changed. */
const MOST_KEPT_NAMED = 100

export interface UndoPorts {
  /** Removes records of each type that nothing depends on yet. */
  removeUnchanged: Readonly<
    Record<
      Exclude<RecordType, 'candidates'>,
      (ctx: WriteContext, given: RemoveUnchanged) => Promise<Followed[]>
    >
  >
  /** Restores records of each type to their state before the import. */
  restoreReplaced: Readonly<
    Record<RecordType, (ctx: WriteContext, given: RestoreReplaced) => Promise<Followed[]>>
  >
  removeCandidates: Candidates['removeAllUnchanged']
  removeHours(ctx: WriteContext, given: { ids: readonly string[]; most: number }): Promise<Followed[]>
  undoPreferences: Cohorts['undoPreferences']
}

/**
 * Removes all records that an import created, or none, and restores the records that it changed, except those that something
 * depends on. Throws `import_not_found`, `import_running`, `import_undone`, `import_not_undoable` with every reason, and
 * `import_in_use` with what depends on created records, or if every record would stay.
 */
export function createUndoImport(ports: UndoPorts) {
  return async function undoImport(ctx: WriteContext, { id }: { id: ImportId }): Promise<ImportRun> {
    const { partnerId } = ctx.actor
    const repository = createImportsRepository(ctx.db)
    const run = await repository.find(partnerId, id, 'update')
    if (!run) throw notFound('import')
    const now = ctx.clock()
    const replaced = createReplacedRecordsRepository(ctx.db)
    const isReplacedKept = isRecordType(run.type) && (await replaced.hasAny(partnerId, id))
    requireUndoable(run, { now, isReplacedKept })
    const written = await createImportRowsRepository(ctx.db).writtenBy(partnerId, id, MOST_RECORDS)
    const followed = await takeBack(ctx, ports, { run, written })
    if (followed.length > 0) throw inUse(followed)
    const kept = await restoreChanged(ctx, ports, { run, written })
    await replaced.forgetImport(partnerId, id)
    await repository.setUndone(run, { undoneAt: now, kept })
    return { ...run, undoneAt: now, kept, updatedAt: now }
  }
}

function inUse(followed: readonly Followed[]): DomainError {
  return new DomainError(
    'import_in_use',
    `Something followed from records of this import, so nothing was undone. See errors for up to ${MOST_NAMED} of them. Undo or delete what followed first, or change the records by hand.`,
    followed.slice(0, MOST_NAMED).map(({ id, code }) => ({
      pointer: '',
      code,
      messages: [message('fault_of_record', { id }), message('import_followed', { code })],
    })),
  )
}

type Written = readonly { id: string; outcome: ImportRow['outcome'] }[]

/** Restores changed records. Throws `import_in_use` if every one has to stay and nothing else was undone. */
async function restoreChanged(
  ctx: WriteContext,
  { restoreReplaced }: UndoPorts,
  { run, written }: { run: ImportRun; written: Written },
): Promise<KeptRecords | null> {
  if (!isRecordType(run.type)) return null
  const ids = written.flatMap(({ id, outcome }) => (outcome === 'updated' ? [id] : []))
  if (ids.length === 0) return null
  const findUses = findUsesSince(run.type, run.startedAt ?? run.createdAt)
  const kept = await restoreReplaced[run.type](ctx, { importId: run.id, ids, findUses })
  if (kept.length === written.length) throw inUse(kept)
  if (kept.length === 0) return null
  const named = kept.slice(0, MOST_KEPT_NAMED).map(({ id, code }) => ({ id, code }))
  return { count: kept.length, named }
}

async function takeBack(
  ctx: WriteContext,
  { removeUnchanged, removeCandidates, removeHours, undoPreferences }: UndoPorts,
  { run, written }: { run: ImportRun; written: Written },
): Promise<Followed[]> {
  const { type, cohortId } = run
  const ids = written.flatMap(({ id, outcome }) => (outcome === 'created' || keepsReplaced(type) ? [id] : []))
  if (ids.length === 0) return []
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
  return undoPreferences(ctx, { importId: run.id, cohortId, ids, startedAt, most })
}

function requireUndoable(run: ImportRun, given: Given): void {
  const { endedAt } = run
  if (!endedAt)
    throw new DomainError('import_running', 'The import has not ended. Wait for its end, or cancel it first.')
  if (run.undoneAt)
    throw new DomainError(
      'import_undone',
      'The import was undone before. Upload the file again to import it anew.',
    )
  const faults = [...reasonsAgainst(run, given)]
  if (faults.length > 0)
    throw new DomainError(
      'import_not_undoable',
      'This import cannot be undone. See errors for the reasons. Delete or change records one by one, or import a corrected file over them.',
      faults,
    )
}

/** Tells whether an import may still be undone, as far as the import itself shows. */
export function canBeUndone(run: ImportRun, now: Date): boolean {
  // Undoing checks whether the replaced records are still kept.
  const given = { now, isReplacedKept: true }
  return run.endedAt !== null && run.undoneAt === null && reasonsAgainst(run, given).next().done === true
}

type NotUndoable = MessageValues['import_not_undoable']['code']

interface Given {
  now: Date
  /** Whether the previous state of changed records is known. */
  isReplacedKept: boolean
}

function* reasonsAgainst(
  { type, mode, created, updated, endedAt }: ImportRun,
  { now, isReplacedKept }: Given,
): Generator<Fault> {
  const fault = (code: NotUndoable, count = 0): Fault => ({
    pointer: '',
    code,
    messages: [message('import_not_undoable', { code, count, most: MOST_RECORDS })],
  })
  if (mode === 'dry_run') {
    yield fault('dry_run')
    return
  }
  if (endedAt && now.getTime() - endedAt.getTime() >= UNDO_MS) yield fault('too_late')
  const isKnown = keepsReplaced(type) || (isRecordType(type) && isReplacedKept)
  const written = isKnown ? created + updated : created
  if (updated > 0 && !isKnown) yield fault('rows_updated', updated)
  if (written === 0) yield fault('nothing_created')
  if (written > MOST_RECORDS) yield fault('too_many', written)
}
