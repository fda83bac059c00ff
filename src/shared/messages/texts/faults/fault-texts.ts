import type { FaultMessages } from '../../fault-messages.ts'
import type { OfficeFaultMessages } from '../../faults/offices.ts'
import type { PostingFaultMessages } from '../../faults/postings.ts'
import type { RequestFaultMessages } from '../../faults/requests.ts'
import type { WorkFaultMessages } from '../../faults/work.ts'
import type { Texts } from '../texts.ts'

/** The texts of faults in one language, by area. */
export type FaultTexts = Pick<Texts, keyof FaultMessages>
export type RequestFaultTexts = Pick<Texts, keyof RequestFaultMessages>
export type PostingFaultTexts = Pick<Texts, keyof PostingFaultMessages>
export type WorkFaultTexts = Pick<Texts, keyof WorkFaultMessages>
export type OfficeFaultTexts = Pick<Texts, keyof OfficeFaultMessages>

/** `a, b or c` without a comma before the last, as the API writes lists of values. */
export function joinedBy(conjunction: string): (words: readonly string[]) => string {
  return (words) => {
    const last = words.at(-1) ?? ''
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
  }
}
