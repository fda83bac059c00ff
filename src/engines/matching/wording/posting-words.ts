import {
  COMMON_ENGLISH,
  type Language,
  languagesOf,
  type TextWord,
  wordsOf,
} from '../../../shared/languages/index.ts'
import { type ReadingOfText, soughtText } from '../../../shared/sought-words/index.ts'

/** The texts of a posting, how they are read, and the language tags of its writer. */
export interface PostingTexts extends ReadingOfText {
  title: string
  description: string
  /** `posted`: see `WantedSkill`. */
  skills: readonly { label: string; posted?: string }[]
  languages: readonly string[]
  /**
   * Returns the parts of a need that express its skills, if any of these is sure. Null: the whole text may be about the
   * work.
   */
  partsTelling: () => readonly string[] | null
}

/** A text and the language of its words. */
export interface ReadableText {
  text: string
  language: Language
  /** A language that is nearly as likely. */
  also?: Language
}

export interface ReadablePosting {
  title: ReadableText
  /** For skills posted in another language than English, the posted words; otherwise the labels. */
  labels: ReadableText[]
  description: ReadableText
}

/**
 * Detects the languages of a posting's texts, and removes what is not about the work (see `soughtText`) unless no word
 * about the work would remain. Title and description share one language. Labels have their own, because known skills
 * are displayed in English. Texts in no known language are read as English.
 */
export function readablePosting(posting: PostingTexts): ReadablePosting {
  const { title, description, skills, languages: spoken } = posting
  const languages = languagesOf(`${title}\n${description}`, spoken)
  const given = {
    title: inLanguages(title, languages),
    labels: skills.map(({ label, posted }) => readableLabel(label, posted, spoken)),
    description: inLanguages(description, languages),
  }
  const sought = {
    ...given,
    title: { ...given.title, text: soughtText(title, posting) },
    description: { ...given.description, text: soughtText(description, posting) },
  }
  const isWhole = sought.title.text === title && sought.description.text === description
  return isWhole || !tellsWork(sought) ? given : sought
}

/** Returns whether a posting has words that may be about the work. */
function tellsWork({ title, labels, description }: ReadablePosting): boolean {
  return [title, ...labels, description].some((text) =>
    readWords(text).some((word) => text.language !== 'english' || !COMMON_ENGLISH.has(word.text)),
  )
}

/**
 * Labels are English. A skill posted in another language keeps its own words, so that postings in that language share
 * them.
 */
function readableLabel(label: string, posted: string | undefined, spoken: readonly string[]): ReadableText {
  const languages = posted === undefined ? [] : languagesOf(posted, spoken)
  return posted === undefined || languages.length === 0 || languages.includes('english')
    ? inLanguages(label, languagesOf(label, spoken))
    : inLanguages(posted, languages)
}

function inLanguages(text: string, [language = 'english', also]: readonly Language[]): ReadableText {
  return also === undefined ? { text, language } : { text, language, also }
}

/** Returns the words of a text in reading order (see `wordsOf`). */
export function readWords({ text, language, also }: ReadableText): TextWord[] {
  return wordsOf(text, language, also)
}
