import { isDeepStrictEqual } from 'node:util'
import type { ListNoun } from '../../../shared/messages/index.ts'
import { readAgeBand } from '../values/ages.ts'
import type { CellKind } from '../values/blank.ts'
import { readConsent, type Shares } from '../values/consent.ts'
import { readCountry } from '../values/countries.ts'
import { readConsentTime, readDay, readDayOrMonth, readInstant, readWorkTime } from '../values/dates.ts'
import { datesOfRanges, readDayRanges } from '../values/day-ranges.ts'
import { readBreak, readDuration, readShift } from '../values/durations.ts'
import { keyOfEmailCell, readEmail } from '../values/emails.ts'
import { readFreeText } from '../values/free-text.ts'
import { readIdentity } from '../values/identity.ts'
import { readLanguages } from '../values/languages.ts'
import { readList, readWholeEntries } from '../values/lists.ts'
import { readMoney } from '../values/money.ts'
import { isWithin, readName } from '../values/names.ts'
import { readCount, readDistanceKm, readHoursPerWeek, readNumber } from '../values/numbers.ts'
import { readPairs } from '../values/pairs.ts'
import { readPhone } from '../values/phones.ts'
import { readPlace } from '../values/places.ts'
import { isRead, mapReading, type Reading, type ReadingContext, unreadableAs } from '../values/reading.ts'
import { isSameSessions, readSessionList } from '../values/sessions.ts'
import { readSkills, type SkillDetail, type SkillEntry } from '../values/skills.ts'
import { readTimeZone } from '../values/time-zones.ts'
import { readWebAddress } from '../values/web-addresses.ts'
import { readWeeklyHours } from '../values/weekly-hours.ts'
import { readWord, readWords, type WordTable } from '../values/words.ts'
import { readYesOrNo } from '../values/yes-or-no.ts'

export type Path = readonly [string, ...string[]]

/** A column of a spreadsheet: the headers that name it, how its cells are read, and the body field that they fill. */
export interface Column {
  name: string
  synonyms: readonly string[]
  /** Path of the field in the body. */
  path: Path
  kind: CellKind
  read(cell: string, row: RowContext): Reading<unknown>
  /** Splits a value over several fields, if it does not simply go to `path`. */
  parts?: (value: unknown) => [Path, unknown][]
  /** Whether several columns of a file may fill it; their cells are joined. */
  isList: boolean
  /** Tells whether two values of one row mean the same. */
  isSame(one: unknown, other: unknown): boolean
  /** Whether its cells are dates, whose order other cells of the column may show. */
  holdsDates: boolean
  /** Returns the dates in a cell, if a cell may hold several. */
  datesIn?: (cell: string) => string[]
  /** Whether its cells are numbers, whose decimal sign other cells of the column may show. */
  holdsNumbers: boolean
  /** Whether the year of a date may be in a separate column, next to its month or term. */
  joinsParts: boolean
  /** Whether it may hold more than its field, such as a whole place. It is read before the columns of the other parts. */
  isWhole: boolean
  /** Whether it is only part of a field, such as a first name. Templates and exports have only the whole field. */
  isPart: boolean
  example: string
}

/** What is known about a row before one of its cells is read. */
export interface RowContext extends ReadingContext {
  /** IANA name of the row's time zone for weekly hours. */
  zoneOfHours: string | undefined
}

export interface Given {
  name: string
  synonyms?: readonly string[]
  /** The default is the name. */
  path?: Path
  example?: string
}

type Rest = Partial<
  Pick<
    Column,
    | 'kind'
    | 'parts'
    | 'isList'
    | 'isPart'
    | 'isSame'
    | 'holdsDates'
    | 'datesIn'
    | 'holdsNumbers'
    | 'joinsParts'
    | 'isWhole'
  >
>

function column(
  { name, synonyms = [], path = [name], example = '' }: Given,
  readValue: Column['read'],
  {
    kind = 'other',
    isList = false,
    isPart = false,
    isSame = isDeepStrictEqual,
    holdsDates = false,
    holdsNumbers = false,
    joinsParts = false,
    isWhole = false,
    ...rest
  }: Rest = {},
): Column {
  return {
    name,
    synonyms,
    path,
    example,
    read: readValue,
    kind,
    isList,
    isPart,
    isSame,
    holdsDates,
    holdsNumbers,
    joinsParts,
    isWhole,
    ...rest,
  }
}

