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
  'takes_no_body',
  'send_json',
  'future',
  'future_day',
  'list_shape',
  'object_shape',
  'digits',
  'not_allowed',
  'name_not_allowed',
  'as_described',
  'not_clean',
  'country_form',
  'country_unknown',
  'currency',
  'language',
  'zone',
  'coordinates',
  'time_of_day',
  'clock_time',
  'window_order',
  'days_order',
  'key_signs',
  'key_spaces',
  'key_reserved',
  'key_in_brackets',
  'too_many_keys',
  'cursor',
  'cursor_of_other_list',
  'request_id',
  'entry_id',
  'event_type',
  'all_event_types',
  'no_id',
  'skill_category',
] as const

/** Types of values, as people call them. */
export const faultTypes = ['text', 'number', 'whole', 'boolean', 'list', 'object'] as const
export type FaultType = (typeof faultTypes)[number]

export const faultRelations = ['least', 'above', 'most', 'below'] as const
export const faultUnits = ['characters', 'entries', 'fields', 'keys', 'bytes'] as const
/** Why a zone is proposed: it is the IANA name, or the text is an abbreviation, the time of several places or an offset. */
export const zoneReasons = ['name', 'abbreviation', 'several', 'offset'] as const

/**
 * Faults of bodies and parameters. Names of the API (fields, resources, values) and examples are written as they are in
 * every language.
 */
export interface RequestFaultMessages {
  fault_said: { what: (typeof faultSayings)[number] }
  fault_is_object: { names: readonly string[] }
  fault_unknown: { place: 'field' | 'parameter'; meant: string | null }
  fault_meant: { name: string }
  fault_type: { types: readonly FaultType[]; example: string }
  fault_not_null: { type: FaultType }
  fault_unquoted: { type: FaultType }
  fault_quote: { value: string }
  fault_object_with: { names: readonly string[] }
  fault_choice: { choices: readonly string[] }
  fault_number: { relation: (typeof faultRelations)[number]; value: string }
  fault_multiple: { divisor: string }
  fault_length: { relation: 'least' | 'most' | 'exactly'; count: number; unit: (typeof faultUnits)[number] }
  fault_one_of_two: { fields: readonly [string, string]; areBoth: boolean }
  fault_id_like: { prefix: string }
  fault_id_of: { name: string }
  /** `given` is the kind of the id in the address, if it is known. */
  fault_address_id: { prefix: string; given: string | null }
  fault_zone: { zone: string; because: (typeof zoneReasons)[number] }
  fault_not_found: { name: string }
  fault_json_deep: { most: number }
  fault_json_keys: { most: number }
  /** `day` is the value of the parameter `to`. */
  fault_after_to: { day: string }
  fault_weeks_before_to: { most: number; day: string }
  fault_event_types_of: { resource: string; types: readonly string[] }
  fault_scopes: { scopes: readonly string[] }
  fault_count: { count: number }
}
