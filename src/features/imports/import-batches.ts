import type { Queryable } from '../../platform/db/index.ts'
import { violatedConstraint } from '../../platform/db/index.ts'
import type { InTransaction, Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Fault } from '../../shared/errors.ts'
import { externalId as externalIdSchema } from '../../shared/wire.ts'
import { externalField, type Merged, type MergeMany } from '../postings/index.ts'
import { cellAt, columnAt, type PlacedColumns } from './columns/read-cells.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRow, ImportRun, ImportType, RowFault } from './imports.table.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

export const MOST_ROWS = 100_000
const BATCH_ROWS = 1000
/** Longer than a batch may take; a runner that is silent for so long has died. */
export const CLAIM_MS = 15_000

export interface ImportDeps {
  db: Queryable
  inTransaction: InTransaction
  clock: Clock
  /** By the type of an import. */
  postings: Record<ImportType, { mergeMany: MergeMany }>
}

/** Another process has gone on with this import meanwhile. */
export class ClaimLost extends Error {}

const inBackground = { inBackground: true }

/** Rows of one import on their way into the database. */
export class ImportBatches {
  readonly #deps: ImportDeps
  readonly #run: ImportRun
  readonly #lineByExternalId = new Map<string, number>()
  #placed: PlacedColumns = []
  #rows: SourceRow[] = []
  /** Among the rows of the file, those that were written before this run too. */
  #seen = 0
  #written: number

  constructor(deps: ImportDeps, run: ImportRun) {
    this.#deps = deps
    this.#run = run
    this.#written = run.rowsRead
  }

  useColumns(placed: PlacedColumns): void {
    this.#placed = placed
  }

  /** True once a batch is full. Throws UnreadableFile where there are too many. */
  add(row: SourceRow): boolean {
    if (++this.#seen > MOST_ROWS) {
      throw new UnreadableFile(
        'too_many_rows',
        `A file may have up to ${MOST_ROWS} rows; the others were not read.`,
      )
    }
    const checked = this.#checked(row)
    if (this.#seen > this.#run.rowsRead) this.#rows.push(checked)
    return this.#rows.length >= BATCH_ROWS
  }

  #checked(row: SourceRow): SourceRow {
    if (row.fault) return row
    const { externalId, line } = row
    const column = this.#run.format === 'csv' ? 'external_id' : null
    const refused = (code: string, message: string) => ({
      ...row,
      fault: { column, code, message, value: externalId },
    })
    if (row.cells.some((cell) => cell.includes('\0') || (column === null && /\\u0000/.test(cell))))
      return {
        ...row,
        fault: {
          column: null,
          code: 'nul_character',
          message: 'The row holds a NUL character.',
          value: null,
        },
      }
    if (externalId === null || externalId === '') return refused('required', 'Each row needs an external_id.')
    if (!externalIdSchema.safeParse(externalId).success)
      return refused('invalid_value', 'Must have at most 200 characters.')
    const first = this.#lineByExternalId.get(externalId)
    if (first !== undefined)
      return refused('duplicate_key', `Line ${first} has the same external_id; that one counts.`)
    this.#lineByExternalId.set(externalId, line)
    return row
  }

  async write(): Promise<void> {
    const rows = this.#rows
    if (rows.length === 0) return
    this.#rows = []
    try {
      await this.#writeOnce(rows)
    } catch (error) {
      // Somebody posted one of them in between: now it can be found.
      if (!violatedConstraint(error)?.endsWith('_external_id')) throw error
      await this.#writeOnce(rows)
    }
    this.#written += rows.length
  }

  async #writeOnce(rows: readonly SourceRow[]): Promise<void> {
    const { partnerId, id } = this.#run
    await this.#deps.inTransaction(async (tx) => {
      const repository = createImportsRepository(tx.db)
      const run = await repository.find(partnerId, id, 'update')
      if (run?.state !== 'running' || run.rowsRead !== this.#written) throw new ClaimLost()
      const results = await this.#results(tx, rows)
      await repository.addRows(results)
      const now = this.#deps.clock()
      const counted = (outcome: ImportRow['outcome']) =>
        results.filter((result) => result.outcome === outcome).length
      await repository.update(run, {
        rowsRead: run.rowsRead + rows.length,
        created: run.created + counted('created'),
        updated: run.updated + counted('updated'),
        unchanged: run.unchanged + counted('unchanged'),
        rejected: run.rejected + counted('rejected'),
        claimedUntil: new Date(now.getTime() + CLAIM_MS),
        attempts: 0,
        updatedAt: now,
      })
    }, inBackground)
  }

  async #results(tx: Transaction, rows: readonly SourceRow[]): Promise<ImportRow[]> {
    const { partnerId, id, type, mode } = this.#run
    const good = rows.filter((row) => !row.fault)
    const merges = good.map(({ externalId, patch }) => ({
      externalId: externalId ?? '',
      patch: this.#withParent(patch),
    }))
    const ctx = { ...tx, actor: { partnerId }, clock: this.#deps.clock }
    const merged = await this.#deps.postings[type].mergeMany(ctx, { merges, dryRun: mode === 'dry_run' })
    const mergedOf = new Map(good.map((row, at) => [row, merged[at]]))
    return rows.map((row, at) => ({
      partnerId,
      importId: id,
      number: this.#written + at + 1,
      line: row.line,
      externalId: storableText(row.externalId),
      ...this.#resultOf(row, mergedOf.get(row)),
    }))
  }

  /** Candidates go into the program that the import names, where a row names none; preferences to its cohort. */
  #withParent(patch: Record<string, unknown>): Record<string, unknown> {
    const { programId, cohortId } = this.#run
    if (cohortId !== null) return { ...patch, cohort_id: cohortId }
    if (programId === null || 'program_id' in patch || externalField('program_id') in patch) return patch
    return { program_id: programId, ...patch }
  }

  #resultOf(
    row: SourceRow,
    merged: Merged | undefined,
  ): Pick<ImportRow, 'outcome' | 'resourceId' | 'faults' | 'cells'> {
    if (merged && merged.outcome !== 'rejected') {
      // A dry run makes nothing that could be looked up.
      const isThere = merged.outcome !== 'created' || this.#run.mode === 'apply'
      return { outcome: merged.outcome, resourceId: isThere ? merged.id : null, faults: null, cells: null }
    }
    const faults = row.fault ? [row.fault] : (merged?.faults ?? []).map((fault) => this.#faultOf(row, fault))
    const cells = row.cells.map((cell) => cell.replaceAll('\0', '\u{fffd}').toWellFormed())
    return { outcome: 'rejected', resourceId: null, faults: faults.map(storable), cells }
  }

  #faultOf(row: SourceRow, { pointer, code, detail }: Fault): RowFault {
    if (this.#run.format === 'ndjson') return { column: pointer || null, code, message: detail, value: null }
    const found = columnAt(this.#placed, pointer)
    const column = found?.column.name ?? (pointer.replace(/^\//, '') || null)
    return { column, code, message: detail, value: found ? cellAt(row.cells, found.at) : null }
  }
}

const MOST_VALUE_CHARS = 200

function storable(fault: RowFault): RowFault {
  return { ...fault, value: storableText(fault.value) }
}

/** Postgres stores no NUL. */
function storableText(text: string | null): string | null {
  return text?.slice(0, MOST_VALUE_CHARS).replaceAll('\0', '\u{fffd}').toWellFormed() ?? null
}
