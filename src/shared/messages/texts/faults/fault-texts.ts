import type { FaultMessages } from '../../fault-messages.ts'
import type { Texts } from '../texts.ts'

/** The texts of common faults in one language. */
export type FaultTexts = Pick<Texts, keyof FaultMessages>

/** `a, b or c` without a comma before the last, as the API writes lists of values. */
export function joinedBy(conjunction: string): (words: readonly string[]) => string {
  return (words) => {
    const last = words.at(-1) ?? ''
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
  }
}
