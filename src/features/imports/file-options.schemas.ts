import { z } from 'zod'
import { parameterPointer, parseOrThrow, validationFailed } from '../../shared/faults.ts'
import { message } from '../../shared/messages/index.ts'
import * as wire from '../../shared/wire.ts'
import type { FileOptions, GivenOptions } from './file-options.ts'

const MAX_HEADER_CHARS = 500
const MAX_JSON_CHARS = 100_000

const columnName = z.string().min(1).max(100)
const columns = z
  .record(z.string().max(MAX_HEADER_CHARS), columnName.nullable())
  .describe('Maps headers of the file to columns. Null ignores a header')
const defaults = z
  .record(columnName, wire.text(1, 10_000))
  .describe('Values by column, for rows whose own cell is blank or missing')
const simple = {
  date_format: z
    .enum(['dmy', 'mdy', 'ymd'])
    .optional()
    .describe('Order of day, month and year in dates such as 03/04/2027'),
  decimal: z.enum([',', '.']).optional().describe('Decimal sign of numbers'),
  sheet: wire
    .text(1, 200)
    .optional()
    .describe(
      'Sheet of a workbook, by name or by number from 1. Default: the first visible sheet with known columns',
    ),
  key: z
    .enum(['external_id', 'email'])
    .optional()
    .describe(
      'Key that identifies the record of a row. `email` is for files without ids of candidates, helpers or organizations; a new record then gets the external_id of its row, or a random one. Default: `external_id`',
    ),
  consent_time_zone: wire.timeZone
    .optional()
    .describe(
      "IANA name of the time zone of consent times without an offset. Default: the row's `time_zone`, otherwise UTC",
    ),
}

/** Options in a JSON body. */
export const fileOptionsInput = z.strictObject({
  columns: columns.optional(),
  defaults: defaults.optional(),
  ...simple,
})

export const fileOptionsShown = z.object({
  columns: z
    .record(z.string(), z.string().nullable())
    .describe('Columns by header. Null: the header is ignored'),
  defaults: z.record(z.string(), z.string()).describe('Values for rows whose own cell is blank or missing'),
  date_format: simple.date_format
    .unwrap()
    .nullable()
    .describe('Order of day, month and year in dates. Null: derived from the dates'),
  decimal: simple.decimal.unwrap().nullable().describe('Decimal sign of numbers'),
  sheet: z.string().nullable().describe('Sheet of a workbook, by name or by number from 1'),
  key: simple.key.unwrap().describe('Key that identifies the record of a row'),
  consent_time_zone: z
    .string()
    .nullable()
    .describe("Time zone of consent times without an offset. Null: the row's `time_zone`, otherwise UTC"),
})

/** Name of a saved profile, as a query parameter or form field. */
const profile = wire
  .text(1, 100)
  .optional()
  .describe('Import profile to use. Options of the request take precedence')

const jsonText = z.string().max(MAX_JSON_CHARS).optional()
/** Options as query parameters or form fields. */
export const fileOptionsQuery = {
  columns: jsonText.describe(
    'JSON object that maps headers to columns, such as `{"Matrikelnummer": "external_id"}`. Null ignores a header',
  ),
  defaults: jsonText.describe(
    'JSON object of values by column, such as `{"country": "US"}`, for rows whose own cell is blank or missing',
  ),
  ...simple,
  profile,
}
export type OptionsText = z.output<z.ZodObject<typeof fileOptionsQuery>>

/** Parses the fields of a form. Throws `validation_failed`. */
export function optionsInForm(fields: Record<string, unknown>): OptionsText {
  return parseOrThrow(z.strictObject(fileOptionsQuery), fields, parameterPointer)
}

/** Parses options given as texts, except the profile. Throws `validation_failed`. */
export function optionsInTexts({
  columns: columnsText,
  defaults: defaultsText,
  profile: _,
  ...rest
}: OptionsText): GivenOptions {
  return toOptions({
    ...rest,
    ...(columnsText !== undefined && {
      columns: parsed('columns', columns, columnsText, '{"Matrikelnummer": "external_id"}'),
    }),
    ...(defaultsText !== undefined && {
      defaults: parsed('defaults', defaults, defaultsText, '{"country": "US"}'),
    }),
  })
}

export function toOptions(given: z.output<typeof fileOptionsInput>): GivenOptions {
  const { columns, defaults, date_format: dateFormat, decimal, sheet, key } = given
  const { consent_time_zone: consentTimeZone } = given
  return {
    ...(columns && { columns }),
    ...(defaults && { defaults }),
    ...(dateFormat && { dateFormat }),
    ...(decimal && { decimal }),
    ...(sheet && { sheet }),
    ...(key && { key }),
    ...(consentTimeZone && { consentTimeZone }),
  }
}

export function showOptions({
  columns,
  defaults,
  dateFormat,
  decimal,
  sheet,
  key,
  consentTimeZone,
}: FileOptions): z.output<typeof fileOptionsShown> {
  const plain = { columns, defaults, decimal, sheet, key }
  return { ...plain, date_format: dateFormat, consent_time_zone: consentTimeZone }
}

function parsed<T>(name: string, schema: z.ZodType<T>, text: string, example: string): T {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw validationFailed([
      {
        pointer: `?${name}`,
        code: 'invalid_value',
        messages: [message('fault_json_object', { example })],
      },
    ])
  return parseOrThrow(schema, value, (path) => parameterPointer([name, ...path]))
}

/** Returns undefined for a text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
