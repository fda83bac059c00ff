import type { Headers } from '../imports.table.ts'
import { foldedWords } from '../values/cell-text.ts'
import type { Column } from './column.ts'
import { headerWords } from './header-words.ts'

/** Columns that the report adds. They may stay in a corrected report that is uploaded again. */
export const REPORT_COLUMNS = [
  'report_line',
  'report_column',
  'report_code',
  'report_message',
  'report_outcome',
] as const

/**
 * Finds the column of each header by its name or what people call it, in any case, spacing and punctuation, also without a
 * remark in brackets, a prefix before a colon, or the words of a question. `chosen` are columns of headers that the partner has
 * chosen: no other header then stands for such a column.
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
    const { column, rank } = known(header) ?? { column: null, rank: 0 }
    return { header, column: column !== null && taken.has(column) ? null : column, rank }
  })
  return withOneKey(found)
}

/** Of several keys in a file, that of the institution beats the numbers of its systems. */
function withOneKey(found: readonly { header: string; column: string | null; rank: number }[]): Headers {
  const ranks = found.flatMap(({ column, rank }) => (column === 'external_id' ? [rank] : []))
  const best = Math.min(...ranks)
  return found.map(({ header, column, rank }) => ({
    header,
    column: column === 'external_id' && rank > best ? null : column,
  }))
}

interface KnownHeader {
  column: string
  /** Names come before words that people use for them, and these in their order. */
  rank: number
}

const byColumns = new WeakMap<readonly Column[], ReadonlyMap<string, KnownHeader>>()

function knownHeaders(columns: readonly Column[]): (header: string) => KnownHeader | undefined {
  const known = byColumns.get(columns) ?? indexOf(columns)
  byColumns.set(columns, known)
  const lists = new Set(columns.filter(({ isList }) => isList).map(({ name }) => name))
  return (header) => {
    for (const form of formsOf(header)) {
      const match = known.get(form)
      if (match) return match
    }
    // Skill 1, Skill 2
    const [, name, number] = NUMBERED.exec(foldedWords(header)) ?? []
    const match = name === undefined || Number(number) > 30 ? undefined : known.get(packed(name))
    return match && lists.has(match.column) ? match : undefined
  }
}

const NUMBERED = /^(\D+?) ?(\d{1,2})$/

/** The name of a column, then what people call it. */
export function wordsFor({ name, synonyms }: Column): string[] {
  return [name, ...synonyms, ...(headerWords[name] ?? []).flatMap((one) => one.split('|'))].filter(
    (words) => words !== '',
  )
}

function indexOf(columns: readonly Column[]): ReadonlyMap<string, KnownHeader> {
  const known = new Map<string, KnownHeader>()
  const add = (form: string, column: string, rank: number) => {
    if (form !== '' && !known.has(form)) known.set(form, { column, rank })
  }
  // A column's name beats what people call another column, and what one type calls it beats what all do.
  const named = columns.flatMap((column) =>
    wordsFor(column).map((words, at) => ({
      column: column.name,
      words,
      rank: at > 0 && column.synonyms.includes(words) ? 1 : at,
    })),
  )
  named.sort((a, b) => a.rank - b.rank)
  for (const { column, words, rank } of named) add(packed(foldedWords(words)), column, rank)
  for (const { column, words, rank } of named) add(withoutQuestion(foldedWords(words)), column, rank)
  return known
}

const MAX_HEADER_CHARS = 200

/** A header as written, and without what may stand around the name of the column. */
function formsOf(header: string): string[] {
  const text = header.slice(0, MAX_HEADER_CHARS)
  const bare = withoutBrackets(text)
  const parts = bare.split(':').filter((part) => part.trim() !== '')
  const last = parts.slice(0, -1).some(isAboutOthers) ? '' : (parts.at(-1) ?? '')
  return [text, bare, last].flatMap((one) => {
    const words = foldedWords(spaced(one))
    return [packed(words), withoutQuestion(words)].filter((form) => form !== '')
  })
}

/** Words for people who are not the student or contact of a row. */
const OTHERS = new Set(
  [
    'emergency parent parents guardian guardians mother father kin spouse sibling advisor adviser counselor recommender referee',
    'emergencia padre padres madre tutor tutora',
    'urgence parents pere mere tuteur tutrice conjoint',
    'notfall notfallkontakt eltern elternteil mutter vater erziehungsberechtigte vormund',
  ].flatMap((words) => words.split(' ')),
)

/** Whether the prefix of a header (`Emergency contact: Phone`) says that it is about another person. */
function isAboutOthers(prefix: string): boolean {
  return foldedWords(prefix)
    .split(' ')
    .some((word) => OTHERS.has(word))
}

/** `firstName` is two words. */
function spaced(text: string): string {
  return text.replace(CAMEL, '$1 $2')
}

const CAMEL = /([a-z])([A-Z])/g

function withoutBrackets(text: string): string {
  const from = text.search(/[([]/)
  if (from < 0) return text
  const to = text.slice(from).search(/[)\]]/)
  return to < 0 ? text.slice(0, from) : `${text.slice(0, from)} ${text.slice(from + to + 1)}`
}

/** Words of questions and requests that say nothing about what is asked. */
const ASKING = new Set(
  [
    'what is are s your the a an please enter provide give list tell us do does you have has can could would of for in to and that all tick select check apply choose one optional required if any i we they my be student students applicant applicants candidate candidates participant participants volunteer volunteers intern interns which how on with at who',
    'cual es son tu tus su sus que tienes tiene puedes por favor indica escribe el la los las un una de del para en y estudiante alumno',
    'quel quelle quels quelles est sont votre vos ton ta tes avez vous pouvez veuillez indiquer le la les un une des de du pour en et d l etudiant',
    'wie lautet ist sind ihr ihre dein deine was welche welchen haben hast sie du konnen kannst bitte angeben eingeben der die das ein eine von fur in und zu student studierende',
  ].flatMap((words) => words.split(' ')),
)

function withoutQuestion(words: string): string {
  return packed(
    words
      .split(' ')
      .filter((word) => !ASKING.has(word))
      .join(' '),
  )
}

function packed(words: string): string {
  return words.replaceAll(' ', '')
}

/** The chosen column of a header: as it was written, else in any case, spacing and punctuation. */
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

/** Chosen headers that the file does not have. */
export function missingHeaders(headers: Headers, chosen: Readonly<Record<string, string | null>>): string[] {
  return Object.keys(chosen).filter((header) => {
    const choiceFor = chosenColumns({ [header]: null })
    return !headers.some((one) => choiceFor(one.header) !== undefined)
  })
}

/** Headers that name no column, so that their cells are left out. Those of a report are not meant to be read. */
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
