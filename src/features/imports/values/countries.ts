import { countryByName } from '../../../shared/places/index.ts'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { quoted, type Reading, read, unreadable } from './reading.ts'

/** Names of two countries at once. */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  korea: 'South Korea or North Korea',
  congo: 'DR Congo or Congo (CG)',
}

/** Reads a country by its code, or by its name in English, Spanish, French, German or Portuguese. */
export function readCountry(cell: string): Reading<string> {
  const text = trimUnseen(cell)
  const several = AMBIGUOUS[foldedWords(text.slice(0, 100))]
  if (several !== undefined)
    return unreadable(`${quoted(text)} can mean ${several}. Write a country like US or United States.`)
  const code = countryByName(text)
  return code === undefined
    ? unreadable(`${quoted(text)} is not a country. Write a country like US or United States.`)
    : read(code)
}
