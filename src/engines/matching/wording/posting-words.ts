import { type Language, languagesOf, type TextWord, wordsOf } from '../../../shared/languages/index.ts'

/** The texts of a posting, and the tags of the languages that its writer speaks. */
export interface PostingTexts {
  title: string
  description: string
  skills: readonly { label: string }[]
  languages: readonly string[]
}

/** A text and the language of its words. */
export interface ReadableText {
  text: string
  language: Language
  /** Nearly as likely. */
  also?: Language
}

export interface ReadablePosting {
  title: ReadableText
  labels: ReadableText[]
  description: ReadableText
}

/**
 * Detects the languages of a posting's texts. Title and description share one language. Labels have their own, because
 * known skills are shown in English. Texts in no known language are read as English.
 */
export function readablePosting(posting: PostingTexts): ReadablePosting {
  const { title, description, skills, languages: spoken } = posting
  const languages = languagesOf(`${title}\n${description}`, spoken)
  return {
    title: inLanguages(title, languages),
    labels: skills.map(({ label }) => inLanguages(label, languagesOf(label, spoken))),
    description: inLanguages(description, languages),
  }
}

function inLanguages(text: string, [language = 'english', also]: readonly Language[]): ReadableText {
  return also === undefined ? { text, language } : { text, language, also }
}

/** The words of a text, in reading order: see `wordsOf`. */
export function readWords({ text, language, also }: ReadableText): TextWord[] {
  return wordsOf(text, language, also)
}
