const countries = new Intl.DisplayNames('en', { type: 'region' })
const languages = new Intl.DisplayNames('en', { type: 'language' })

/** Returns the English name of a country by its code. */
export const countryName = (code: string): string => nameIn(countries, code)

/** Returns the English name of a language by its tag, or the tag if it is unknown. */
export const languageName = (tag: string): string => nameIn(languages, tag)

function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
