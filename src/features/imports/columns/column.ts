import { fractionDigits } from '../../../shared/currency.ts'

/** A column of a spreadsheet: the headers that name it, and the field of the body that its cells fill. */
export interface Column {
  name: string
  synonyms: readonly string[]
  /** Path of the field in the body. */
  path: readonly [string, ...string[]]
  /** The value of a cell. A cell that can't be read is returned unchanged, so that the schema refuses it. */
  read(cell: string, row: RowCells): unknown
  example: string
}

/** Another cell of the same row, by its column's name. Empty if there is none. */
export type RowCells = (column: string) => string

type Given = {
  name: string
  synonyms?: readonly string[]
  /** Default: the name. */
  path?: readonly [string, ...string[]]
  example?: string
}

function column({ name, synonyms = [], path = [name], example = '' }: Given, read: Column['read']): Column {
  return { name, synonyms, path, read, example }
}

export const textColumn = (given: Given) => column(given, (cell) => cell)

export const numberColumn = (given: Given) =>
  column(given, (cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell))

export const flagColumn = (given: Given) =>
  column(given, (cell) => {
    if (/^(yes|y|true|1|x)$/i.test(cell)) return true
    return /^(no|n|false|0)$/i.test(cell) ? false : cell
  })

/** A word of an enumeration, in any case and spacing: `On site` is `onsite`, `Small Business` is `small_business`. */
export const wordColumn = (given: Given & { words: readonly string[] }) =>
  column(given, (cell) => wordOf(given.words, cell))

export const wordsColumn = (given: Given & { words: readonly string[] }) =>
  column(given, (cell) => listOf(cell).map((one) => wordOf(given.words, one)))

export const listColumn = (given: Given) => column(given, listOf)

/** `20.00 USD` or `USD 20`, in the currency's own units. */
export const moneyColumn = (given: Given) =>
  column(given, (cell) => {
    const [, before, amount = '', after] =
      /^(?:([A-Z]{3})\s*)?(\d+(?:\.\d+)?)(?:\s*([A-Z]{3}))?$/.exec(cell) ?? []
    const currency = before ?? after
    if (currency === undefined) return cell
    const minor = Number(amount) * 10 ** fractionDigits(currency)
    return { amount_minor: Number(minor.toFixed(6)), currency }
  })

/** `bookkeeping; excel:advanced; payroll:must`: each label with its details. `details` lists the words of each detail. */
export const skillsColumn = (given: Given & { details: Readonly<Record<string, readonly string[]>> }) =>
  column(given, (cell) =>
    listOf(cell).map((one) => {
      const [skill = '', ...words] = one.split(':').map((part) => part.trim())
      const details = words.map((word) => detailOf(given.details, word.toLowerCase()))
      if (words.length === 0) return skill
      return details.every((entry) => entry !== null) ? { skill, ...Object.fromEntries(details) } : one
    }),
  )

function detailOf(
  known: Readonly<Record<string, readonly string[]>>,
  word: string,
): [string, unknown] | null {
  if (word === 'already' && 'already_doing' in known) return ['already_doing', true]
  const hours = /^(\d+(?:\.\d+)?)h?$/.exec(word)?.[1]
  if (hours !== undefined && 'hours_per_week' in known) return ['hours_per_week', Number(hours)]
  const field = Object.keys(known).find((key) => known[key]?.includes(word))
  return field === undefined ? null : [field, word]
}

/** Fills no field of its own: the availability column reads it. */
export const zoneColumn = (given: Given) => column(given, () => undefined)

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `Mon-Fri 09:00-12:00; Sat 10:00-14:00`, in the row's time zone. */
export const availabilityColumn = (given: Given) =>
  column(given, (cell, row) => {
    const windows = listOf(cell).map(windowsOf)
    if (windows.some((one) => one === null)) return cell
    const time_zone = row('availability_time_zone') || row('time_zone')
    return { windows: windows.flat(), ...(time_zone !== '' && { time_zone }) }
  })

function windowsOf(text: string) {
  const [, first = '', last, start = '', end = ''] =
    /^([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?\s+(\d?\d:\d\d)\s*-\s*(\d?\d:\d\d)$/i.exec(text) ?? []
  const from = WEEKDAYS.indexOf(first.toLowerCase())
  const to = last === undefined ? from : WEEKDAYS.indexOf(last.toLowerCase())
  if (from < 0 || to < from) return null
  const padded = { start: start.padStart(5, '0'), end: end.padStart(5, '0') }
  return WEEKDAYS.slice(from, to + 1).map((_, at) => ({ weekday: from + at + 1, ...padded }))
}

function listOf(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function wordOf(words: readonly string[], cell: string): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return words.find((word) => plain(word) === plain(cell)) ?? cell
}
