import type { Headers } from '../imports.table.ts'
import { foldedWords } from '../values/cell-text.ts'
import type { Column } from './column.ts'
import { addressOf, levelOf } from './header-levels.ts'
import { isShortWeekday, weekdayOfHeader } from './weekday-headers.ts'

/** A header with the column that it names on its own. */
export interface RankedHeader {
  header: string
  column: string | null
  /** Of several keys, the one with the lowest rank is used. */
  rank: number
}

/**
 * Settles what headers mean next to each other: one key, full names rather than parts of names, and a place from one
 * address.
 */
export function resolveInContext(found: readonly RankedHeader[], columns: readonly Column[]): Headers {
  const settled = [
    withEntryIds,
    withStudies,
    withProgramme,
    withCallingName,
    withSurveyDays,
    withSurnames,
    withFullNames,
    withOneNameOfStudents,
    withoutLoneShortDays,
  ]
  return withOneKey(withOnePlace(settled.reduce((before, settle) => settle(before, columns), found)))
}

/** In lists of hours, a plain `id` is that of the entry, not that of the need or the helper. */
const POSTING_ID_HEADERS = new Set(['needid', 'offerid'])

function withEntryIds(found: readonly RankedHeader[], columns: readonly Column[]): readonly RankedHeader[] {
  if (!columns.some(({ name }) => name === 'hours_id')) return found
  return found.map((one) => {
    const letters = lettersOf(one.header)
    if (letters === 'id') return { ...one, column: 'hours_id' }
    return POSTING_ID_HEADERS.has(letters) ? { ...one, column: null } : one
  })
}

/** Reads `Programme`, the British word for the studies, as majors. An American `Program` may be that of the internships. */
function withProgramme(found: readonly RankedHeader[], columns: readonly Column[]): readonly RankedHeader[] {
  const hasMajors = found.some(({ column }) => column === 'majors')
  if (hasMajors || !columns.some(({ name }) => name === 'majors')) return found
  return found.map((one) =>
    one.column === null && lettersOf(one.header) === 'programme' ? { ...one, column: 'majors' } : one,
  )
}

/** Reads the Dutch name that a student goes by as the first name, if a list has no first name. */
function withCallingName(found: readonly RankedHeader[]): readonly RankedHeader[] {
  const has = (name: string) => found.some(({ column }) => column === name)
  if (has('first_name') || has('name') || !has('last_name')) return found
  return found.map((one) => (lettersOf(one.header) === 'roepnaam' ? { ...one, column: 'first_name' } : one))
}

/** Headers that only exports of survey answers have. */
const SURVEY_HEADERS = new Set(
  'responseid responsetype respondentid collectorid networkid recordeddate submitdateutc submitdate ipaddress'.split(
    ' ',
  ),
)
const BEGUN = /^(?:start|begin|started)(?:date|time|ed)?/
const ENDED = /^(?:end|finish)(?:date|time|ed)?/

/** Dates in a survey are those of its answers, not of the work. The last one is the date of the consent. */
function withSurveyDays(found: readonly RankedHeader[]): readonly RankedHeader[] {
  const lastOf = (header: string) => lettersOf(header.slice(header.lastIndexOf(':') + 1))
  if (!found.some(({ header }) => SURVEY_HEADERS.has(lastOf(header)))) return found
  const hasDay = found.some(({ column }) => column === 'consent_recorded_at')
  return found.map((one) => {
    if (one.column === 'starts_on' && BEGUN.test(lastOf(one.header))) return { ...one, column: null }
    if (one.column !== 'ends_on' || !ENDED.test(lastOf(one.header))) return one
    return { ...one, column: hasDay ? null : 'consent_recorded_at' }
  })
}

/** `Curso` is the year of studies in Spain, and the studies in Portugal and Brazil. */
const CURSO = 'curso'
const PORTUGUESE =
  /\b(?:nome|sobrenome|apelido|telemovel|cidade|conclusao|formatura|disponibilidade|aluno|estudante)\b/

function withStudies(found: readonly RankedHeader[], columns: readonly Column[]): readonly RankedHeader[] {
  const at = found.findIndex(({ header }) => lettersOf(header) === CURSO)
  if (at < 0 || found[at]?.column !== 'school_year' || !columns.some(({ name }) => name === 'majors'))
    return found
  const others = found.filter((_, index) => index !== at)
  if (others.some(({ column }) => column === 'majors')) return found
  const isStudies =
    others.some(({ column }) => column === 'school_year') ||
    others.some(({ header }) => PORTUGUESE.test(foldedWords(header.slice(0, 200))))
  return isStudies ? found.map((one, index) => (index === at ? { ...one, column: 'majors' } : one)) : found
}

