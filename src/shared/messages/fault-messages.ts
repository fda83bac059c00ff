/** What the checks of bodies and parameters say without a value. */
export const faultSayings = [
  'required',
  'is_list',
  'one_text',
  'empty',
  'blank',
  'email',
  'url',
  'date',
  'datetime',
  'time',
  'phone',
  'years',
  'unknown_field',
  'unknown_parameter',
  'remove',
  'future',
  'future_day',
  'list_shape',
  'object_shape',
  'digits',
] as const

/** Types of values, as people call them. */
export const faultTypes = ['text', 'number', 'whole', 'boolean', 'list', 'object'] as const
export type FaultType = (typeof faultTypes)[number]

export const faultRelations = ['least', 'above', 'most', 'below'] as const
export const faultUnits = ['characters', 'entries', 'fields'] as const

/** The sentences of common faults in bodies and parameters. `example` is written as it is in every language. */
export interface FaultMessages {
  fault_said: { what: (typeof faultSayings)[number] }
  fault_is_object: { names: readonly string[] }
  fault_meant: { name: string }
  fault_type: { types: readonly FaultType[]; example: string }
  fault_not_null: { type: FaultType }
  fault_unquoted: { type: FaultType }
  fault_quote: { value: string }
  fault_object_with: { names: readonly string[] }
  fault_choice: { choices: readonly string[] }
  fault_number: { relation: (typeof faultRelations)[number]; value: string }
  fault_length: { relation: 'least' | 'most' | 'exactly'; count: number; unit: (typeof faultUnits)[number] }
  fault_count: { count: number }
}
