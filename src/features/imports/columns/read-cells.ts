import { message } from '../../../shared/messages/index.ts'
import type { DateOrders } from '../date-orders.ts'
import type { DecimalSigns } from '../decimal-signs.ts'
import { cellMessage, LEFT_OUT, withoutRepetition } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'
import { isRead, type Reading, type ReadingContext, read, shortened, unreadable } from '../values/reading.ts'
import { countryOfZone } from '../values/time-zones.ts'
import type { RowContext } from './column.ts'
import { isExactCell } from './exact-cells.ts'
import { GROSS_HOURS, hoursWithoutBreak, SHIFT_TIMES } from './hours-in-row.ts'
import { DAY_OF_TIME, joinDateParts, withDay } from './join-dates.ts'
import { joinNames, namesInParts } from './join-names.ts'
import { isNeeded } from './needed-fields.ts'
import { moveEndAfterStart } from './night-shift.ts'
import { IS_NONPROFIT, kindInRow } from './nonprofit-question.ts'
import { noticesOfPhoneParts, PHONE_PARTS, wholePhone } from './phone-in-row.ts'
import { addCountry, noticesOfOtherParts, partsOfWholePlace } from './place-in-row.ts'
import { PLACES_OF_WORK, placeOfWorkIn, placeOfWorkInRow } from './place-of-work-in-row.ts'
import {
  cellsOf,
  type FilledCell,
  filledLevels,
  type PlacedColumn,
  type PlacedColumns,
} from './placed-columns.ts'
import { createValueReader, put, putValue, type readValue, valueAt } from './read-value.ts'
import { SESSION_PARTS, sessionsInRow } from './sessions-in-row.ts'

/** What was read from the cells of a row. */
export interface CellsRead {
  /** The merge patch. A blank cell changes nothing; `**CLEAR**` removes the value. */
  patch: Record<string, unknown>
  notices: RowRemark[]
  /** Why the row is refused: each required value that can't be read. */
  faults: RowRemark[]
  /** JSON pointers of the fields whose cells are blank. */
  blank: string[]
}

/** Columns about work. Files of organizations and helpers, who have no place of work, have none of these. */
const OF_WORK = [...Object.keys(PLACES_OF_WORK), 'modality', 'title', 'skills', 'majors', 'share_profile']
const ZONE_OF_HOURS = 'availability_time_zone'
const UNUSED_ZONE = {
  column: ZONE_OF_HOURS,
  code: 'value_left_out',
  details: [cellMessage('zone_without_hours'), LEFT_OUT],
}

/** Date order and decimal sign of columns, as found in their cells. */
export interface ColumnEvidence {
  orders?: DateOrders
  signs?: DecimalSigns
}

