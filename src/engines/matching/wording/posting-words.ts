import { type Language, languageOf, type TextWord, wordsOf } from '../../../shared/languages/index.ts'

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
  const language = languageOf(`${title}\n${description}`, spoken) ?? 'english'
  return {
    title: { text: title, language },
    labels: skills.map(({ label }) => ({ text: label, language: languageOf(label, spoken) ?? 'english' })),
    description: { text: description, language },
  }
}

/** The words of a text, in reading order: see `wordsOf`. */
export function readWords({ text, language }: ReadableText): TextWord[] {
  return wordsOf(text, language)
}
