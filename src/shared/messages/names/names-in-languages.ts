import { readFileSync } from 'node:fs'
import { labelKey } from '../../label-key.ts'
import type { ReaderLanguage } from '../reader-language.ts'

/** Returns the name of a thing in a language, if `posted` is its name in some language. Otherwise `posted`. */
export type NameIn = (posted: string, language: ReaderLanguage) => string

type Names = Readonly<Partial<Record<string, string>>>

/**
 * Creates a `NameIn` from a table with a line for each thing and a column for each language. The table is read on first use.
 * A name of several things is left as posted, unless it is the English name of one of them.
 */
export function namesInLanguages(file: URL): NameIn {
  let byKey: ReadonlyMap<string, Names | null> | undefined
  return (posted, language) => {
    byKey ??= readNames(file)
    const key = labelKey(posted)
    const name = byKey.get(key)?.[language]
    return name === undefined || labelKey(name) === key ? posted : name
  }
}

/** Maps the keys of all names to the things that they name, and to null if there are several. */
function readNames(file: URL): Map<string, Names | null> {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const [, ...languages] = head.split('\t')
  const things = lines.map((line): Names => {
    const [, ...names] = line.split('\t')
    return Object.fromEntries(languages.map((language, at) => [language, names[at]]))
  })
  const byKey = new Map<string, Names | null>()
  for (const language of languages.toReversed())
    for (const names of things) {
      const key = labelKey(names[language] ?? '')
      const known = byKey.get(key)
      const isOther = known !== undefined && known !== names
      byKey.set(key, isOther && language !== 'en' ? null : names)
    }
  return byKey
}
