import { type ListNoun, message } from '../../../shared/messages/index.ts'
import type { Detail } from '../details.ts'
import { trimUnseen } from './cell-text.ts'
import { type Reading, read, shortened, unreadable } from './reading.ts'

const HARD_SEPARATORS = /[;\r\n|\uff1b\u3001\uff0c\u2028\u2029]+/
const BULLET = /^(?:[•·▪◦‣●○*–—-]|\d{1,2}[.)])\s+|^[•·▪◦‣●○]/
const CONJUNCTIONS = [' and ', ' & ', ' y ', ' et ', ' und ', ' e ', ' sowie ', ' plus ']

/** Splits a cell at unambiguous separators: `;`, `|`, line breaks, full-width signs and bullets. */
export function splitAtSeparators(cell: string): string[] {
  const parts = cell
    .replaceAll('_x000D_', '\n')
    .split(HARD_SEPARATORS)
    .flatMap((part) => part.split(/[•▪◦‣●○]/))
  const isLines = parts.length > 1
  return parts
    .map((part) => {
      const trimmed = trimUnseen(part)
      return isLines || /^[•·▪◦‣●○]/.test(trimmed) ? trimUnseen(trimmed.replace(BULLET, '')) : trimmed
    })
    .filter((part) => part !== '')
}

type IsKnown = (entry: string) => boolean

/**
 * Splits an entry at commas, slashes and "and", if every part is known. Null if that is not possible. An entry known as a
 * whole, such as "research and development", is one part.
 */
export function splitKnownParts(entry: string, isKnown: IsKnown): string[] | null {
  if (isKnown(entry)) return [entry]
  const byCommas = outsideBrackets(entry, ',')
  const parts = byCommas
    .map(trimUnseen)
    .filter((part) => part !== '')
    .map((part) => splitKnown(withoutConjunction(part), isKnown))
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.flat() : null
}

function splitKnown(part: string, isKnown: IsKnown): string[] | null {
  if (isKnown(part)) return [part]
  for (const separator of ['/', ...CONJUNCTIONS]) {
    const parts = part.split(separator).map(trimUnseen)
    if (parts.length > 1 && parts.every((one) => one !== '' && isKnown(one))) return parts
  }
  const parts = CONJUNCTIONS.reduce(
    (all, one) => all.flatMap((text) => text.split(one)),
    part.split('/'),
  ).map(trimUnseen)
  return parts.length > 1 && parts.every((one) => one !== '' && isKnown(one)) ? parts : null
}

/** Removes a leading conjunction: `and Excel`, the last part of `SQL, Access, and Excel`. */
function withoutConjunction(part: string): string {
  const spaced = ` ${part}`
  const found = CONJUNCTIONS.find((one) => spaced.toLowerCase().startsWith(one))
  return found === undefined ? part : trimUnseen(spaced.slice(found.length))
}

function outsideBrackets(text: string, separator: string): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth++
    if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    if (sign === separator && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + sign)
  }
  return parts
}

interface ListOptions {
  /** Most entries that the field may have. */
  max: number
  /** Tells whether a label is known. Without it, entries are split only at unambiguous separators. */
  isKnown?: IsKnown | undefined
  /** What an entry is, for the notes. */
  noun?: ListNoun
}

/** Reads a list of texts without duplicates. Entries beyond the maximum are left out with a note. */
export function readList(cell: string, { max, isKnown, noun = 'entries' }: ListOptions): Reading<string[]> {
  const notes: Detail[] = []
  const entries = splitAtSeparators(cell).flatMap((part) => {
    const parts = isKnown ? splitKnownParts(part, isKnown) : null
    if (parts) return parts
    if (part.includes(',')) notes.push(message('import_list_kept_as_one', { cell: shortened(part), noun }))
    return [part]
  })
  if (entries.length === 0) return unreadable(message('import_list_empty', { noun }))
  return keepFirst(distinctIn(entries), { max, noun, show: (entry) => entry }, notes)
}

/** Reads a list whose entries may contain commas, such as titles. They are told apart when they are looked up. */
export function readWholeEntries(cell: string, options: { max: number; noun: ListNoun }): Reading<string[]> {
  const entries = splitAtSeparators(cell)
  const isShort = entries.flatMap((entry) => entry.split(',')).length <= options.max
  if (!isShort || entries.length === 0)
    return readList(cell, { ...options, isKnown: (entry) => !entry.includes(',') })
  return read(distinctIn(entries))
}

function distinctIn(entries: readonly string[]): string[] {
  return [...Map.groupBy(entries, (entry) => entry.toLowerCase()).values()].flatMap(([entry]) => entry ?? [])
}

/** Returns the first entries, with a note that names those beyond the maximum. */
export function keepFirst<T>(
  entries: readonly T[],
  { max, noun, show }: { max: number; noun: ListNoun; show: (entry: T) => string },
  notes: readonly Detail[],
): Reading<T[]> {
  const left = entries.slice(max).map((entry) => shortened(show(entry)))
  const note =
    left.length === 0 ? null : message('import_first_kept', { count: entries.length, most: max, noun, left })
  return read(entries.slice(0, max), ...notes, note)
}
