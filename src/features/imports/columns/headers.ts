import type { Headers } from '../imports.table.ts'
import { foldedWords } from '../values/cell-text.ts'
import { columnAsked } from './asked-columns.ts'
import type { Column } from './column.ts'
import { consentColumn } from './consent-headers.ts'
import { formsOf, indexFormsOf, MOST_INDEX_FORMS, packed } from './header-forms.ts'
import { headerWords } from './header-words.ts'
import { headerWordsOfMoreLanguages } from './header-words-of-more-languages.ts'
import { resolveInContext } from './headers-in-context.ts'
import { metadataColumnNamed } from './metadata-columns.ts'
import { asksForNonprofit, IS_NONPROFIT } from './nonprofit-question.ts'
import { optionIn } from './option-headers.ts'
import { weekdayOfHeader } from './weekday-headers.ts'

/** Columns that the report adds. They may stay in a corrected report that is uploaded again. */
export const REPORT_COLUMNS = [
  'report_line',
  'report_column',
  'report_code',
  'report_message',
  'report_outcome',
] as const

/**
 * Finds the column of each header by its name or its synonyms, ignoring case, spacing, punctuation, remarks in brackets, a
 * prefix before a colon and the words of a question. `chosen` are the partner's columns by header; no other header then
 * stands for such a column.
 */
export function readHeaders(
  columns: readonly Column[],
  cells: readonly string[],
  chosen: Readonly<Record<string, string | null>> = {},
): Headers {
  const known = knownHeaders(columns)
  const choiceFor = chosenColumns(chosen)
  const taken = new Set(cells.flatMap((header) => choiceFor(header) ?? []))
  const found = cells.map((header) => {
    const choice = choiceFor(header)
    if (choice !== undefined) return { header, column: choice, rank: 0 }
    const named = metadataColumnNamed(columns, header)
    const { column, rank } = named ? { column: named, rank: 0 } : (known(header) ?? { column: null, rank: 0 })
    return { header, column: column !== null && taken.has(column) ? null : column, rank }
  })
  return resolveInContext(found, columns)
}

interface KnownHeader {
  column: string
  /** A column's own name ranks first, then its synonyms in their order. */
  rank: number
}

/** Builds the index of headers in advance, so that no request waits for it. */
export function prepareHeaders(columns: readonly Column[]): void {
  knownHeaders(columns)
}

type FindHeader = (header: string) => KnownHeader | undefined

const byColumns = new WeakMap<readonly Column[], FindHeader>()
/** The header of a file is looked up several times, and files of one office share headers. */
const MAX_KEPT_HEADERS = 2000
const MAX_KEPT_CHARS = 100

function knownHeaders(columns: readonly Column[]): FindHeader {
  const known = byColumns.get(columns) ?? keptOf(searchOf(columns))
  byColumns.set(columns, known)
  return known
}

function keptOf(find: FindHeader): FindHeader {
  const kept = new Map<string, KnownHeader | null>()
  return (header) => {
    if (header.length > MAX_KEPT_CHARS) return find(header)
    const before = kept.get(header)
    if (before !== undefined) return before ?? undefined
    const found = find(header)
    if (kept.size >= MAX_KEPT_HEADERS) kept.clear()
    kept.set(header, found ?? null)
    return found
  }
}

function searchOf(columns: readonly Column[]): FindHeader {
  const known = indexOf(columns)
  const lists = new Set(columns.filter(({ isList }) => isList).map(({ name }) => name))
  const names = new Set(columns.map(({ name }) => name))
  const one: FindHeader = (header) => {
    const consent = names.has('share_profile') ? consentColumn(header) : null
    if (consent !== null) return { column: consent, rank: 0 }
    if (names.has(IS_NONPROFIT) && asksForNonprofit(header)) return { column: IS_NONPROFIT, rank: 0 }
    for (const { form, onlyFor, notFor, number } of formsOf(header)) {
      const match = known.get(form)
      if (!match || (onlyFor && !onlyFor.has(match.column)) || notFor?.has(match.column)) continue
      // Lists may reach `Skill 12`, other fields two or three at most.
      if (number === null || number <= (lists.has(match.column) ? MOST_OF_A_LIST : MOST_OF_ONE)) return match
    }
    const asked = columnAsked(header)
    return asked !== null && names.has(asked) ? { column: asked, rank: 0 } : undefined
  }
  const ofWeekday = (header: string) =>
    names.has('availability') && weekdayOfHeader(header) !== null
      ? { column: 'availability', rank: 0 }
      : undefined
  return (header) =>
    one(header) ?? ofWeekday(header) ?? columnInAllLanguages(header, one) ?? questionOf(header, one, lists)
}

