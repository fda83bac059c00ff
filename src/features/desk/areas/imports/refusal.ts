import type { DomainError } from '../../../../shared/errors.ts'
import { refusalText } from '../../look/refusal-text.ts'
import type { View } from '../../look/view.ts'

/** They say in the reader's words that nothing was undone, and name the records. */
const OF_UNDO = ['import_in_use', 'import_not_undoable']

/** Why a file or its options were refused, each fault beside the others: they name columns of the file. */
export function importRefusal(refusal: DomainError, view: View): string {
  const { faults, code } = refusal
  const details = faults.map(({ detail }) => detail).join(' ')
  if (faults.length === 0) return refusalText(refusal, view)
  return OF_UNDO.includes(code) ? `${refusalText(refusal, view)} ${details}` : details
}
