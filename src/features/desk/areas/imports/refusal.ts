import type { DomainError, Fault } from '../../../../shared/errors.ts'
import { followedCodes, paragraphOf } from '../../../../shared/messages/index.ts'
import { detailsOfFault, type KeptRecords } from '../../../imports/index.ts'
import { columnName } from '../../look/column-name.ts'
import { refusalText } from '../../look/refusal-text.ts'
import type { View } from '../../look/view.ts'

/** Returns why a file or its options were refused, with all faults, because they name columns of the file. */
export function importRefusal(refusal: DomainError, view: View): string {
  const { faults, code } = refusal
  if (faults.length === 0) return refusalText(refusal, view)
  if (code === 'import_in_use') return refusalText(refusal, view)
  if (code === 'import_not_undoable')
    return `${refusalText(refusal, view)} ${faults.map(({ messages }) => paragraphOf(messages, view.language)).join(' ')}`
  return [...new Set(faults.map((fault) => textOfFault(fault, view)))].join(' ')
}

/** Returns the name of the column whose default has a fault, as a prefix, or an empty text. */
function nameOf({ pointer }: Fault, view: View): string {
  const [, column] = /\bdefaults[/.](\w+)$/.exec(pointer) ?? []
  return column === undefined ? '' : `${columnName(column, view)}: `
}

/** Returns the records because of which nothing was undone. */
export function followedIn({ code: refused, faults }: DomainError): KeptRecords['named'] {
  if (refused !== 'import_in_use') return []
  return faults.flatMap(({ code, messages: [first] }) => {
    const followed = followedCodes.find((one) => one === code)
    return followed && first?.code === 'fault_of_record' ? [{ id: first.values.id, code: followed }] : []
  })
}

function textOfFault(fault: Fault, view: View): string {
  const { say, language } = view
  if (fault.code === 'required') return say('desk_fault', { word: 'required' })
  return fault.code.endsWith('_not_found')
    ? say('desk_refusal', { code: 'not_found' })
    : nameOf(fault, view) + paragraphOf(detailsOfFault(fault), language)
}
