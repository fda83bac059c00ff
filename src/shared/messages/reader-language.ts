/** Languages of texts for readers. The first is the default. */
export const READER_LANGUAGES = ['en', 'es', 'fr', 'de', 'pt'] as const
export type ReaderLanguage = (typeof READER_LANGUAGES)[number]
export const DEFAULT_LANGUAGE: ReaderLanguage = 'en'
