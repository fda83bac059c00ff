import type { Logger } from 'pino'
import { isDatabaseAway, violatedConstraint } from '../../platform/db/index.ts'
import type { InTransaction, WriteContext } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { message } from '../../shared/messages/index.ts'
import { clockOfPartner } from '../access/index.ts'
import { externalField, type MergeMany } from '../postings/index.ts'
import { createRowCheck } from './check-row.ts'
import { lacksIds, type PlacedColumns } from './columns/placed-columns.ts'
import { rowMessage } from './details.ts'
import { optionsOf } from './file-options.ts'
import { createImportRowsRepository } from './import-rows.repository.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRow, ImportRun, ImportType } from './imports.table.ts'
import { type FindNotices, type MergedRow, mergeRows } from './merge-rows.ts'
import { withNamedParents } from './named-parents.ts'
import { withPlacesOfOrganizations } from './places-of-organizations.ts'
import { remarksOn, rowResult } from './row-result.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

export const MAX_ROWS = 100_000
const BATCH_ROWS = 1000
/** Longer than any batch takes: a process that is silent for this long has died. */
export const CLAIM_MS = 15_000

export interface BatchPorts {
  inTransaction: InTransaction
  clock: Clock
  log: Logger
  /** Writes the rows of each type of import. */
  merge: Readonly<Record<ImportType, MergeMany>>
  /** Finds notices for rows about to be merged, for each row in order. */
  notice: Readonly<Partial<Record<ImportType, FindNotices>>>
  /** Tells whether a label names a skill of the catalogue. */
  isKnownSkill(label: string): boolean
}

const FAULT_OF_OURS = {
  column: null,
  code: 'internal',
  details: [rowMessage('failed_on_our_side')],
  value: null,
}

/** Thrown when another process has continued this import, or when it was cancelled. */
export class ClaimLost extends Error {}

const noNotices: FindNotices = async () => []
const inBackground = { inBackground: true }

/** Logs only the name and code of an error, because the message of a query error may quote a row. */
export function logFault(log: Logger, error: unknown, what: string): void {
  const { name, code } = nameAndCode(error)
  log.warn({ reason: `${name} ${code}`.trim() }, what)
}

function nameAndCode(error: unknown): { name: string; code: string } {
  if (!(error instanceof Error)) return { name: 'unknown', code: '' }
  return { name: error.name, code: 'code' in error ? String(error.code) : '' }
}

/** Collects the rows of one import and writes them in batches. */
export class ImportBatches {
  readonly #ports: BatchPorts
  #run: ImportRun
  #check: (row: SourceRow) => SourceRow
  #placed: PlacedColumns = []
  #rows: SourceRow[] = []
  /** Rows of the file so far, including those written by earlier runs. */
  #seen = 0
  #written: number
  #turn = { begunMs: 0, readMs: 0 }

  constructor(ports: BatchPorts, run: ImportRun) {
    this.#ports = ports
    this.#run = run
    this.#check = createRowCheck({ ...run, ...optionsOf(run) })
    this.#written = run.rowsRead
  }

  /** Rows read from the file so far. */
  get rowsSeen(): number {
    return this.#seen
  }

  /** Rows of the file before those in the current batch. */
  get rowsPassed(): number {
    return this.#seen - this.#rows.length
  }

  get rowsWritten(): number {
    return this.#written
  }

  /** Continues the claimed import. Skips rows that another process has written meanwhile. */
  beginTurn(run: ImportRun): void {
    this.#rows.splice(0, run.rowsRead - this.rowsPassed)
    this.#run = run
    this.#written = run.rowsRead
    this.#turn = { begunMs: performance.now(), readMs: 0 }
  }

  /**
   * Whether this turn has lasted at least twice as long as reading the file again took, so that at most half of the time
   * goes into reading again.
   */
  get turnIsOver(): boolean {
    const { begunMs, readMs } = this.#turn
    return performance.now() - begunMs >= 2 * readMs
  }

  /** Sets the columns of the file. Must be called before the first row is added. */
  useColumns(placed: PlacedColumns): void {
    this.#placed = placed
    this.#check = createRowCheck({ ...this.#run, ...optionsOf(this.#run), lacksIds: lacksIds(placed) })
  }

