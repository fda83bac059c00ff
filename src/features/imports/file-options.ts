import type { ReadingContext } from './values/reading.ts'

/** How one file is to be read, beside its header. */
export interface FileOptions {
  /** Header as written in the file -> column name; null leaves the column out. */
  columns: Readonly<Record<string, string | null>>
  /** Column name -> cell, for rows whose own cell is blank or missing. */
  defaults: Readonly<Record<string, string>>
  dateFormat: 'dmy' | 'mdy' | 'ymd' | null
  decimal: ',' | '.' | null
  /** Name or number (from 1) of a workbook's sheet; null is the first. */
  sheet: string | null
  key: 'external_id' | 'email'
}

/** Only what was said: the rest is as in `plainOptions`. */
export type GivenOptions = Partial<FileOptions>

export const plainOptions: FileOptions = {
  columns: {},
  defaults: {},
  dateFormat: null,
  decimal: null,
  sheet: null,
  key: 'external_id',
}

/** Puts options over others. Headers and defaults are joined one by one, so that one header can be added to a profile. */
export function joinOptions(below: GivenOptions, above: GivenOptions): GivenOptions {
  const columns = { ...below.columns, ...above.columns }
  const defaults = { ...below.defaults, ...above.defaults }
  return {
    ...below,
    ...above,
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(Object.keys(defaults).length > 0 && { defaults }),
  }
}

/** The options of an import as stored; those of an import that a previous version started are missing. */
export function optionsOf({ options }: { options: GivenOptions | null }): FileOptions {
  return { ...plainOptions, ...options }
}

/** What the options tell of the values of a file. */
export function readingContextOf({
  dateFormat,
  decimal,
}: Pick<FileOptions, 'dateFormat' | 'decimal'>): ReadingContext {
  return { dateFormat: dateFormat ?? undefined, decimal: decimal ?? undefined }
}
