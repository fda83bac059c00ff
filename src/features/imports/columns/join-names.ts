import { message } from '../../../shared/messages/index.ts'
import { isWithin, joinName } from '../values/names.ts'
import { isRead, type Reading, read, shortened, unreadable } from '../values/reading.ts'
import type { Path } from './column.ts'

type PartColumns = Readonly<Record<string, string | readonly string[]>>

/** The names of a row, each with the columns of its parts and of the parts that replace a blank one. */
export const namesInParts: readonly { path: Path; parts: PartColumns; instead?: PartColumns }[] = [
  {
    path: ['name'],
    parts: {
      first: 'first_name',
      middle: 'middle_name',
      last: ['last_name_prefix', 'last_name', 'second_last_name'],
      suffix: 'name_suffix',
    },
  },
  {
    path: ['preferred_name'],
    parts: { first: 'preferred_first_name', last: 'preferred_last_name' },
    // Nobody is called by only the last name.
    instead: { first: 'first_name' },
  },
  { path: ['contact', 'name'], parts: { first: 'contact_first_name', last: 'contact_last_name' } },
]

const PREFERRED = ['preferred_name', 'preferred_first_name', 'preferred_last_name']

/**
 * Joins the parts of a row's name. Undefined if there are none, or if a full name contains all of them. `Name` next to only
 * a first name is the last name, as in German lists, unless it contains the first name. Unreadable if a full name and a name
 * in parts differ.
 */
export function joinNames(
  fullName: unknown,
  { parts: columns, instead = {} }: Omit<(typeof namesInParts)[number], 'path'>,
  cellsOf: (column: string) => readonly string[],
): Reading<string | undefined> {
  // Two headers of one part hold the same, or the row is refused.
  const textOf = (columns: PartColumns[string] = []) =>
    [columns]
      .flat()
      .flatMap((column) => cellsOf(column).slice(0, 1))
      .join(' ')
  const own = Object.entries(columns).map(([part, column]) => [part, textOf(column)] as const)
  if (own.every(([, text]) => text === '')) return read(undefined)
  const parts: Record<string, string> = Object.fromEntries(
    own.map(([part, text]) => [part, text === '' ? textOf(instead[part]) : text]),
  )
  const isLastName =
    parts.last === '' && typeof fullName === 'string' && !isWithin(parts.first ?? '', fullName)
  const joined = joinName(isLastName ? { ...parts, last: fullName } : parts)
  if (!isRead(joined)) return joined
  const { name } = joined.value
  if (typeof fullName !== 'string' || isWithin(fullName, name)) return read(name)
  if (isWithin(name, fullName)) return read(undefined)
  // Some systems show the preferred name in full next to the parts of the legal one.
  const goesBy = PREFERRED.flatMap(cellsOf).join(' ')
  if (goesBy !== '' && isWithin(fullName, `${name} ${goesBy}`)) return read(name)
  return unreadable(message('import_names_differ', { full: shortened(fullName), inParts: shortened(name) }))
}
