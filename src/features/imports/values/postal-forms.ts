/** Forms of postal codes next to a city, by country. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['US PR', /^\d{5}(?:-\d{4})?$/],
  ['CA', /^[a-z]\d[a-z] ?\d[a-z]\d$/i],
  ['GB', /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i],
  ['DE FR ES IT FI MX HR TR', /^\d{5}$/],
  ['AT CH BE DK NO HU LU SI LI AU', /^\d{4}$/],
  ['PT', /^\d{4}(?:-\d{3})?$/],
  ['PL', /^\d\d-\d{3}$/],
  ['BR', /^\d{5}-?\d{3}$/],
  ['NL', /^\d{4} ?[a-z]{2}$/i],
  ['SE CZ SK GR', /^\d{3} ?\d\d$/],
]

const formOf: ReadonlyMap<string, RegExp> = new Map(
  FORMS.flatMap(([countries, form]) => countries.split(' ').map((country) => [country, form] as const)),
)

/** Tells whether a text has the form of a country's postal codes. */
export function isPostalCodeOf(country: string, text: string): boolean {
  return formOf.get(country)?.test(withoutCountry(country, text)) === true
}

/** Countries whose codes look like no other country's. */
export const UNMISTAKABLE = ['CA', 'GB'] as const

/** Countries that write the code after the city. The others write it before. */
const BEHIND = new Set(['US', 'PR', 'CA', 'GB', 'AU'])

export interface SplitCode {
  code: string
  rest: string
  /** Whether the code comes before the city. */
  isBefore: boolean
}

/** Splits off a postal code that is where the country writes it. */
export function splitPostalCode(country: string, text: string): SplitCode | null {
  const words = text.split(' ')
  const isBefore = !BEHIND.has(country)
  // A code has at most two words, as in `SW1A 1AA`.
  for (const count of [2, 1]) {
    const code = (isBefore ? words.slice(0, count) : words.slice(-count)).join(' ')
    const rest = isBefore ? words.slice(count) : words.slice(0, -count)
    if (words.length >= count && isPostalCodeOf(country, code))
      return { code, rest: rest.join(' '), isBefore }
  }
  return null
}

/** Removes a country prefix: `D-10115`, `DE-10115`. */
function withoutCountry(country: string, text: string): string {
  const hyphen = text.indexOf('-')
  const letters = text.slice(0, Math.max(hyphen, 0)).toUpperCase()
  return letters === country || letters === country.charAt(0) ? text.slice(hyphen + 1) : text
}
