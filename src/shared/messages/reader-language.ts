/** The languages in which readers are told things. The first is that of readers who ask for none of them. */
export const READER_LANGUAGES = ['en', 'es', 'fr', 'de', 'pt'] as const
export type ReaderLanguage = (typeof READER_LANGUAGES)[number]
export const DEFAULT_LANGUAGE: ReaderLanguage = 'en'
