import { message } from '../../../shared/messages/index.ts'
import { cellMessage, type Detail } from '../details.ts'
import { foldedWords } from './cell-text.ts'
import { withoutOuterSpaces } from './free-text.ts'
import { isRead, type Reading, read, shortened, unreadable } from './reading.ts'

/** Words after a name that are not a first name. */
const SUFFIXES = new Set(
  'jr sr ii iii iv v phd md dds esq esquire mba cpa rn jd edd ba ma bsc msc junior senior pe dvm lcsw dphil'.split(
    ' ',
  ),
)

/** Words after the name of a company. */
const OF_COMPANIES = new Set(
  'inc incorporated llc llp lp ltd limited co corp corporation company plc pllc pc pbc gmbh ag kg ug ev eg se sa sl slu sas sarl sprl bv nv ab as oy spa srl ltda eireli lda pty'.split(
    ' ',
  ),
)

/** Reads a person's name unchanged, except that `Bright, Noa` becomes `Noa Bright`, with a note. */
export function readName(cell: string): Reading<string> {
  const given = withoutOuterSpaces(cell)
  const name = withoutId(given)
  if (name !== given) return mapNotes(readName(name), readAs(given, name))
  if (name === '') return unreadable(cellMessage('name_empty'))
  if (!name.includes(',')) return read(name)
  const parts = name.split(',').map(withoutOuterSpaces)
  const turned = firstNameFirst(parts)
  if (turned === null) return read(name, message('import_name_kept', { cell: shortened(name) }))
  return read(turned, turned === name ? null : readAs(name, turned))
}

/** Removes an id that some systems write after the name: `Noa Bright (S0100)`. No name has digits in brackets. */
function withoutId(name: string): string {
  const from = name.lastIndexOf('(')
  const isId =
    from > 0 && name.endsWith(')') && /\d/.test(name.slice(from)) && !name.slice(from).includes(' ')
  return isId ? withoutOuterSpaces(name.slice(0, from)) : name
}

function readAs(cell: string, text: string): Detail {
  return message('import_read_as_text', { cell: shortened(cell), text: shortened(text) })
}

function mapNotes(reading: Reading<string>, first: Detail): Reading<string> {
  return isRead(reading) ? { ...reading, notes: [first, ...reading.notes] } : reading
}

/** Puts the first name first. Null if the commas don't show which part it is. */
function firstNameFirst(parts: readonly string[]): string | null {
  const [first = '', ...others] = parts.filter((part) => part !== '')
  const suffixes = others.filter(isSuffix)
  const given = others.filter((part) => !isSuffix(part))
  if (given.some(isOfCompany)) return parts.join(', ')
  if (given.length > 1 || first === '') return null
  if (given.length === 1) return [...given, first, ...suffixes].join(' ')
  // Only suffixes follow the comma: John Smith, Jr.
  return parts.some((part) => part === '') ? [first, ...suffixes].join(', ') : parts.join(', ')
}

function isOfCompany(part: string): boolean {
  return part.length <= 14 && OF_COMPANIES.has(part.toLowerCase().replaceAll(/[.\s]/g, ''))
}

function isSuffix(part: string): boolean {
  return part.length <= 12 && SUFFIXES.has(part.toLowerCase().replaceAll('.', ''))
}

/** The columns of a name. */
export interface NameParts {
  first?: string | undefined
  middle?: string | undefined
  last?: string | undefined
  suffix?: string | undefined
  preferred?: string | undefined
}

/** Scripts in which the family name comes first. */
const FAMILY_NAME_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u

/** Joins the columns of a name. Middle names go in between; the preferred name is returned next to the full name. */
export function joinName(parts: NameParts): Reading<{ name: string; preferred_name?: string }> {
  const [first, middle, last, suffix, preferred] = [
    parts.first,
    parts.middle,
    parts.last,
    parts.suffix,
    parts.preferred,
  ].map((part) => withoutOuterSpaces(part ?? ''))
  const isFamilyNameFirst = FAMILY_NAME_FIRST.test(`${first}${last}`) && middle === ''
  const order = isFamilyNameFirst ? [last, first, suffix] : [first, middle, last, suffix]
  const name = order.filter((part) => part !== undefined && part !== '').join(' ') || preferred
  if (name === undefined || name === '') return unreadable(cellMessage('name_parts_empty'))
  return read({ name, ...(preferred !== undefined && preferred !== '' && { preferred_name: preferred }) })
}

/** Tells whether the other name contains all words of a name, so that nothing is lost without it. */
export function isWithin(name: string, other: string): boolean {
  const words = foldedWords(other).split(' ')
  return foldedWords(name)
    .split(' ')
    .every((word) => words.includes(word))
}
