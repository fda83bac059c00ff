export { LANGUAGES, type Language } from './language.ts'
export { languageOf, loadLanguages } from './language-of.ts'
export { stemsOf, type TextWord, wordsOf } from './words-of.ts'
