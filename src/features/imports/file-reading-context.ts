import { columnsOf } from './columns/columns.ts'
import { readDefaults } from './columns/read-defaults.ts'
import { valueAt } from './columns/read-value.ts'
import { type FileOptions, readingContextOf } from './file-options.ts'
import type { ImportType } from './imports.table.ts'
import type { ReadingContext } from './values/reading.ts'

/** Returns what applies to all records of a file: its options, the default country and time zone, and the catalogue. */
export function fileReadingContext(
  type: ImportType,
  options: FileOptions,
  { isKnownSkill }: Pick<ReadingContext, 'isKnownSkill'>,
): ReadingContext {
  const columns = columnsOf[type]
  const { patch } = readDefaults(columns, options.defaults)
  const textOf = (name: string) => {
    const path = columns.find((column) => column.name === name)?.path
    const value = path && valueAt(patch, path)
    return typeof value === 'string' ? value : undefined
  }
  return {
    ...readingContextOf(options),
    country: textOf('country'),
    timeZone: textOf('time_zone'),
    isKnownSkill,
  }
}