  /** Adds a row. Returns true once the batch is full. Throws UnreadableFile if the file has too many rows. */
  add(row: SourceRow): boolean {
    if (++this.#seen > MAX_ROWS)
      throw new UnreadableFile('too_many_rows', message('import_too_many_rows', { most: MAX_ROWS }))
    const checked = this.#check(row)
    if (this.#seen <= this.#run.rowsRead) this.#turn.readMs = performance.now() - this.#turn.begunMs
    else this.#rows.push(checked)
    return this.#rows.length >= BATCH_ROWS
  }

  /** Writes the collected rows in one transaction. Throws ClaimLost. */
  async write(): Promise<void> {
    const rows = this.#rows
    if (rows.length === 0) return
    this.#rows = []
    await this.#writeAll(rows)
  }

  /** Halves a failing batch until the failing row is found, so that one row never costs the others. */
  async #writeAll(rows: readonly SourceRow[]): Promise<void> {
    try {
      await this.#writeTwice(rows)
    } catch (error) {
      const [first] = rows
      if (error instanceof ClaimLost || isDatabaseAway(error) || !first) throw error
      const half = Math.ceil(rows.length / 2)
      if (half < rows.length) {
        await this.#writeAll(rows.slice(0, half))
        return await this.#writeAll(rows.slice(half))
      }
      logFault(this.#ports.log, error, 'a row of an import failed')
      if (first.faults.includes(FAULT_OF_OURS)) throw error
      await this.#writeTwice([{ ...first, faults: [FAULT_OF_OURS], isRead: false }])
    }
  }

  async #writeTwice(rows: readonly SourceRow[]): Promise<void> {
    try {
      await this.#writeOnce(rows)
    } catch (error) {
      // A request has created one of the rows since the lookup: the second try finds it.
      if (!violatedConstraint(error)?.endsWith('_external_id')) throw error
      await this.#writeOnce(rows)
    }
    this.#written += rows.length
  }

  async #writeOnce(rows: readonly SourceRow[]): Promise<void> {
    const { inTransaction, clock } = this.#ports
    const { partnerId, id } = this.#run
    await inTransaction(async (tx) => {
      const repository = createImportsRepository(tx.db)
      const run = await repository.find(partnerId, id, 'update')
      if (run?.status !== 'running' || run.rowsRead !== this.#written) throw new ClaimLost()
      const partnerClock = await clockOfPartner({ db: tx.db, clock }, partnerId)
      const results = await this.#merge({ ...tx, actor: { partnerId }, clock: partnerClock }, rows)
      await createImportRowsRepository(tx.db).add(results)
      const now = clock()
      await repository.updateIf('running', run, {
        ...countsAfter(run, results),
        claimedUntil: new Date(now.getTime() + CLAIM_MS),
        attempts: 0,
        updatedAt: now,
      })
    }, inBackground)
  }

  async #merge(ctx: WriteContext, rows: readonly SourceRow[]): Promise<ImportRow[]> {
    const { partnerId, id } = this.#run
    const merged = await mergeBatch(ctx, this.#ports, { run: this.#run, rows, placed: this.#placed })
    return merged.map(({ row, result }, at) => ({
      partnerId,
      importId: id,
      number: this.#written + at + 1,
      ...rowResult(this.#run, row, result, this.#placed),
    }))
  }
}

/** What the rows of a file belong to, and whether they are written. */
export type BatchRun = Pick<ImportRun, 'type' | 'format' | 'mode' | 'programId' | 'cohortId'> &
  Partial<Pick<ImportRun, 'id'>>

/** Merges rows, or reports what merging them would do. */
export async function mergeBatch(
  ctx: WriteContext,
  ports: Pick<BatchPorts, 'merge' | 'notice'>,
  { run, rows, placed }: { run: BatchRun; rows: readonly SourceRow[]; placed: PlacedColumns },
): Promise<MergedRow[]> {
  const toRemarks = (row: SourceRow) => remarksOn(run, row, placed)
  const known = { type: run.type, programId: run.programId, placed, remarksOn: toRemarks }
  const named = await withNamedParents(ctx, rows, known)
  return mergeRows(ctx, await withPlacesOfOrganizations(ctx, run.type, named), {
    type: run.type,
    merge: ports.merge[run.type],
    findNotices: ports.notice[run.type] ?? noNotices,
    toMerge: ({ externalId, record, patch, blank, forNew }) => ({
      externalId: record?.key ?? externalId ?? '',
      patch: withParent(run, patch),
      blank,
      mustBeNew: record?.isNew,
      forNew: run.type === 'helpers' ? ownContact(patch) : forNew,
    }),
    remarksOn: toRemarks,
    dryRun: run.mode === 'dry_run',
    importId: run.id,
  })
}

/** Returns the contact of a person, who is their own contact unless the row names another. */
function ownContact({ kind, name }: SourceRow['patch']): Record<string, unknown> | undefined {
  return kind === 'person' && typeof name === 'string' ? { contact: { name } } : undefined
}

/**
 * Adds the parent of the rows: candidates join the import's program unless the row names one, and preferences join its
 * cohort.
 */
function withParent(
  { programId, cohortId }: BatchRun,
  patch: Record<string, unknown>,
): Record<string, unknown> {
  if (cohortId !== null) return { ...patch, cohort_id: cohortId }
  if (programId === null || 'program_id' in patch || externalField('program_id') in patch) return patch
  return { program_id: programId, ...patch }
}

function countsAfter(run: ImportRun, results: readonly ImportRow[]) {
  const added = (outcome: ImportRow['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  return {
    rowsRead: run.rowsRead + results.length,
    created: run.created + added('created'),
    updated: run.updated + added('updated'),
    unchanged: run.unchanged + added('unchanged'),
    rejected: run.rejected + added('rejected'),
    noticed: run.noticed + results.filter(({ notices }) => notices).length,
  }
}
