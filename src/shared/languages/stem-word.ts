import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { foldWord } from './fold-word.ts'
import type { Language } from './language.ts'

/**
 * Endings that are replaced before a word is stemmed: feminine forms, and names of trades and of the people
 * who work at them, which stemmers keep apart (`traducción` and `traductor`, `Bäckerei` and `Bäcker`), and
 * spelling variants.
 */
type Endings = readonly (readonly [RegExp, string])[]

const STEMMERS: Readonly<Record<Language, { stem: (word: string) => string; endings: Endings }>> = {
  english: {
    stem: english,
    endings: [],
  },
  spanish: {
    stem: spanish,
    endings: [
      [/(?<=\p{L}{3})triz(?=(?:ces)?$)/u, 'tor'],
      [/(?<=\p{L}{3})erías?$/u, 'ero'],
      [/(?<=\p{L}{2}c)ci(?:ón|ones)$/u, 'tor'],
      [/^ventas?$/u, 'vendedor'],
    ],
  },
  french: {
    stem: french,
    endings: [
      [/(?<=\p{L}{2})trices?$/u, 'teur'],
      [/(?<=\p{L}{3})euses?$/u, 'eur'],
      [/(?<=\p{L}{3})iennes?$/u, 'ien'],
      [/(?<=\p{L}{2}c)teurs?$/u, 'tion'],
      [/(?<=\p{L}{3})erie(?=s?$)/u, 'ier'],
      [/(?<=\p{L}{3})ère(?=s?$)/u, 'er'],
      [/^ventes?$/u, 'vendeur'],
    ],
  },
  german: {
    stem: german,
    endings: [
      [/(?<=\p{L}{3})(?:frau|frauen|leute|männer|männin)$/u, 'mann'],
      [
        /(?<=\p{L}{2}(?:er|ent|ant|or|eur|ör|ist|log|ast|at|et|ot|ekt|ikt|wirt|iv|om|aph|oph|eg|agog|urg|ef|schmied|metz|wart|peut)|[äa]rzt|anw[äa]lt|k[öo]ch)in(?:nen)?$/u,
        '',
      ],
      [/(?<=beamt)in(?:nen)?$/u, 'er'],
      [/(?<=gehilf|bot|lots|expert|kund|matros)in(?:nen)?$/u, 'e'],
      [/(?<=\p{L}{3})eusen?$/u, 'eur'],
      [/bäuer(?=n?$)/u, 'bauer'],
      [/ärzt(?=e?n?$)/u, 'arzt'],
      [/anwält(?=e?n?$)/u, 'anwalt'],
      [/köch(?=e?n?$)/u, 'koch'],
      [/(?<=\p{L}{3})erei(?:en)?$/u, 'er'],
      [/(?<=\p{L}{2}(?:olog|gra(?:ph|f)|nom|urg|path))ien?$/u, 'e'],
      [
        /(?<=techn|mechan|elektron|elektr|phys|chem|log|graf|mus|poet|polit|opt)(?:al)?isch(?:e[mnrs]?)?$/u,
        'ik',
      ],
      [/ph/u, 'f'],
    ],
  },
  portuguese: {
    stem: portuguese,
    endings: [
      // Both spellings are in use: `director` and `diretor`, `óptica` and `ótica`.
      [/(?<=[aeiouáéíóú])[cp](?=[tç])/u, ''],
      [/(?<=\p{L}{3})triz(?=(?:es)?$)/u, 'tor'],
      [/(?<=\p{L}{3}(?<!secret))arias?$/u, 'eiro'],
      [/(?<=\p{L}{2}[eu])ç(?:ão|ões)$/u, 'tor'],
    ],
  },
}

/** Returns the stem of a lower-case word with accents. The stem has no accents. */
export function stemWord(word: string, language: Language): string {
  // Stems before removing accents: the rules of most languages depend on them.
  return foldWord(STEMMERS[language].stem(commonForm(word, language)))
}

/** Endings that a stemmer recognizes only with accents. */
const ACCENTED: Readonly<Partial<Record<Language, Endings>>> = {
  spanish: [
    [/(?<=[cs])ion$/u, 'ión'],
    [/(?<=er)ia(?=s?$)/u, 'ía'],
  ],
  french: [
    [/(?<=\p{L}{3})ees?$/u, 'ée'],
    [/(?<=\p{L}{3})ite(?=s?$)/u, 'ité'],
    [/(?<=\p{L}{3})iere(?=s?$)/u, 'ière'],
  ],
  portuguese: [
    [/(?<=[cs])oes$/u, 'ões'],
    [/cao$/u, 'ção'],
    [/c(?=ões$)/u, 'ç'],
    [/en(?=cias?$)/u, 'ên'],
    [/an(?=cias?$)/u, 'ân'],
  ],
}

const MAX_CACHED_WORDS = 20_000
const unaccented = new Map<Language, Map<string, string>>()

/** Returns the stem of a word without its accents. */
export function stemUnaccented(word: string, language: Language): string {
  const known = unaccented.get(language) ?? new Map<string, string>()
  unaccented.set(language, known)
  const before = known.get(word)
  if (before !== undefined) return before
  let form = word
  for (const [ending, other] of ACCENTED[language] ?? []) form = form.replace(ending, other)
  const stem = stemWord(form, language)
  if (known.size >= MAX_CACHED_WORDS) known.clear()
  known.set(word, stem)
  return stem
}

/** Returns a lower-case word with accents, without a feminine ending that the stemmer keeps. */
export function commonForm(word: string, language: Language): string {
  let form = word
  for (const [ending, other] of STEMMERS[language].endings) form = form.replace(ending, other)
  return form
}
