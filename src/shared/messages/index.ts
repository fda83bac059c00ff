export { type Message, type MessageCode, message } from './message.ts'
export type { BlockedReason, MessageValues, Money } from './message-values.ts'
export { DEFAULT_LANGUAGE, READER_LANGUAGES, type ReaderLanguage } from './reader-language.ts'
export { paragraphOf, summaryOf, textOf } from './text-of.ts'
