import type { ImportType } from '../imports.table.ts'

/** Types of imports whose rows are records that can be in use. Hours and preferences know what became of them themselves. */
export const recordTypes = [
  'needs',
  'offers',
  'organizations',
  'helpers',
  'candidates',
] as const satisfies readonly ImportType[]
export type RecordType = (typeof recordTypes)[number]

const all: readonly string[] = recordTypes

export function isRecordType(type: ImportType): type is RecordType {
  return all.includes(type)
}

/** Whether an import keeps what it replaced, so that rows that it changed can be taken back too. */
export function keepsReplaced(type: ImportType): boolean {
  return type === 'candidate_preferences' || type === 'organization_preferences'
}
