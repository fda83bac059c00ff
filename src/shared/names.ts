const countries = new Intl.DisplayNames('en', { type: 'region' })
const languages = new Intl.DisplayNames('en', { type: 'language' })

/** The English name of a country by its code. */
export const countryName = (code: string): string => nameIn(countries, code)

/** The English name of a language by its tag; a tag that is none stays as it is. */
export const languageName = (tag: string): string => nameIn(languages, tag)

function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

let codes: ReadonlyMap<string, string> | undefined

/** The code of a country by its name in English, Spanish, French, German or Portuguese; undefined if none is called so. */
export function countryCode(name: string): string | undefined {
  codes ??= readCodes()
  return codes.get(name.toLowerCase())
}

function readCodes(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  const inLanguages = ['pt', 'de', 'fr', 'es', 'en'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  return new Map(
    inLanguages.flatMap((names) =>
      pairs.flatMap((code) => {
        const name = names.of(code)
        return name === undefined ? [] : [[name.toLowerCase(), code] as const]
      }),
    ),
  )
}
