import type { MessageValues } from '../message-values.ts'
import type { Writer } from '../writer.ts'

/** All messages in one language. A message that is missing, or that asks for a value that it does not have, fails to compile. */
export type Texts = {
  readonly [Code in keyof MessageValues]: (values: MessageValues[Code], write: Writer) => string
}
