import { float64At } from '../item-at.ts'
import { LANGUAGES, type Language, languageOfTag } from './language.ts'
import { type Evidence, LanguageModel } from './language-model.ts'
import { endsInGermanTrade, isGermanCompound } from './split-compound.ts'
import { isStopWord } from './stop-words.ts'
import { stemsOf } from './words-of.ts'

/** Only the beginning of a text is read. */
const MAX_CHARS = 1000
const MAX_WORD_CHARS = 32
const WORD = /\p{L}[\p{L}\p{M}]*/gu
const LATIN = /^\p{Script=Latin}/u
/** In natural logarithms, on the scale of the words' evidence. Most postings are in English. */
const DECLARED_BONUS = 4
const ENGLISH_BONUS = 5
/** Hardly any other language has words composed of German ones. */
const COMPOUND_BONUS = 16
const SHORTEST_COMPOUND = 8
/** For a text with only frequent English words, many of which exist in other languages too. */
const ALL_ENGLISH_BONUS = 6
/** English words have no accents, except a few loanwords. */
const ACCENT_COST = 5
const ACCENT = /[^a-z]/
/** If the most likely language leads by this much, only whole words decide. */
const SURE_LEAD = 12
/** With a lead this small, the text may be in the second language. */
const DOUBTFUL_LEAD = 4
const COUNT = LANGUAGES.length
const ENGLISH = LANGUAGES.indexOf('english')
const GERMAN = LANGUAGES.indexOf('german')
const FRENCH = LANGUAGES.indexOf('french')
/**
 * Spellings for both genders: `Leiter/in`, `Leiter*innen`, `LeiterIn`, `(m/w/d)`, `vendeur / vendeuse`,
 * `(h/f)`.
 */
