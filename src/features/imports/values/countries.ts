import { countryByName } from '../../../shared/places/index.ts'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { type Reading, read, unreadableAs } from './reading.ts'

/** Names that two countries share. */
const AMBIGUOUS: Readonly<Record<string, 'korea' | 'congo'>> = { korea: 'korea', congo: 'congo' }

/** Reads a country by its code, or by its name in English, Spanish, French, German or Portuguese. */
export function readCountry(cell: string): Reading<string> {
  const text = trimUnseen(cell)
  const several = AMBIGUOUS[foldedWords(text.slice(0, 100))]
  if (several !== undefined) return unreadableAs(several, text)
  const code = countryByName(text)
  return code === undefined ? unreadableAs('country', text) : read(code)
}
