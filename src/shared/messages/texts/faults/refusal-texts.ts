import type { ErrorCode } from '../../../error-codes.ts'
import type { RefusalMessages, refusalSayings } from '../../faults/refusals.ts'
import type { Texts } from '../texts.ts'

/** The texts of refusals in one language. */
export type RefusalTexts = Pick<Texts, keyof RefusalMessages>
/** The titles of problems in one language. */
export type ErrorTitles = Readonly<Record<ErrorCode, string>>
/** The sentences of refusals without values in one language. */
export type RefusalSentences = Readonly<Record<(typeof refusalSayings)[number], string>>
