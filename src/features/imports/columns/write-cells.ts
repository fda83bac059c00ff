import { isDeepStrictEqual } from 'node:util'
import { cellText } from '../../../platform/http/index.ts'
import type { BodySheet } from '../../postings/index.ts'
import type { ImportType } from '../imports.table.ts'
import type { Column } from './column.ts'
import { columnsOf } from './columns.ts'
import { exactCell } from './exact-cells.ts'
import { plainCell } from './plain-cells.ts'
import { createCellReader } from './read-cells.ts'
import { valueAt } from './read-value.ts'

/** Characters that readers of lines, or spreadsheets, misread. */
const NOT_PLAIN = /[\r\v\f\u0085\u2028\u2029]|_x00/
/** Reading gives up on a cell with many more, since its quotation mark may never have been closed. */
const MAX_LINE_BREAKS = 200

/**
 * Creates the sheet of a type. A value is written as people write it if it is read back unchanged, otherwise as an exact
 * cell.
 */
export function sheetOf(type: ImportType): BodySheet {
  const columns = columnsOf[type].filter(({ isPart }) => !isPart)
  const placed = columns.map((column, at) => ({
    column,
    at: [at],
    headers: [column.name],
    levels: [0],
    fallback: '',
  }))
  // The catalogue may change, so lists must be read back alike whatever it knows.
  const read = createCellReader(placed, {
    isKnownSkill: (label) => !/[,/&:()[\]|]| [-–—] | (and|y|et|und|e|sowie|plus) /i.test(label),
  })
  return {
    columns: columns.map(({ name }) => name),
    write(body, key, { separator }) {
      // As stored, without undefined fields.
      const given = { external_id: key, ...JSON.parse(JSON.stringify(body)) }
      const values = columns.map((column) => valueAt(given, pathOf(column)))
      const cells = values.map((value) => (isBlank(value) ? null : (plainCell(value) ?? exactCell(value))))
      const texts = cells.map((cell) => cellText(cell, separator))
      const { patch } = read(texts)
      return columns.map((column, at) => {
        const [value, cell, text] = [values[at], cells[at] ?? null, texts[at] ?? '']
        if (cell === null || isZone(column)) return cell
        const same = column.name === 'sessions' ? column.isSame : isDeepStrictEqual
        const isSame = isPlain(text) && same(valueAt(patch, column.path), value)
        return isSame ? cell : exactCell(value)
      })
    },
  }
}

/** Tells whether a value is written as a blank cell. Importing a blank cell changes nothing. */
function isBlank(value: unknown): boolean {
  return value === undefined || value === '' || isEmpty(value)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function pathOf(column: Column): readonly string[] {
  return isZone(column) ? ['availability', 'time_zone'] : column.path
}

/** Tells whether this is the time zone of hours, which is read with the availability. */
function isZone({ name }: Column): boolean {
  return name === 'availability_time_zone'
}

function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text) && text.split('\n').length <= MAX_LINE_BREAKS
}
