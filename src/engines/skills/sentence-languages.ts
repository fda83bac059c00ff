import { type Language, languageOf } from '../../shared/languages/index.ts'

const SENTENCE = /[^.!?\n]+/g

/** The language of the sentence at each place of a text: people thank in one language for help in another. */
export function languagesIn(text: string): (at: number) => Language {
  const sentences = [...text.matchAll(SENTENCE)].map(({ 0: sentence, index }) => ({
    end: index + sentence.length,
    language: languageOf(sentence) ?? 'english',
  }))
  return (at) => sentences.find(({ end }) => at < end)?.language ?? 'english'
}
