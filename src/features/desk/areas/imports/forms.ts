import { timeZone } from '../../../../shared/wire.ts'
import type { Correction, GivenOptions, ImportRow, ImportRun } from '../../../imports/index.ts'
import type { Sent } from '../../desk-pages.ts'
import { LEFT_OUT } from '../../pages/imports/columns-page.ts'
import { correctableCells } from '../../pages/imports/correctable-cells.ts'

const textOf = (sent: Sent, name: string): string | undefined => {
  const value = sent[name]
  return typeof value === 'string' ? value : undefined
}

/** Reads the options from the form of columns. Keeps the sheet of a workbook. */
export function optionsIn(sent: Sent, before: GivenOptions): GivenOptions {
  const columns: Record<string, string | null> = {}
  const defaults: Record<string, string> = {}
  for (const name of Object.keys(sent)) {
    const [, kind, at = ''] = /^(column|default)_(.+)$/.exec(name) ?? []
    const value = textOf(sent, name)
    const header = textOf(sent, `header_${at}`)
    if (kind === 'default' && value !== undefined) defaults[at] = value
    if (kind === 'column' && value !== undefined && header !== undefined)
      columns[header] = value === LEFT_OUT ? null : value
  }
  const dates = textOf(sent, 'date_format')
  const decimal = textOf(sent, 'decimal')
  const zone = timeZone.safeParse(sent.consent_time_zone)
  return {
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(Object.keys(defaults).length > 0 && { defaults }),
    ...((dates === 'dmy' || dates === 'mdy' || dates === 'ymd') && { dateFormat: dates }),
    ...((decimal === ',' || decimal === '.') && { decimal }),
    ...(zone.success && { consentTimeZone: zone.data }),
    ...(before.sheet && { sheet: before.sheet }),
    ...(sent.by_email === 'true' && { key: 'email' as const }),
  }
}

/** Reads the cells that were changed in the form of rows. A cell that was emptied is not submitted. */
export function correctionsIn(sent: Sent, run: ImportRun, rows: readonly ImportRow[]): Correction[] {
  return rows.flatMap((row) =>
    correctableCells(run, row).flatMap(({ position, cell: before }) => {
      const { number } = row
      // A form ends its lines with CR LF.
      const cell = (textOf(sent, `cell_${number}_${position}`) ?? '').replaceAll('\r\n', '\n')
      return cell === before.replaceAll('\r\n', '\n') ? [] : [{ number, position, cell }]
    }),
  )
}
