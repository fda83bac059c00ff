import { randomUUID } from 'node:crypto'
import { inEnglish, type Message, type MessageCode, type MessageValues, message } from './messages/index.ts'

/** Begins the texts that are messages. No other text can begin so, since it differs in every process. */
const MARK = `messages ${randomUUID()} `

/**
 * Returns messages as the text of a zod issue. zod carries only text from a check to its issue, so the messages travel in it
 * as JSON.
 */
export function issueOf(...messages: readonly Message[]): string {
  return MARK + JSON.stringify(messages)
}

/** Returns one message as the text of a zod issue. */
export function issueText<Code extends MessageCode>(code: Code, values: MessageValues[Code]): string {
  return MARK + JSON.stringify([message(code, values)])
}

/** Reads the messages in the text of a zod issue. A text that is not ours, such as that of a setting, stays as it is. */
export function messagesIn(text: string): readonly Message[] {
  if (!text.startsWith(MARK)) return [inEnglish(text)]
  // Only `issueOf` and `issueText` write the mark.
  return JSON.parse(text.slice(MARK.length)) as Message[]
}