/** Creates a reader of the rows of one file. An unreadable cell rejects the row only if its field is required. */
export function createCellReader(
  placed: PlacedColumns,
  file: ReadingContext,
  { orders = new Map(), signs = new Map() }: ColumnEvidence = {},
): (cells: readonly string[]) => CellsRead {
  const readOne = createValueReader()
  const atName = new Map(placed.map(({ column }, at) => [column.name, at]))
  const names = namesInParts
    .filter(({ parts }) =>
      Object.values(parts)
        .flat()
        .some((name) => atName.has(name)),
    )
    .map((one) => ({ ...one, path: pathOfParts(placed, one.parts) ?? one.path }))
  const pointers = placed.map(({ column }) => `/${column.path.join('/')}`)
  const hasPhoneParts = PHONE_PARTS.some((part) => atName.has(part))
  const hasSessionParts = SESSION_PARTS.some((part) => atName.has(part))
  const hasBreaks = ['break_minutes', GROSS_HOURS, SHIFT_TIMES].some((name) => atName.has(name))
  const asksForKind = atName.has(IS_NONPROFIT)
  const hasPlacesOfWork = OF_WORK.some((name) => atName.has(name))
  const hasPlace = placed.some(({ column }) => column.path[0] === 'location')
  // Separate columns are read after a whole place, so that they take precedence.
  const inOrder = [...placed.entries()].sort(
    ([, one], [, other]) => Number(other.column.isWhole) - Number(one.column.isWhole),
  )
  return (cells) => {
    const textsOf = placed.map((one) => cellsOf(one, cells, placed))
    const cellOf = (name: string) => textsOf[atName.get(name) ?? -1] ?? []
    const row = contextOf(file, (name, known) =>
      firstValue(placed[atName.get(name) ?? -1], cellOf(name), known, readOne),
    )
    const blank = pointers.filter((_, at) => textsOf[at]?.length === 0)
    const result: CellsRead = { patch: {}, notices: [], faults: [], blank }
    let whole: Readonly<Record<string, string>> = {}
    for (const [at, one] of inOrder) {
      const texts = textsOf[at] ?? []
      if (texts.length === 0 || (hasPlacesOfWork && isPlaceOfWork(one, texts))) continue
      const isOfDay = DAY_OF_TIME[one.column.name]
      const shown = orders.get(one.column.name) ?? orders.get(isOfDay ?? '')
      const isPhone = hasPhoneParts && one.column.name === 'phone'
      const inFull = (text: string) => {
        if (isPhone) return wholePhone(text, cellOf)
        return isOfDay === undefined ? text : withDay(text, cellOf(isOfDay)[0])
      }
      const isOrdered = shown !== undefined && texts.every((text) => inFull(text).includes(shown.separator))
      const sign = row.decimal === undefined ? signs.get(one.column.name)?.sign : undefined
      const decided = sign === undefined ? row : { ...row, decimal: sign }
      const known = isOrdered ? { ...row, dateFormat: shown.order } : decided
      const read = (some: readonly string[]) => readAll(one, some.map(inFull), known, readOne)
      const levels = one.at.length > 1 ? filledLevels(one, cells) : []
      const isInParts = one.column.joinsParts && texts.length > 1
      if (levels.length < 2 && !isInParts) addReading(result, one, texts, read(texts))
      else addFirstReadable(result, one, levels, read)
      if (one.column.isWhole) whole = partsOfWholePlace(result.patch)
    }
    if (hasPhoneParts) result.notices.push(...noticesOfPhoneParts(cellOf))
    if (hasPlace) {
      result.notices.push(...noticesOfOtherParts(result.patch, whole))
      if (cellOf('country').length === 0) result.notices.push(...addCountry(result.patch, row.country))
    }
    const [zone] = cellOf(ZONE_OF_HOURS)
    if (zone !== undefined && cellOf('availability').length === 0)
      result.notices.push({ ...UNUSED_ZONE, value: zone })
    if (hasSessionParts && result.patch.sessions === undefined) {
      const { sessions, notices } = sessionsInRow(cellOf, row)
      if (sessions.length > 0) put(result.patch, ['sessions'], sessions)
      result.notices.push(...notices)
    }
    if (hasPlacesOfWork) {
      const headerOf = (name: string) => placed[atName.get(name) ?? -1]?.headers[0] ?? name
      const found = placeOfWorkInRow(cellOf, headerOf)
      if (found.notices.length > 0) addPlaceOfWork(result, found, ownCells(placed, cells, 'modality'))
    }
    if (asksForKind) addKind(result, placed, cells)
    const moved = moveEndAfterStart(result.patch, {
      start: cellOf('starts_at')[0],
      end: cellOf('ends_at')[0],
    })
    if (moved) result.notices.push(moved)
    if (hasBreaks) addHours(result)
    for (const { path, ...columns } of names) {
      const name = joinNames(valueAt(result.patch, path), columns, cellOf)
      if (!isRead(name))
        result.faults.push({
          column: path.join('_'),
          code: 'two_values',
          details: name.unreadable,
          value: null,
        })
      else if (name.value !== undefined) put(result.patch, path, name.value)
    }
    return result
  }
}

