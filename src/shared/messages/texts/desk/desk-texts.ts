import type { DeskMessages } from '../../desk-messages.ts'
import type { Texts } from '../texts.ts'

/** The words of the desk in one language. */
export type DeskTexts = Pick<Texts, keyof DeskMessages>