const GENDERS =
  /(?<=\p{L})(?:[-/*:·•_(]{1,2}|\(e\))(?:innen|in)(?!\p{L})|(?<!\p{L})[mwfdhx]\.?(?:[/|][mwfdhx]\.?){1,3}(?!\p{L})/giu
const GENDER_FORMS: readonly (readonly [RegExp, number, number])[] = [
  [
    /\p{Ll}(?:[-/*:·•_(]{1,2}in(?:nen)?|In(?:nen)?)(?!\p{L})|(?<!\p{L})(?:m\.?\/w|w\.?\/m)(?!\p{L})/u,
    GERMAN,
    8,
  ],
  // A hyphen alone is English too: `stand-in`.
  [/\p{Ll}(?:[/*:·•_(]-?|\(e\))in(?:nen)?(?!\p{L})/u, GERMAN, 16],
  [/(?<!\p{L})(?:[hH]\/[fF]|[fF]\/[hH])(?!\p{L})/u, FRENCH, 8],
]
/** `Postbote/Postbotin` is hardly anything but German. */
const PAIR_BONUS = 20
const NO_LETTERS = /\P{L}+/u
const SHORTEST_OF_PAIR = 3
/** German forms for women. Hardly any word of another language ends so. */
const FEMININE =
  /(?<=\p{L}{3}(?:er|[iy]st|ent|ant|tor|log|eur|nom|sof|soph|graf|graph|pilot|eut|path|iat|tekt|agog))in(?:nen)?$/u
const FEMININE_BONUS = 14

let made: LanguageModel | undefined
const model = () => (made ??= new LanguageModel())

/**
 * Detects the language of a text: naive Bayes over the most frequent words of each language and, if these do
 * not decide, over the parts of all words. `declared` are tags of the languages that the writer speaks; they
 * and English are preferred if the text gives little evidence. Undefined for a text without words in Latin
 * letters. Reads the first 1,000 characters.
 */
export function languageOf(text: string, declared: readonly string[] = []): Language | undefined {
  return languagesOf(text, declared)[0]
}

/**
 * Returns the language of `languageOf` and, if another is nearly as likely, that one too. Empty for a text
 * without words in Latin letters.
 */
export function languagesOf(text: string, declared: readonly string[] = []): readonly Language[] {
  const plain = text.slice(0, MAX_CHARS)
  const words = latinWords(plain.replace(GENDERS, ' '))
  if (!words) return []
  const sums = evidenceOf(words, declared)
  for (const [form, language, evidence] of GENDER_FORMS) if (form.test(plain)) add(sums, language, evidence)
  if (hasGermanPair(plain)) add(sums, GERMAN, PAIR_BONUS)
  const first = likeliest(sums)
  const second = likeliest(sums, first)
  const isSure = float64At(sums, first) - float64At(sums, second) > DOUBTFUL_LEAD
  return (isSure ? [first] : [first, second]).flatMap((at) => LANGUAGES[at] ?? [])
}

function evidenceOf(words: readonly string[], declared: readonly string[]): Evidence {
  const sums: Evidence = new Float64Array(COUNT)
  sums[ENGLISH] = ENGLISH_BONUS
  for (const tag of new Set(declared.map(languageOfTag)))
    if (tag) add(sums, LANGUAGES.indexOf(tag), DECLARED_BONUS)
  const unlisted = addWords(words, sums)
  for (const word of unlisted) if (FEMININE.test(word)) add(sums, GERMAN, FEMININE_BONUS)
  const mayBeEnglish = declared.length === 0 || declared.some((tag) => languageOfTag(tag) === 'english')
  if (mayBeEnglish && words.every((word) => model().has(word, ENGLISH))) add(sums, ENGLISH, ALL_ENGLISH_BONUS)
  if (leadOf(sums) < SURE_LEAD) {
    for (const word of words) model().addParts(word, sums)
    addCompounds(unlisted, sums)
  }
  return sums
}

/** Returns whether a word without accents is one of the frequent words of a language. */
export function isKnownWord(folded: string, language: Language): boolean {
  return model().has(folded, LANGUAGES.indexOf(language)) || isStopWord(folded, language)
}

/** Builds the tables, which takes part of a second and would otherwise delay the first text. */
export function loadLanguages(): void {
  model()
  for (const language of LANGUAGES) stemsOf('Buchhaltungssoftware', language)
}

/**
 * Returns the words at the beginning of a text, in lower case; undefined if most of them are in other
 * scripts.
 */
function latinWords(text: string): string[] | undefined {
  const latin: string[] = []
  let other = 0
  for (const [word] of text.toLowerCase().matchAll(WORD))
    if (LATIN.test(word)) latin.push(word.slice(0, MAX_WORD_CHARS))
    else other++
  return latin.length === 0 || other > latin.length ? undefined : latin
}

/** Adds the evidence of whole words. Returns those in no list. */
function addWords(words: readonly string[], sums: Evidence): string[] {
  const unlisted: string[] = []
  for (const word of words) {
    if (!model().addWord(word, sums)) unlisted.push(word)
    if (ACCENT.test(word) && !model().has(word, ENGLISH)) add(sums, ENGLISH, -ACCENT_COST)
  }
  return unlisted
}

/** Looks for compounds only if enough of them would make the text German, because splitting words is slow. */
function addCompounds(unlisted: readonly string[], sums: Evidence): void {
  const long = unlisted.filter(({ length }) => length >= SHORTEST_COMPOUND)
  const behind = float64At(sums, likeliest(sums)) - float64At(sums, GERMAN)
  if (behind === 0 || behind > COMPOUND_BONUS * long.length) return
  for (const word of long)
    if (isGermanCompound(word, isOtherWord) || endsInGermanTrade(word, isOtherWord))
      add(sums, GERMAN, COMPOUND_BONUS)
}

/** Returns whether a slash joins a word and its German form for women: `Game-Designer/Game-Designerin`. */
function hasGermanPair(text: string): boolean {
  const pieces = text.toLowerCase().split('/')
  return pieces.some((piece, at) => {
    const [next = ''] = (pieces[at + 1] ?? '').trim().split(' ')
    const hers = next.split('-').at(-1) ?? ''
    const his = hers.replace(/in(?:nen)?$/, '')
    if (his === hers || his.length < SHORTEST_OF_PAIR) return false
    const before = piece.trim().split(NO_LETTERS).at(-1)
    return before === his || before === `${his}e`
  })
}

function isOtherWord(word: string): boolean {
  return LANGUAGES.some((_, at) => at !== GERMAN && model().has(word, at))
}

function add(sums: Evidence, language: number, evidence: number): void {
  sums[language] = float64At(sums, language) + evidence
}

/** Returns the most likely language except `except`; the first one if equal. */
function likeliest(sums: Evidence, except = -1): number {
  let best = except === 0 ? 1 : 0
  for (let at = 1; at < COUNT; at++)
    if (at !== except && float64At(sums, at) > float64At(sums, best)) best = at
  return best
}

function leadOf(sums: Evidence): number {
  const best = likeliest(sums)
  return float64At(sums, best) - float64At(sums, likeliest(sums, best))
}
