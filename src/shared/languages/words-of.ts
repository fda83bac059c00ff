import { normalizeText } from '../normalize-text.ts'
import { foldWord } from './fold-word.ts'
import { familyForm, onlyQualifies } from './german-families.ts'
import { LANGUAGES, type Language } from './language.ts'
import { splitCompound } from './split-compound.ts'
import { stemWord } from './stem-word.ts'
import { isStopWord } from './stop-words.ts'

/** A word of a text. */
export interface TextWord {
  /** Stem, the same for all forms of the word. */
  stem: string
  /** The word as written, in lower case. */
  text: string
}

/** Letters and digits of any script with their marks; a trailing `+` or `#` belongs to the word (C++, C#). */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*[+#]*/gu
const LATIN_LETTERS = /^[\p{Script=Latin}\p{M}]+$/u
const APOSTROPHES = /['’]/g
/** `l'entreprise` is `entreprise`, `dell'acqua` is `acqua`. */
const ELISIONS =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quelqu|un|all|dall|dell|nell|sull|quest|quell)['’](?=\p{L})/gu
/** People leave the apostrophe out: `l entretien`, `j ai`, `qu il`, `c est`. C and R are programming languages. */
const ELISIONS_APART =
  /(?<![\p{L}\p{N}])(?:(?:[djlmnst]|qu|lorsqu|puisqu|jusqu|quelqu) (?=[aeiouyhàâäéèêëîïôöùûœæ])|c (?=est(?!\p{L})|[eé]tai))/gu
/** `Verkäufer/in`, `Verkäufer*innen`, `enfermero/a`, `vendeur(euse)`: the ending for the other gender. */
const OTHER_GENDER =
  /(?<=\p{L})(?:[-/*:·•_]{1,2}|\()(?:innen|in|frau|as|os|a|o|e|es|ne|trice|rice|euse|ière|ère|ienne|ra|esa)\)?(?![\p{L}\p{N}])/gu
/** `(DI)`, `(Ing.)`: degrees. */
const DEGREES = /\((?:dipl?|dipl\.?-ing|ing|di|mag|fh|dr|bsc|msc|ba|ma)\.?\)/gu
/** `(m/w/d)`, `(m./w.)` and `(h/f)`: everybody may apply. */
const ALL_GENDERS = /(?<![\p{L}\p{N}])[mwfdhx]\.?(?:[/|][mwfdhx]\.?){1,3}(?![\p{L}\p{N}])/gu
/** `Geolog(e)in`, `zahntechnisch(er)e`, `technischeR`: letters of only one form. */
const GERMAN_FORMS = /(?<=\p{L}{3})\((?:e|er|r|n)\)(?=in(?:nen)?(?![\p{L}\p{N}])|e?r?(?![\p{L}\p{N}]))/gu
/**
 * Maximum length of words, and of texts after normalization, which can expand a character to eighteen.
 * Stemmers take quadratic time for some long words, and no real word is longer.
 */
const MAX_WORD_CHARS = 64
const MAX_TEXT_CHARS = 20_000
/**
 * Stemming is the most expensive step of reading a posting, and words repeat, so recent results are cached.
 */
const MAX_CACHED_WORDS = 50_000

const NONE: readonly string[] = []
/**
 * The stems of a word: none for a stop word, several for a compound. A single stem, the usual case, needs no
 * array.
 */
type Stems = string | readonly string[]

const remembered = new Map<Language, Map<string, Stems>>(LANGUAGES.map((language) => [language, new Map()]))

/**
 * Returns the words of a text in order, without stop words, case and accents. A German compound counts as its
 * parts. Repeats are kept. If the text may also be in the language `also`, each word has the stems of both.
 * Reads the first 20,000 characters.
 */
export function wordsOf(text: string, language: Language, also?: Language): TextWord[] {
  const words: TextWord[] = []
  readWords(text, language, also, (stem, word) => words.push({ stem, text: word }))
  return words
}

/** Returns the stems of the words of a text: see `wordsOf`. */
export function stemsOf(text: string, language: Language, also?: Language): string[] {
  const stems: string[] = []
  readWords(text, language, also, (stem) => stems.push(stem))
  return stems
}

function readWords(
  text: string,
  language: Language,
  also: Language | undefined,
  take: (stem: string, word: string) => void,
): void {
  for (const [token] of plainText(text, language).matchAll(WORD)) {
    const word = token.slice(0, MAX_WORD_CHARS)
    const stems = stemsOfWord(word, language)
    if (typeof stems === 'string') take(stems, word)
    else for (const stem of stems) take(stem, word)
    // A stop word of the more likely language is no word of the other.
    if (also === undefined || stems.length === 0) continue
    for (const stem of listOf(stemsOfWord(word, also))) if (!listOf(stems).includes(stem)) take(stem, word)
  }
}

function listOf(stems: Stems): readonly string[] {
  return typeof stems === 'string' ? [stems] : stems
}

function plainText(text: string, language: Language): string {
  const plain = normalizeText(text, 'NFKC').slice(0, MAX_TEXT_CHARS).toLowerCase()
  if (language === 'english') return plain.replace(APOSTROPHES, '')
  const forms = language === 'german' ? plain.replace(DEGREES, ' ').replace(GERMAN_FORMS, '') : plain
  const whole = forms.replace(ALL_GENDERS, ' ').replace(OTHER_GENDER, '').replace(ELISIONS, '')
  return (language === 'french' ? whole.replace(ELISIONS_APART, '') : whole).replace(APOSTROPHES, '')
}

function stemsOfWord(word: string, language: Language): Stems {
  const known = remembered.get(language)
  const before = known?.get(word)
  if (before !== undefined) return before
  const found = readWord(word, language)
  if (known && known.size >= MAX_CACHED_WORDS) known.clear()
  known?.set(word, found)
  return found
}

function readWord(word: string, language: Language): Stems {
  const folded = foldWord(word)
  if (isStopWord(folded, language)) return NONE
  // Codes, versions and words in other scripts belong to no language.
  if (!LATIN_LETTERS.test(word)) return folded
  return language === 'german' ? stemsOfGerman(word) : stemWord(word, language)
}

function stemsOfGerman(word: string): Stems {
  if (onlyQualifies(word)) return NONE
  const [first = word, ...more] = splitCompound(word)
  const stemOf = (part: string) => stemWord(familyForm(part), 'german')
  return more.length === 0 ? stemOf(first) : [first, ...more].map(stemOf)
}
