import type { ImportType } from '../imports.table.ts'

/** Types of imports of which the records are removed by deleting their rows. */
export const undoableTypes = [
  'needs',
  'offers',
  'organizations',
  'helpers',
] as const satisfies readonly ImportType[]
export type UndoableType = (typeof undoableTypes)[number]

const all: readonly string[] = undoableTypes

/** Whether imports of this type can be undone. */
export function isUndoable(type: ImportType): type is UndoableType {
  return all.includes(type)
}
