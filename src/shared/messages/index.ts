export {
  type ImportCellMessages,
  type ListNoun,
  spreadsheetFaults,
  unreadKinds,
} from './desk/import-cells.ts'
export { importFields } from './desk/import-fields.ts'
export { followedCodes, type ImportRowMessages, notUndoable, recordNouns } from './desk/import-rows.ts'
export { importRemarks } from './desk/imports.ts'
export { helperKinds, organizationKinds } from './desk/parties.ts'
export { requirements } from './desk/postings.ts'
export { ringReasons } from './desk/rings.ts'
export { sprintStates } from './desk/sprints.ts'
export type { StudentMessages } from './desk/students.ts'
export { actionsOfDesk, type DeskMessages, refusalsOfDesk } from './desk-messages.ts'
export type { FaultMessages } from './fault-messages.ts'
export { inEnglish, type Message, type MessageCode, message } from './message.ts'
export type { BlockedReason, MessageValues, Money } from './message-values.ts'
export { causeIn, skillIn } from './names/in-readers-words.ts'
export { DEFAULT_LANGUAGE, READER_LANGUAGES, type ReaderLanguage } from './reader-language.ts'
export { paragraphOf, summaryOf, textOf } from './text-of.ts'