function addHours({ patch, notices }: CellsRead): void {
  const found = hoursWithoutBreak(patch)
  const gross = patch[GROSS_HOURS]
  delete patch[GROSS_HOURS]
  if (found) {
    put(patch, ['hours'], found.hours)
    if (found.notice) notices.push(found.notice)
  } else if (typeof gross === 'number' && typeof patch.hours === 'number' && gross !== patch.hours)
    notices.push({
      ...{ column: GROSS_HOURS, code: 'other_value_left_out', value: String(gross) },
      details: [cellMessage('gross_hours_unused')],
    })
}

/** Tells whether a cell is a place of work rather than a city: `Location: Remote`. */
function isPlaceOfWork({ column }: PlacedColumn, texts: readonly string[]): boolean {
  return column.name === 'city' && texts.length === 1 && placeOfWorkIn(texts[0] ?? '') !== undefined
}

/** Returns the cells of a column without its default. */
function ownCells(placed: PlacedColumns, cells: readonly string[], name: string): string[] {
  const one = placed.find(({ column }) => column.name === name)
  return one ? cellsOf({ ...one, fallback: '' }, cells, placed) : []
}

/** Adds the place of work. Its own column takes precedence over answers about each place, and these over a default. */
function addPlaceOfWork(
  { patch, notices }: CellsRead,
  found: ReturnType<typeof placeOfWorkInRow>,
  own: readonly string[],
): void {
  if (own.length === 0) {
    if (found.modality !== undefined) put(patch, ['modality'], found.modality)
    notices.push(...found.notices)
    return
  }
  const { modality } = found
  if (modality === undefined || modality === patch.modality) return
  notices.push({
    ...{ column: 'modality', code: 'other_value_left_out', value: null },
    details: [message('import_modality_unused', { modality, own: shortened(own.join('; ')) })],
  })
}

/** Applies the answer to "Are you a nonprofit?" to the kind. */
function addKind({ patch, notices }: CellsRead, placed: PlacedColumns, cells: readonly string[]): void {
  const asked = placed.find(({ column }) => column.name === IS_NONPROFIT)
  const [text] = asked ? cellsOf(asked, cells, placed) : []
  if (!asked || text === undefined) return
  const hasOwn = ownCells(placed, cells, 'kind').length > 0
  const header = asked.headers[0] ?? IS_NONPROFIT
  const found = kindInRow(text, { header, kind: textIn(patch.kind), hasOwn })
  notices.push(...found.notices)
  if (found.kind !== undefined) put(patch, ['kind'], found.kind)
  else delete patch.kind
}

/** Returns the path to which the parts of a name belong. In preferences they are the key. */
function pathOfParts(
  placed: PlacedColumns,
  parts: (typeof namesInParts)[number]['parts'],
): PlacedColumn['column']['path'] | undefined {
  const names = Object.values(parts).flat()
  return placed.find(({ column }) => names.includes(column.name))?.column.path
}

/** Reads the country and time zones of a row first, because numbers and times depend on them. */
function contextOf(
  file: ReadingContext,
  readOne: (name: string, known: ReadingContext) => unknown,
): RowContext {
  const textOf = (name: string, known: ReadingContext) => textIn(readOne(name, known))
  const country = textOf('country', file) ?? countryIn(readOne('city', file)) ?? file.country
  const timeZone = textOf('time_zone', { ...file, country }) ?? file.timeZone
  const zoneOfHours = textOf(ZONE_OF_HOURS, { ...file, country }) ?? timeZone
  return { ...file, country: country ?? countryOfZone(timeZone), timeZone, zoneOfHours }
}

