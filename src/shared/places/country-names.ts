import isoCountries from 'i18n-iso-countries'
import { foldPlace } from './fold-place.ts'

/** The languages in which countries are known by name. */
export const NAME_LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'sv', 'pl', 'tr'] as const

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
// Built at start: it takes some 25 ms, for which no request should wait.
const codeByName: ReadonlyMap<string, string> = readNames()

function readNames(): Map<string, string> {
  const named = NAME_LANGUAGES.flatMap((language) => {
    const displayed = new Intl.DisplayNames(language, { type: 'region' })
    return Object.entries(isoCountries.getNames(language, { select: 'all' })).flatMap(([code, names]) =>
      [...names, displayed.of(code) ?? code].map((name) => [foldPlace(name), code] as const),
    )
  })
  const codes = Object.keys(isoCountries.getAlpha2Codes()).flatMap((code) => {
    const long = isoCountries.alpha2ToAlpha3(code)?.toLowerCase()
    return [[code.toLowerCase(), code] as const, ...(long === undefined ? [] : [[long, code] as const])]
  })
  const others = Object.entries(OTHER_NAMES).flatMap(([code, names]) =>
    names.split('|').map((name) => [name, code] as const),
  )
  return new Map([...named, ...codes, ...others])
}

/** The ISO 3166-1 code of a country by its code or its name in five languages. */
export function countryByName(name: string): string | undefined {
  return name.length > 100 ? undefined : codeByName.get(foldPlace(name))
}
