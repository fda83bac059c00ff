import type { Column } from './column.ts'
import { fullWordsOf, numberIn } from './header-forms.ts'
import { qualifiers } from './header-qualifiers.ts'

/**
 * Returns the level of a header: its words and its number added up. Of several headers of one column, the lowest level is
 * read first.
 */
export function levelOf(header: string, { name, isList }: Pick<Column, 'name' | 'isList'>): number {
  if (header === name) return 0
  const { words, number } = numberIn(fullWordsOf(header))
  const own = qualifiers.filter(({ columns }) => columns.has(name))
  const level = words
    .split(' ')
    .reduce((sum, word) => sum + Math.max(0, ...own.map(({ levels }) => levels.get(word) ?? 0)), 0)
  return level + (isList || number === null || number < 2 ? 0 : 10 * number)
}

const places = qualifiers.find(({ columns }) => columns.has('city'))

/** Returns the words that tell one address of a file from another, such as `home`. */
export function addressOf(header: string): string {
  return fullWordsOf(header)
    .split(' ')
    .filter((word) => (places?.levels.get(word) ?? 0) > 1)
    .toSorted()
    .join(' ')
}
