import type { MessageValues } from './message-values.ts'

export type MessageCode = keyof MessageValues

/**
 * A message to a reader, independent of language: a code with a text in each language, and the values in that
 * text.
 */
export type Message<Code extends MessageCode = MessageCode> = {
  [C in Code]: { code: C; values: MessageValues[C] }
}[Code]

/** Creates a message. A message whose text needs no values can be created without them. */
export function message<Code extends MessageCode>(
  code: Code,
  ...[values]: Values<Code>
): { code: Code; values: MessageValues[Code] } {
  // Only a message without values may be made without them, and its values are an empty object.
  return { code, values: values ?? ({} as MessageValues[Code]) }
}

/** Wraps a text that exists only in English. */
export function inEnglish(text: string): Message<'import_in_english'> {
  return message('import_in_english', { text })
}

type Values<Code extends MessageCode> = NoValues extends MessageValues[Code]
  ? [values?: MessageValues[Code]]
  : [values: MessageValues[Code]]
type NoValues = Record<never, never>