/** Returns the list that a question is about: `Which skills do you have?: Excel`. */
function questionOf(header: string, find: FindHeader, lists: ReadonlySet<string>): KnownHeader | undefined {
  const asked = optionIn(header)
  const found = asked ? find(asked.question) : undefined
  return found && lists.has(found.column) ? found : undefined
}

const BETWEEN_LANGUAGES = /\s[/|]\s/
const MOST_LANGUAGES = 3

/** Returns the column that each language of a header names: `Last name / Nom de famille`. */
function columnInAllLanguages(header: string, find: FindHeader): KnownHeader | undefined {
  const parts = header.length > MAX_KEPT_CHARS ? [] : header.split(BETWEEN_LANGUAGES)
  if (parts.length < 2 || parts.length > MOST_LANGUAGES) return undefined
  const [first, ...others] = parts.map(find)
  return others.every((other) => other?.column === first?.column) ? first : undefined
}

const MOST_OF_A_LIST = 30
const MOST_OF_ONE = 5

/** Returns the name of a column, then its synonyms. */
export function wordsFor({ name, synonyms }: Column): string[] {
  const lists = [...(headerWords[name] ?? []), ...(headerWordsOfMoreLanguages[name] ?? [])]
  return [name, ...synonyms, ...lists.flatMap((one) => one.split('|'))].filter((words) => words !== '')
}

function indexOf(columns: readonly Column[]): ReadonlyMap<string, KnownHeader> {
  const known = new Map<string, KnownHeader>()
  // A column's own name beats other columns' synonyms, and a synonym of one type beats those of all types.
  const named = columns.flatMap((column) =>
    wordsFor(column).map((words, at) => ({
      column: column.name,
      forms: indexFormsOf(words),
      rank: at > 0 && column.synonyms.includes(words) ? 1 : at,
    })),
  )
  named.sort((a, b) => a.rank - b.rank)
  for (let at = 0; at < MOST_INDEX_FORMS; at++)
    for (const { column, forms, rank } of named) {
      const form = forms[at] ?? ''
      if (form !== '' && !known.has(form)) known.set(form, { column, rank })
    }
  return known
}

/** Creates a lookup of the chosen column of a header: as written, otherwise ignoring case, spacing and punctuation. */
function chosenColumns(
  chosen: Readonly<Record<string, string | null>>,
): (header: string) => string | null | undefined {
  const entries = Object.entries(chosen)
  const exact = new Map(entries.map(([header, column]) => [header.trim(), column]))
  const similar = new Map(entries.map(([header, column]) => [normalized(header), column]))
  return (header) => {
    const written = exact.get(header.trim())
    const name = normalized(header)
    return written !== undefined || name === '' ? written : similar.get(name)
  }
}

/** Returns the chosen headers that the file does not have. */
export function missingHeaders(headers: Headers, chosen: Readonly<Record<string, string | null>>): string[] {
  return Object.keys(chosen).filter((header) => {
    const choiceFor = chosenColumns({ [header]: null })
    return !headers.some((one) => choiceFor(one.header) !== undefined)
  })
}

/** Returns the headers whose cells are left out because they name no column, except those of a report. */
export function ignoredHeaders(
  headers: Headers,
  chosen: Readonly<Record<string, string | null>> = {},
): string[] {
  const choiceFor = chosenColumns(chosen)
  return headers.flatMap(({ header, column }) => {
    const isOurs = REPORT_COLUMNS.some((name) => name === header)
    const isMeant = isOurs || choiceFor(header) === null
    return column === null && header.trim() !== '' && !isMeant ? [header.trim()] : []
  })
}

function normalized(header: string): string {
  return packed(foldedWords(header))
}
