import type { DomainError } from '../../../../shared/errors.ts'
import { refusalText } from '../../look/refusal-text.ts'
import type { View } from '../../look/view.ts'

/** Why a file or its options were refused, each fault beside the others: they name columns of the file. */
export function importRefusal(refusal: DomainError, view: View): string {
  const { faults } = refusal
  return faults.length === 0 ? refusalText(refusal, view) : faults.map(({ detail }) => detail).join(' ')
}