export const textColumn = (given: Given) => column(given, readFreeText, { kind: 'text' })
/** A short text, such as a city. `N/A` and `none` count as blank. */
export const lineColumn = (given: Given) => column(given, readFreeText)
export const nameColumn = (given: Given) =>
  column(given, readName, {
    kind: 'name',
    isSame: (one, other) => isWithin(String(one), String(other)) || isWithin(String(other), String(one)),
  })
/** An organization's name, kept as written: `Green Thumb, Inc.`. */
export const organizationNameColumn = (given: Given) => column(given, readFreeText, { kind: 'name' })
/** A part of a name. The parts are joined once the whole row is read. */
export const namePartColumn = (given: Given & { path: Path }) =>
  column(given, readFreeText, { kind: 'name', isPart: true, parts: () => [] })
export const keyColumn = (given: Given) => column(given, readIdentity, { kind: 'identity' })
export const emailColumn = (given: Given) =>
  column(given, readEmail, {
    kind: 'email',
    isSame: (one, other) => keyOfEmailCell(String(one)) === keyOfEmailCell(String(other)),
  })
export const phoneColumn = (given: Given) => column(given, readPhone)
/** A part of a phone number, read together with it. */
export const phonePartColumn = (given: Given & { path: Path }) =>
  column(given, readFreeText, { isPart: true, parts: () => [] })
/** An answer about one place of work, read together with those about the others. */
export const placeOfWorkColumn = (given: Given & { path: Path }) =>
  column(given, readFreeText, { isPart: true, parts: () => [] })
/** An answer to a question about the kind, read together with the column of the kind. */
export const questionColumn = (given: Given & { path: Path }) =>
  column(given, readFreeText, { isPart: true, parts: () => [] })
/** A city, or a whole place in one cell, whose other parts fill the fields next to the city. */
export const cityColumn = (given: Given & { path: Path }) => {
  const [field, ...inner] = given.path.slice(0, -1)
  return column(given, readPlace, {
    isWhole: true,
    parts: (value) => {
      if (typeof value !== 'object' || value === null || field === undefined) return [[given.path, value]]
      return Object.entries(value).map(([part, text]) => [[field, ...inner, part], text])
    },
  })
}
export const ageBandColumn = (given: Given) => column(given, readAgeBand)
export const webColumn = (given: Given) => column(given, readWebAddress)
export const dayColumn = (given: Given) => column(given, readDay, { holdsDates: true })
export const dayOrMonthColumn = (given: Given) =>
  column(given, readDayOrMonth, { holdsDates: true, joinsParts: true })
/** `2027-03-14 to 2027-03-21; 2027-05-01`. */
export const dayRangesColumn = (given: Given) =>
  column(given, readDayRanges, { isList: true, holdsDates: true, datesIn: datesOfRanges })
export const instantColumn = (given: Given) => column(given, readInstant, { holdsDates: true })
export const consentTimeColumn = (given: Given) => column(given, readConsentTime, { holdsDates: true })
/** Times without an offset stay on the clocks of whoever works there. */
export const workTimeColumn = (given: Given) => column(given, readWorkTime, { holdsDates: true })
export const flagColumn = (given: Given) => column(given, readYesOrNo)

/** A consent, or an answer that names which consents are given. */
export const consentColumn = (given: Given & { fields: readonly (keyof Shares)[]; isPart?: boolean }) =>
  column(given, readConsent, {
    isPart: given.isPart ?? false,
    parts: (value) => {
      const said = Object.entries(typeof value === 'object' && value !== null ? value : {})
      const all = said.length > 0 ? said : given.fields.map((field) => [field, value] as const)
      return all.map(([field, part]) => [['consent', field], part])
    },
  })

export const durationColumn = (given: Given) => column(given, readDuration, { holdsNumbers: true })
/** Hours including breaks. Templates and exports have hours without breaks. */
export const grossHoursColumn = (given: Given) =>
  column(given, readDuration, { holdsNumbers: true, isPart: true })