/** The family name in Portugal, and the preferred name in Brazil. */
const APELIDO = 'apelido'

function withSurnames(found: readonly RankedHeader[], columns: readonly Column[]): readonly RankedHeader[] {
  const at = found.findIndex(({ header }) => lettersOf(header) === APELIDO)
  const hasParts = columns.some(({ name }) => name === 'last_name')
  if (at < 0 || !hasParts || found[at]?.column !== null) return found
  const hasLast = found.some(({ column }) => column === 'last_name' || column === 'name')
  return found.map((one, index) =>
    index === at ? { ...one, column: hasLast ? 'preferred_name' : 'last_name' } : one,
  )
}

/**
 * Headers that mean the last or first name. If no other header of the file holds the other part, they mean the full name.
 */
const AMBIGUOUS_NAME_HEADERS = new Map([
  ['nom', 'last_name'],
  ['nombre', 'first_name'],
  ['nome', 'first_name'],
])

function withFullNames(found: readonly RankedHeader[], columns: readonly Column[]): readonly RankedHeader[] {
  const hasNames = columns.some(({ name }) => name === 'name')
  return found.map((one) => {
    const part = AMBIGUOUS_NAME_HEADERS.get(lettersOf(one.header))
    const isPart = hasNames && part !== undefined && one.column === part
    const hasOther = found.some(
      ({ header, column }) =>
        column === part &&
        levelOf(header, { name: part ?? '', isList: false }) === 0 &&
        lettersOf(header) !== lettersOf(one.header),
    )
    return isPart && hasOther ? { ...one, column: 'name' } : one
  })
}

const NAME_PARTS = [
  'first_name',
  'middle_name',
  'last_name_prefix',
  'last_name',
  'second_last_name',
  'name_suffix',
]
/** How a row of preferences may name its student. The first way that a file has is used. */
const WAYS_TO_NAME = [['external_id'], ['candidate_email'], ['candidate_name'], NAME_PARTS]

function withOneNameOfStudents(
  found: readonly RankedHeader[],
  columns: readonly Column[],
): readonly RankedHeader[] {
  if (!columns.some(({ name }) => name === 'candidate_email')) return found
  const has = (names: readonly string[]) =>
    found.some(({ column }) => column !== null && names.includes(column))
  const used = WAYS_TO_NAME.find(has) ?? []
  const unused = WAYS_TO_NAME.flat().filter((name) => !used.includes(name))
  const isOnePart = found.filter(({ column }) => used.includes(column ?? '')).length === 1
  return found.map((one) => {
    if (one.column !== null && unused.includes(one.column)) return { ...one, column: null }
    // A lone `Nom` is the full name.
    const isWhole = isOnePart && AMBIGUOUS_NAME_HEADERS.get(lettersOf(one.header)) === one.column
    return isWhole ? { ...one, column: 'candidate_name' } : one
  })
}

/** Drops a single short weekday: `SAT` and `SEX` are weekdays only next to other weekdays. */
function withoutLoneShortDays(found: readonly RankedHeader[]): readonly RankedHeader[] {
  const days = found.filter(({ header, column }) => column === 'availability' && weekdayOfHeader(header))
  const [only, ...more] = days
  if (!only || more.length > 0 || !isShortWeekday(only.header)) return found
  return found.map((one) => (one === only ? { ...one, column: null } : one))
}

/** Keeps one key column: the institution's own number is preferred to those of its systems. */
function withOneKey(found: readonly RankedHeader[]): Headers {
  const ranks = found.flatMap(({ column, rank }) => (column === 'external_id' ? [rank] : []))
  const best = Math.min(...ranks)
  return found.map(({ header, column, rank }) => ({
    header,
    column: column === 'external_id' && rank > best ? null : column,
  }))
}

const PLACE = ['country', 'region', 'city', 'postal_code']

/** Keeps the place columns of one address. A home country is not the country of the current city. */
function withOnePlace(found: readonly RankedHeader[]): readonly RankedHeader[] {
  const parts = found.filter(({ column }) => column !== null && PLACE.includes(column))
  const first = parts
    .filter(({ column }) => column !== 'country')
    .map(({ header, column }) => ({
      address: addressOf(header),
      level: levelOf(header, { name: column ?? '', isList: false }),
    }))
    .toSorted((a, b) => a.level - b.level)[0]
  if (!first) return found
  const own = new Set(
    parts.filter(({ header }) => addressOf(header) === first.address).map(({ column }) => column),
  )
  return found.map((one) => {
    const isPart = parts.includes(one) && addressOf(one.header) !== first.address
    return isPart && !own.has(one.column) ? { ...one, column: null } : one
  })
}

function lettersOf(header: string): string {
  return foldedWords(header).replaceAll(' ', '')
}
