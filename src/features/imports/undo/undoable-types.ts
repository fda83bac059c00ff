import type { ImportType } from '../imports.table.ts'

/** Types of imports whose rows are records that can be in use. Hours and preferences track this themselves. */
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

/** Tells whether an import itself keeps what it replaced, so that changed rows can be restored too. */
export function keepsReplaced(type: ImportType): boolean {
  return type === 'candidate_preferences' || type === 'organization_preferences'
}
