import { message } from '../../shared/messages/index.ts'
import { isPerRow } from './check-file-options.ts'
import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns.ts'
import { siblingOf } from './columns/placed-columns.ts'
import type { Detail } from './details.ts'
import type { ImportType } from './imports.table.ts'

/** Consent is never suggested. */
const CONSENTS = new Set(['share_profile', 'share_contact'])

/** Suggests a default for a missing column: its name and an example cell. Null if each row needs its own. */
export function suggestDefault(
  type: ImportType,
  { name, example }: Pick<Column, 'name' | 'example'>,
): Record<string, string> | null {
  if (isPerRow(type, name)) return null
  if (CONSENTS.has(name)) return { [name]: 'no' }
  if (example !== '') return { [name]: example }
  const sibling = columnsOf[type].find((one) => one.name === siblingOf(name))
  return sibling && sibling.example !== '' ? { [sibling.name]: sibling.example } : null
}

/** Explains how to provide a column that a file lacks. */
export function howToGive(type: ImportType, column: Pick<Column, 'name' | 'example'>): Detail {
  const given = suggestDefault(type, column)
  const text =
    given === null
      ? `Add a column for it, or say which header stands for it, like columns={"Header":"${column.name}"}.`
      : `Add a column for it, or give one value for all rows, like defaults=${JSON.stringify(given)}.`
  return message('import_how_to_give', { text })
}

/** Explains how to provide several columns that a file lacks. */
export function howToGiveAll(type: ImportType, columns: readonly Pick<Column, 'name' | 'example'>[]): Detail {
  const [only, ...others] = columns
  if (only && others.length === 0) return howToGive(type, only)
  const given = columns.map((column) => suggestDefault(type, column))
  const known = Object.assign({}, ...given.filter((one) => one !== null))
  const own = columns.filter((_, at) => given[at] === null)
  const named = own.map(({ name }, at) => [`Header ${at + 1}`, name] as const)
  const mapped = JSON.stringify(Object.fromEntries(named))
  const advice = [
    ...(named.length > 0 ? [`say which headers stand for them, like columns=${mapped}`] : []),
    ...(Object.keys(known).length > 0
      ? [`give one value for all rows, like defaults=${JSON.stringify(known)}`]
      : []),
  ]
  return message('import_how_to_give', { text: `Add columns for them, or ${advice.join(' and ')}.` })
}