function firstValue(
  placed: PlacedColumn | undefined,
  [text]: readonly string[],
  known: ReadingContext,
  readOne: typeof readValue,
): unknown {
  if (!placed || text === undefined) return undefined
  const reading = readOne(placed.column, text, { ...known, zoneOfHours: undefined })
  return isRead(reading) ? reading.value : undefined
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Returns the country that a whole place names. */
function countryIn(value: unknown): string | undefined {
  return textIn(valueAt(value, ['country']))
}

/** Reads the cells of all headers of a column. Lists are joined; other columns may have only one value. */
function readAll(
  { column, headers }: PlacedColumn,
  texts: readonly string[],
  row: RowContext,
  readOne: typeof readValue,
): Reading<unknown> {
  const [first = '', ...others] = texts
  if (others.length === 0) return readOne(column, first, row)
  if (column.isList) return readOne(column, texts.join('; '), row)
  const readings = texts.map((text) => readOne(column, text, row))
  const good = readings.filter(isRead)
  const [one, ...more] = good.sort((a, b) => lengthOf(b.value) - lengthOf(a.value))
  if (!one) return readOne(column, first, row)
  const other = more.find(({ value }) => !column.isSame(value, one.value))
  const bad = readings.flatMap((reading) => (isRead(reading) ? [] : [[...reading.unreadable, LEFT_OUT]]))
  const notes = good.flatMap((reading) => reading.notes.map((note) => [note]))
  if (!other) return read(one.value, ...withoutRepetition([...notes, ...bad]))
  return unreadable(
    message('import_columns_differ', { headers: headers.map(shortened), cells: texts.map(shortened) }),
  )
}

/** Uses the first readable cell of several, such as `Cell phone` and `Home phone`. Reports the others in a notice. */
function addFirstReadable(
  result: CellsRead,
  one: PlacedColumn,
  levels: readonly FilledCell[][],
  read: (texts: readonly string[]) => Reading<unknown>,
): void {
  const parts = one.column.joinsParts ? joinDateParts(levels.flat()) : null
  const whole = parts === null ? null : read([parts])
  if (parts !== null && whole && isRead(whole)) {
    addReading(result, one, [parts], whole)
    return
  }
  const readings = levels.map((level) => read(level.map(({ text }) => text)))
  const at = Math.max(
    0,
    readings.findIndex((reading) => isRead(reading)),
  )
  const [chosen, reading] = [levels[at] ?? [], readings[at]]
  if (!reading) return
  addReading(
    result,
    one,
    chosen.map(({ text }) => text),
    reading,
  )
  const others = levels.flatMap((level, other) => {
    const own = readings[other]
    const isSame = own && isRead(own) && isRead(reading) && one.column.isSame(own.value, reading.value)
    return other === at || isSame ? [] : level
  })
  if (others.length === 0) return
  const said = others.map(({ text, header }) => ({ cell: shortened(text), header: shortened(header) }))
  result.notices.push({
    column: one.column.name,
    code: 'other_value_left_out',
    details: [
      message('import_other_cells_unused', { others: said, first: shortened(chosen[0]?.header ?? '') }),
    ],
    value: others.map(({ text }) => text).join('; '),
  })
}

/** Returns the length of a text. Of two forms of a name, the longer says more. */
function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0
}

function addReading(
  result: CellsRead,
  { column, fallback }: PlacedColumn,
  texts: readonly string[],
  reading: Reading<unknown>,
): void {
  const remark = { column: column.name, value: texts.join('; ') }
  if (isRead(reading)) {
    putValue(result.patch, column, reading.value)
    // A notice about a default concerns the file, not each of its rows.
    if (reading.notes.length > 0 && texts[0] !== fallback)
      result.notices.push({ ...remark, code: 'value_read_as', details: reading.notes })
  } else if (isNeeded(column.path[0]) || texts.length > 1 || texts.some(isExactCell)) {
    result.faults.push({
      ...remark,
      code: texts.length > 1 ? 'two_values' : 'invalid_value',
      details: reading.unreadable,
    })
    // Keeps the object, so that its other required parts are still checked.
    if (column.path.length > 1) put(result.patch, column.path.slice(0, -1), {})
  } else
    result.notices.push({ ...remark, code: 'value_left_out', details: [...reading.unreadable, LEFT_OUT] })
}
