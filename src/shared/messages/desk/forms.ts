/** Actions of staff that the log names. */
export const formActions = [] as const

/** Error codes that staff may get here. */
export const formRefusals = [] as const

export const faultWords = [
  'required',
  'choose',
  'number',
  'day',
  'order',
  'past',
  'after_today',
  'before_work',
  'after_work',
  'day_full',
  'minute',
  'days',
  'times',
  'sessions',
  'money',
  'email',
  'url',
  'phone',
  'zone',
  'coordinates',
  'place',
  'name',
  'text',
] as const
export const limitRelations = ['least', 'above', 'most', 'below'] as const

/** What a page says that keeps a form whose session has ended. */
export const keptWords = [
  ...['title_out', 'lead_out', 'title_in', 'lead_in', 'wrote', 'send'],
  ...['file_out', 'file_in', 'file_first'],
] as const

/** Faults of a form's fields. */
export interface FormMessages {
  desk_kept: { word: (typeof keptWords)[number] }
  desk_fault: { word: (typeof faultWords)[number] }
  desk_fault_limit: { relation: (typeof limitRelations)[number]; value: number }
  desk_fault_too_long: { most: number }
}
