import { type Command, InvalidArgumentError, Option } from 'commander'

type Pairs = Readonly<Record<string, string>>

/** Options that describe the format of a file. */
export interface FileOptionsGiven {
  column: Pairs
  default: Pairs
  dateFormat?: string
  decimal?: string
  sheet?: string
  key?: string
  consentTimeZone?: string
}

/** Adds the options that describe the format of a file. */
export function addFileOptions(command: Command): Command {
  return command
    .option(
      '--column <header=column>',
      'column of a header; leave the part after = blank to ignore the header; repeatable',
      addColumn,
      {},
    )
    .option(
      '--default <column=cell>',
      'value for rows whose own cell is blank or missing; repeatable',
      addDefault,
      {},
    )
    .addOption(
      new Option('--date-format <order>', 'order of day, month and year in dates').choices([
        'dmy',
        'mdy',
        'ymd',
      ]),
    )
    .addOption(new Option('--decimal <sign>', 'decimal sign of numbers').choices([',', '.']))
    .option('--sheet <sheet>', 'sheet of a workbook, by name or by number from 1')
    .addOption(
      new Option('--key <field>', 'key that identifies the record of a row').choices([
        'external_id',
        'email',
      ]),
    )
    .option(
      '--consent-time-zone <zone>',
      'time zone of consent times without an offset, such as Europe/Berlin',
    )
}

/** Converts the options to a request body. */
export function fileOptionsBody({ column, default: defaults, ...options }: FileOptionsGiven) {
  const columns = Object.entries(column).map(([header, name]) => [header, name === '' ? null : name] as const)
  return {
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
    ...(Object.keys(defaults).length > 0 && { defaults }),
    ...(options.dateFormat && { date_format: options.dateFormat }),
    ...(options.decimal && { decimal: options.decimal }),
    ...(options.sheet && { sheet: options.sheet }),
    ...(options.key && { key: options.key }),
    ...(options.consentTimeZone && { consent_time_zone: options.consentTimeZone }),
  }
}

/** Converts the options to parameters of an upload. */
export function fileParameters(options: FileOptionsGiven): Record<string, string> {
  const texts = Object.entries(fileOptionsBody(options)).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return Object.fromEntries(texts)
}

/** A header may contain =, but a column's name does not. */
function addColumn(text: string, before: Pairs): Pairs {
  return addPair(text, text.lastIndexOf('='), before)
}

function addDefault(text: string, before: Pairs): Pairs {
  return addPair(text, text.indexOf('='), before)
}

function addPair(text: string, at: number, before: Pairs): Pairs {
  if (at < 1) throw new InvalidArgumentError('Write a name, =, and a value.')
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}
