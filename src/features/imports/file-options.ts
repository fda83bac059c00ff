import type { ReadingContext } from './values/reading.ts'

/** How to read one file, besides its header. */
export interface FileOptions {
  /** Header as written in the file -> column name; null leaves the column out. */
  columns: Readonly<Record<string, string | null>>
  /** Column name -> cell, for rows whose own cell is blank or missing. */
  defaults: Readonly<Record<string, string>>
  dateFormat: 'dmy' | 'mdy' | 'ymd' | null
  decimal: ',' | '.' | null
  /** Name or number (from 1) of a workbook's sheet; null means the first. */
  sheet: string | null
  key: 'external_id' | 'email'
  /** IANA zone of consent times without an offset. Null means the zone of the row. */
  consentTimeZone: string | null
}

/** Only the options that were given; the others are as in `plainOptions`. */
export type GivenOptions = Partial<FileOptions>

export const plainOptions: FileOptions = {
  columns: {},
  defaults: {},
  dateFormat: null,
  decimal: null,
  sheet: null,
  key: 'external_id',
  consentTimeZone: null,
}

/**
 * Merges two sets of options; `above` takes precedence. Columns and defaults merge by key, so that a request can add one
 * header to a profile.
 */
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

/** Returns the stored options of an import. Imports started by an earlier version have none. */
export function optionsOf({ options }: { options: GivenOptions | null }): FileOptions {
  return { ...plainOptions, ...options }
}

/** Returns the options that decide how values are read. */
export function readingContextOf({
  dateFormat,
  decimal,
  consentTimeZone,
}: Pick<FileOptions, 'dateFormat' | 'decimal' | 'consentTimeZone'>): ReadingContext {
  return {
    dateFormat: dateFormat ?? undefined,
    decimal: decimal ?? undefined,
    consentTimeZone: consentTimeZone ?? undefined,
  }
}
