import type { RequestContext } from '../../../../platform/http/index.ts'
import type { Correction, ImportRow, ImportRun, Imports } from '../../../imports/index.ts'
import { correctableCells } from '../../pages/imports/correctable-cells.ts'

const ROWS_AT_ONCE = 1000

interface Corrected {
  run: ImportRun
  /** The rows of the page on which cells were corrected by hand. */
  rows: readonly ImportRow[]
  corrections: readonly Correction[]
}

/**
 * Adds the same corrections for equal cells that other rows have a remark about. A cell that was corrected in two ways
 * stays as it is elsewhere.
 */
export async function withSameCells(
  ctx: RequestContext,
  { listRows }: Pick<Imports, 'listRows'>,
  { run, rows, corrections }: Corrected,
): Promise<Correction[]> {
  const shown = new Map(rows.map((row) => [row.number, row]))
  const byHand = new Set(corrections.map(({ number, position }) => `${number} ${position}`))
  const changes = new Map<string, Set<string>>()
  for (const { number, position, cell } of corrections) {
    const key = keyOf(position, shown.get(number)?.cells?.[position])
    changes.set(key, (changes.get(key) ?? new Set()).add(cell))
  }
  const added: Correction[] = []
  for (let after: number | undefined = 0; after !== undefined && changes.size > 0; ) {
    const page = await listRows(ctx, { id: run.id, after, limit: ROWS_AT_ONCE, isReported: true })
    const same = page.flatMap((row) => sameIn(row, { run, changes }))
    added.push(...same.filter(({ number, position }) => !byHand.has(`${number} ${position}`)))
    after = page.length < ROWS_AT_ONCE ? undefined : page.at(-1)?.number
  }
  return [...corrections, ...added]
}

function sameIn(
  row: ImportRow,
  { run, changes }: { run: ImportRun; changes: ReadonlyMap<string, ReadonlySet<string>> },
): Correction[] {
  return correctableCells(run, row).flatMap(({ position, cell: before }) => {
    const [cell, ...others] = changes.get(keyOf(position, before)) ?? []
    return cell === undefined || others.length > 0 ? [] : [{ number: row.number, position, cell }]
  })
}

function keyOf(position: number, cell: string | undefined): string {
  return `${position} ${cell ?? ''}`
}
