import type { MessageValues } from '../../message-values.ts'
import type { Texts } from '../texts.ts'

type Fault = MessageValues['advice_fault']['fault']
type Praise = MessageValues['advice_praise']['praise']
type Change = MessageValues['advice_change']['change']

/** What one language needs to say how ready a need is. */
export interface AdviceWords {
  /** For each fault, what the brief does, which follows its subject, and what comes of it. */
  faults: Readonly<Record<Fault, readonly [does: string, so: string]>>
  finding(does: string, so: string): string
  causes: Readonly<Record<MessageValues['advice_fault_again']['cause'], string>>
  findingAgain(month: string, cause: string, does: string): string
  praises: Readonly<Record<Praise, string>>
  changes: Readonly<Record<Change, string>>
  checkInsAtMost(times: number): string
}

/** The sentences of advice, in the language of the words. */
export function adviceTexts(
  words: AdviceWords,
): Pick<
  Texts,
  'advice_fault' | 'advice_fault_again' | 'advice_praise' | 'advice_change' | 'advice_check_ins'
> {
  return {
    advice_fault: ({ fault }) => words.finding(...words.faults[fault]),
    advice_fault_again: ({ fault, cause, reportedOn }, { month }) =>
      words.findingAgain(month(reportedOn), words.causes[cause], words.faults[fault][0]),
    advice_praise: ({ praise }) => words.praises[praise],
    advice_change: ({ change }) => words.changes[change],
    advice_check_ins: ({ times }) => words.checkInsAtMost(times),
  }
}
