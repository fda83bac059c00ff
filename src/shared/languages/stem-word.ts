import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { foldWord } from './fold-word.ts'
import type { Language } from './language.ts'

/** Endings that become others before a word is stemmed: spellings, and forms for women that stemmers keep apart. */
type Endings = readonly (readonly [RegExp, string])[]

const STEMMERS: Readonly<Record<Language, { stem: (word: string) => string; endings: Endings }>> = {
  english: {
    stem: english,
    endings: [],
  },
  spanish: { stem: spanish, endings: [[/(?<=\p{L}{3})triz(?=(?:ces)?$)/u, 'tor']] },
  french: {
    stem: french,
    endings: [
      [/(?<=\p{L}{2})trices?$/u, 'teur'],
      [/(?<=\p{L}{3})euses?$/u, 'eur'],
      [/(?<=\p{L}{3})iennes?$/u, 'ien'],
    ],
  },
  german: {
    stem: german,
    endings: [
      [/(?<=\p{L}{3})(?:frau|frauen|leute|männer|männin)$/u, 'mann'],
      [
        /(?<=\p{L}{2}(?:er|ent|ant|or|eur|ör|ist|log|ast|at|et|ot|ekt|ikt|wirt|iv|om|aph|oph|eg|agog|urg|ef)|[äa]rzt|anw[äa]lt|k[öo]ch)in(?:nen)?$/u,
        '',
      ],
      [/(?<=beamt)in(?:nen)?$/u, 'er'],
      [/(?<=\p{L}{3})eusen?$/u, 'eur'],
      [/bäuer(?=n?$)/u, 'bauer'],
      [/ärzt(?=e?n?$)/u, 'arzt'],
      [/anwält(?=e?n?$)/u, 'anwalt'],
      [/köch(?=e?n?$)/u, 'koch'],
    ],
  },
  portuguese: { stem: portuguese, endings: [[/(?<=\p{L}{3})triz(?=(?:es)?$)/u, 'tor']] },
}

/** The stem of a word in lower case with its accents; the stem has none. */
export function stemWord(word: string, language: Language): string {
  // Stems first: the rules of most languages look at accents.
  return foldWord(STEMMERS[language].stem(commonForm(word, language)))
}

/** A word in lower case with its accents, without the ending of a form for women that the stemmer keeps apart. */
export function commonForm(word: string, language: Language): string {
  let form = word
  for (const [ending, other] of STEMMERS[language].endings) form = form.replace(ending, other)
  return form
}