/** Times of a shift, which give its hours including breaks. */
export const shiftTimesColumn = (given: Given) => column(given, readShift, { isPart: true })
/** A break within the hours of a row. Templates and exports have none, since an entry has only hours. */
export const breakColumn = (given: Given) => column(given, readBreak, { holdsNumbers: true, isPart: true })
export const countColumn = (given: Given) => column(given, readCount, { holdsNumbers: true })
export const hoursColumn = (given: Given) => column(given, readHoursPerWeek, { holdsNumbers: true })
export const distanceColumn = (given: Given) => column(given, readDistanceKm, { holdsNumbers: true })
export const countryColumn = (given: Given) => column(given, readCountry, { kind: 'country' })
export const zoneColumn = (given: Given) => column(given, readTimeZone, { kind: 'zone' })
export const languagesColumn = (given: Given) => column(given, readLanguages, { isList: true })

export const numberColumn = (given: Given & { min?: number; max?: number }) =>
  column(given, (cell, row) => readNumber(cell, row, given), { holdsNumbers: true })

/** Pairs of texts as a JSON object. */
export const pairsColumn = (given: Given) => column(given, readPairs)

/** A word of an enumeration, in five languages. */
export const wordColumn = (given: Given & { words: WordTable }) =>
  column(given, (cell) => readWord(cell, given.words))

export const wordsColumn = (given: Given & { words: WordTable }) =>
  column(given, (cell) => readWords(cell, given.words), { isList: true })

/** A list of texts, also split at commas. */
export const listColumn = (given: Given & { max: number; noun: ListNoun }) =>
  column(given, (cell) => readList(cell, { ...given, isKnown: (entry) => !entry.includes(',') }), {
    isList: true,
  })

/** A list of ids or titles, which may contain commas. */
export const titlesColumn = (given: Given & { max: number; noun: ListNoun }) =>
  column(given, (cell) => readWholeEntries(cell, given), { isList: true })

/** A list of labels such as majors or goals. Commas separate them only if every part is a known skill. */
export const labelsColumn = (given: Given & { max: number; noun: ListNoun }) =>
  column(given, (cell, { isKnownSkill }) => readList(cell, { ...given, isKnown: isKnownSkill }), {
    isList: true,
  })

/** Labels with their details: `bookkeeping; Excel: advanced; payroll (required)`. */
export const skillsColumn = (given: Given & { details: readonly SkillDetail[] }) =>
  column(
    given,
    (cell, row) =>
      mapReading(readSkills(cell, row, { max: 30, details: given.details }), (entries) =>
        entries.map(plainEntry),
      ),
    { isList: true },
  )

/** Reduces a skill without details to its label, as in a body. */
function plainEntry(entry: SkillEntry): SkillEntry | string {
  return Object.keys(entry).length === 1 ? entry.skill : entry
}

/** An amount of money. `unitPath` is the field of its unit, such as an hour; without it, an amount has no unit. */
export const moneyColumn = (given: Given & { unitPath?: Path }) =>
  column(given, (cell, row) => withUnit(cell, readMoney(cell, row), given.unitPath), {
    holdsNumbers: true,
    parts: (value) => {
      const { unit, ...money } = { ...(value as { unit?: string }) } // what withUnit returns
      const path = given.path ?? [given.name]
      return [
        [path, money],
        ...(given.unitPath && unit !== undefined ? [[given.unitPath, unit] as [Path, unknown]] : []),
      ]
    },
  })

function withUnit(cell: string, reading: ReturnType<typeof readMoney>, unitPath: Path | undefined) {
  if (!isRead(reading) || reading.value.unit !== 'hour' || unitPath) return reading
  return unreadableAs('money_by_hour', cell)
}

/** `2027-03-13 09:00 to 12:00 x3; 2027-03-20 09:00 to 12:00`, in the zone of the row's hours unless the cell names one. */
export const sessionsColumn = (given: Given) =>
  column(given, readSessionList, { isList: true, isSame: isSameSessions })
/** Starts, ends or positions of sessions, which are read together. */
export const sessionPartColumn = (given: Given & { path: Path }) =>
  column(given, readFreeText, { isPart: true, isList: true, parts: () => [] })

/** The time zone of the weekly hours. It fills no field itself. */
export const zoneOfHoursColumn = (given: Given) =>
  column({ ...given, path: ['availability'] }, readTimeZone, { parts: () => [] })

/** `Mon-Wed 13:00-17:00; Fri 09:00-12:00`, in the row's time zone. */
export const weeklyHoursColumn = (given: Given) =>
  column(
    given,
    (cell, { zoneOfHours }) =>
      mapReading(readWeeklyHours(cell), (windows) => ({
        windows,
        ...(zoneOfHours !== undefined && { time_zone: zoneOfHours }),
      })),
    { isList: true },
  )
