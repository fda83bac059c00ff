import type { DomainError, Fault } from '../../../../shared/errors.ts'
import { refusalText } from '../../look/refusal-text.ts'
import type { View } from '../../look/view.ts'

/** They say in the reader's words that nothing was undone, and name the records. */
const OF_UNDO = ['import_in_use', 'import_not_undoable']

/** Why a file or its options were refused, each fault beside the others: they name columns of the file. */
export function importRefusal(refusal: DomainError, view: View): string {
  const { faults, code } = refusal
  if (faults.length === 0) return refusalText(refusal, view)
  if (OF_UNDO.includes(code))
    return `${refusalText(refusal, view)} ${faults.map(({ detail }) => detail).join(' ')}`
  return [...new Set(faults.map((fault) => textOfFault(fault, view)))].join(' ')
}

function textOfFault({ code, detail }: Fault, { say }: View): string {
  if (code === 'required') return say('desk_fault', { word: 'required' })
  return code.endsWith('_not_found') ? say('desk_refusal', { code: 'not_found' }) : detail
}
