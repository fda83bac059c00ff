import { type Language, languageOf } from '../../shared/languages/index.ts'

const SENTENCE = /[^.!?\n]+/g

/**
 * Returns a function that gives the language of the sentence at an index of the text. People may write thanks in one
 * language and the request in another.
 */
export function languagesIn(text: string): (at: number) => Language {
  const sentences = [...text.matchAll(SENTENCE)].map(({ 0: sentence, index }) => ({
    end: index + sentence.length,
    language: languageOf(sentence) ?? 'english',
  }))
  return (at) => sentences.find(({ end }) => at < end)?.language ?? 'english'
}
