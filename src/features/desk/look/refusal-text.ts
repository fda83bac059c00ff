import type { DomainError } from '../../../shared/errors.ts'
import { refusalsOfDesk, textOf } from '../../../shared/messages/index.ts'
import type { View } from './view.ts'

/** Returns a refusal in the words of the desk if the catalogue has them, otherwise in those of the API. */
export function refusalText({ code, said }: DomainError, { say, language }: View): string {
  return textOfCode(code, { say }) ?? textOf(said, language)
}

/** Returns a refused form as pages show it: with its faults, and the refusal in the reader's language. */
export function shownRefusal<R extends { refusal: DomainError }>(refused: R, view: View) {
  const { refusal } = refused
  return { ...refused, faults: refusal.faults, refusal: refusalText(refusal, view) }
}

/** Returns the text of an error code in the reader's language, or null if the catalogue has none. */
export function textOfCode(code: string, { say }: Pick<View, 'say'>): string | null {
  const known = refusalsOfDesk.find((one) => one === code)
  if (known) return say('desk_refusal', { code: known })
  return code.endsWith('_not_found') ? say('desk_refusal', { code: 'not_found' }) : null
}
