import isoCountries from 'i18n-iso-countries'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { quoted, type Reading, read, unreadable } from './reading.ts'

export const LANGUAGES_OF_OFFICES = ['en', 'es', 'fr', 'de', 'pt'] as const

const OTHER_NAMES: Readonly<Record<string, string>> = {
  US: 'usa|u s a|u s|us of a|america|united states of america|the united states|eeuu|ee uu|eua|e u a|estados unidos da america|usa vereinigte staaten',
  GB: 'uk|u k|great britain|england|scotland|wales|northern ireland|britain|grossbritannien|gran bretana|inglaterra|angleterre|grande bretagne|gra bretanha',
  NL: 'holland|holanda|hollande|the netherlands|nl',
  KR: 'south korea|korea south|republic of korea|rok',
  CZ: 'czech republic|czechia|republica checa|republique tcheque|tschechien',
  RU: 'russia|russian federation',
  VE: 'venezuela',
  BO: 'bolivia',
  TZ: 'tanzania',
  IR: 'iran',
  SY: 'syria',
  LA: 'laos',
  VN: 'vietnam|viet nam',
  MD: 'moldova',
  TW: 'taiwan',
  CI: 'ivory coast|cote divoire',
  MM: 'burma|myanmar',
  TR: 'turkey|turkiye',
  AE: 'uae|u a e|emirates',
  CD: 'dr congo|drc|democratic republic of congo',
  VA: 'vatican',
  SZ: 'swaziland',
  MK: 'macedonia',
  DE: 'brd|deutschland',
  ES: 'espana',
}
/** Names of two countries at once. */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  korea: 'South Korea or North Korea',
  congo: 'DR Congo or Congo (CG)',
}

let codeByName: ReadonlyMap<string, string> | undefined

function countriesByName(): ReadonlyMap<string, string> {
  if (codeByName) return codeByName
  const named = LANGUAGES_OF_OFFICES.flatMap((language) => {
    const displayed = new Intl.DisplayNames(language, { type: 'region' })
    return Object.entries(isoCountries.getNames(language, { select: 'all' })).flatMap(([code, names]) =>
      [...names, displayed.of(code) ?? code].map((name) => [foldedWords(name), code] as const),
    )
  })
  const codes = Object.keys(isoCountries.getAlpha2Codes()).flatMap((code) => {
    const long = isoCountries.alpha2ToAlpha3(code)?.toLowerCase()
    return [[code.toLowerCase(), code] as const, ...(long === undefined ? [] : [[long, code] as const])]
  })
  const others = Object.entries(OTHER_NAMES).flatMap(([code, names]) =>
    names.split('|').map((name) => [name, code] as const),
  )
  codeByName = new Map([...named, ...codes, ...others])
  return codeByName
}

/** The ISO 3166-1 code of a country by its code or its name in five languages. */
export function countryByName(name: string): string | undefined {
  return name.length > 100 ? undefined : countriesByName().get(foldedWords(name))
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
