import type { MessageValues } from './message-values.ts'

export type MessageCode = keyof MessageValues

/** What a reader is told, in no language yet: a code, whose text each language has, and the values in that text. */
export type Message<Code extends MessageCode = MessageCode> = {
  [C in Code]: { code: C; values: MessageValues[C] }
}[Code]

/** A message whose text needs no values if none are given. */
export function message<Code extends MessageCode>(
  code: Code,
  ...[values]: Values<Code>
): { code: Code; values: MessageValues[Code] } {
  // Only a message without values may be made without them, and its values are an empty object.
  return { code, values: values ?? ({} as MessageValues[Code]) }
}

type Values<Code extends MessageCode> = NoValues extends MessageValues[Code]
  ? [values?: MessageValues[Code]]
  : [values: MessageValues[Code]]
type NoValues = Record<never, never>
