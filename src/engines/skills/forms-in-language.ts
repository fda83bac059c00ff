import { isStopWord, type Language, splitCompound, stemUnaccented } from '../../shared/languages/index.ts'

/** Endings of gender and number, longest first. */
const ENDINGS: Readonly<Partial<Record<Language, RegExp>>> = {
  spanish: /(?:es|[aeo]s?)$/,
  french: /(?:es|[esx])$/,
  german: /(?:en|er|[ens])$/,
  portuguese: /(?:es|[aeo]s?|is)$/,
}
/** Minimum length of what is left. */
const SHORTEST_FORM = 4
/** Longer endings of the other gender. They are replaced first; then the endings above are removed. */
const OTHER_GENDERS: Readonly<Partial<Record<Language, readonly (readonly [RegExp, string])[]>>> = {
  french: [
    [/trices?$/, 'teur'],
    [/euses?$/, 'eur'],
    [/ieres?$/, 'ier'],
    [/iennes?$/, 'ien'],
    [/onnes?$/, 'on'],
  ],
  german: [
    [/(?<=er|ist|ent|ant|loge|graf|or|eur|kraft|wirt|anwalt|arzt|koch)in(?:nen)?$/, ''],
    [/frau(?:en)?$/, 'mann'],
    [/leute$/, 'mann'],
  ],
  portuguese: [
    [/coes$/, 'cao'],
    [/(?<=[aeo])is$/, 'l'],
  ],
}

/** Returns a word without its endings of gender and number: `plomeras` becomes `plomer`. */
export function formIn(word: string, language: Language): string {
  let form = word
  for (const [ending, other] of OTHER_GENDERS[language] ?? []) form = form.replace(ending, other)
  const ending = ENDINGS[language]
  const plain = ending ? form.replace(ending, '') : form
  return plain.length < SHORTEST_FORM ? form : plain
}

/**
 * Returns the words of a label (see `labelKey`) in a form that is equal for all inflections: `poda de árboles` and
 * `podar árboles`. A one-word label is not stemmed, because `peinture` is not `peintre`.
 */
export function signatureIn(words: readonly string[], language: Language): string {
  const telling = words.filter((word) => !isStopWord(word, language))
  const parts = (telling.length === 0 ? words : telling).flatMap((word) =>
    language === 'german' ? splitCompound(word) : [word],
  )
  const [only] = parts
  return parts.length === 1 && only !== undefined
    ? formIn(only, language)
    : parts.map((part) => stemUnaccented(part, language)).join(' ')
}
