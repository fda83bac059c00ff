import type { DomainError, Fault } from '../../../../shared/errors.ts'
import { followedCodes, notUndoable, paragraphOf } from '../../../../shared/messages/index.ts'
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
    return `${refusalText(refusal, view)} ${faults.map((fault) => textOfUndo(fault, view)).join(' ')}`
  return [...new Set(faults.map((fault) => textOfFault(fault, view)))].join(' ')
}

/** Returns the name of the column whose default has a fault, as a prefix, or an empty text. */
function nameOf({ pointer }: Fault, view: View): string {
  const [, column] = /\bdefaults[/.](\w+)$/.exec(pointer) ?? []
  return column === undefined ? '' : `${columnName(column, view)}: `
}

function textOfUndo({ code, detail }: Fault, { say, language }: View): string {
  if (language === 'en') return detail
  const [count = 0, most = 0] = [...detail.matchAll(/\d+/g)].map(Number)
  const reason = notUndoable.find((one) => one === code)
  return reason ? say('import_not_undoable', { code: reason, count, most }) : detail
}

/** Returns the records because of which nothing was undone. The detail of their faults begins with the id. */
export function followedIn({ code: refused, faults }: DomainError): KeptRecords['named'] {
  if (refused !== 'import_in_use') return []
  return faults.flatMap(({ code, detail }) => {
    const followed = followedCodes.find((one) => one === code)
    const [id = ''] = detail.split(': ', 1)
    return followed ? [{ id, code: followed }] : []
  })
}

function textOfFault(fault: Fault, view: View): string {
  const { say, language } = view
  if (fault.code === 'required') return say('desk_fault', { word: 'required' })
  return fault.code.endsWith('_not_found')
    ? say('desk_refusal', { code: 'not_found' })
    : nameOf(fault, view) + paragraphOf(detailsOfFault(fault), language)
}
