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

/** Characters that a reader of lines, or a spreadsheet, takes for something else. */
const NOT_PLAIN = /[\r\v\f\u0085\u2028\u2029]|_x00/
/** Reading gives up on a cell with many more, since its quotation mark may never have been closed. */
const MAX_LINE_BREAKS = 200

/** A value is written as people write it if that is read back as the same value, and as an exact cell otherwise. */
export function sheetOf(type: ImportType): BodySheet {
  const columns = columnsOf[type].filter(({ isPart }) => !isPart)
  const placed = columns.map((column, at) => ({
    column,
    at: [at],
    headers: [column.name],
    levels: [0],
    fallback: '',
  }))
  // What the catalogue knows may change, so that a list must be read back alike whatever it knows.
  const read = createCellReader(placed, {
    isKnownSkill: (label) => !/[,/&:()[\]|]| [-–—] | (and|y|et|und|e|sowie|plus) /i.test(label),
  })
  return {
    columns: columns.map(({ name }) => name),
    write(body, key, { separator }) {
      // As it is stored: without undefined.
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

/** Importing a blank cell changes nothing. */
function isBlank(value: unknown): boolean {
  return value === undefined || value === '' || isEmpty(value)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function pathOf(column: Column): readonly string[] {
  return isZone(column) ? ['availability', 'time_zone'] : column.path
}

/** It fills no field of its own: the availability is read with it. */
function isZone({ name }: Column): boolean {
  return name === 'availability_time_zone'
}

function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text) && text.split('\n').length <= MAX_LINE_BREAKS
}
