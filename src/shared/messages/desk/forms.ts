/** What staff do here, as the log names it. */
export const formActions = [] as const

/** Refusals that staff meet here, by their codes. */
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

/** What is wrong with a field of a form. */
export interface FormMessages {
  desk_fault: { word: (typeof faultWords)[number] }
  desk_fault_limit: { relation: (typeof limitRelations)[number]; value: number }
  desk_fault_too_long: { most: number }
}
