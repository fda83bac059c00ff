import { type FaultTexts, joinedBy } from './fault-texts.ts'

const SAID = {
  required: 'This is required.',
  is_list: 'It is a list.',
  one_text:
    'Must be one text, not a list. Where a parameter takes several values, separate them with commas.',
  empty: 'Must not be empty.',
  blank: 'Must not be blank.',
  email: 'Must be an e-mail address, such as ada@example.org.',
  url: 'Must be the address of a web page, such as https://example.org.',
  date: 'Must be a date, such as 2027-05-14.',
  datetime: 'Must be a date and time with its offset, such as 2027-05-14T15:00:00Z.',
  time: 'Must be a time of day, such as 15:00.',
  phone: 'Must be a phone number, such as +1 503 555 0142.',
  years: 'Must be a date between 1900 and 2199.',
  unknown_field: 'Unknown field.',
  unknown_parameter: 'Unknown parameter.',
  remove: 'Remove it.',
  future:
    'This time has not come yet. Send the time when the consent was given; with its offset, such as -05:00, if it was given today.',
  future_day: 'This day has not come yet. Write the day on which it was issued or confirmed.',
  list_shape: 'Must be a list in square brackets, such as ["one", "two"].',
  object_shape: 'Must be an object in braces, such as {"name": "value"}.',
  digits: 'Must be a number in digits, such as 7.5.',
}
const TYPES = {
  text: 'text',
  number: 'a number',
  whole: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
}
const RELATIONS = {
  least: 'at least',
  above: 'more than',
  most: 'at most',
  below: 'less than',
}
const LENGTHS = {
  least: 'at least',
  most: 'at most',
  exactly: 'exactly',
}
const UNITS = {
  characters: ['character', 'characters'],
  entries: ['entry', 'entries'],
  fields: ['field', 'fields'],
} as const
const and = joinedBy('and')
const or = joinedBy('or')

export const en: FaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `It is an object with ${and(names)}.`,
  fault_meant: ({ name }) => `Did you mean ${name}?`,
  fault_type: ({ types, example }) =>
    `Must be ${or(types.map((type) => TYPES[type]))}${example === '' ? '' : `, such as ${example}`}.`,
  fault_not_null: ({ type }) => `Must be ${TYPES[type]}, not null.`,
  fault_unquoted: ({ type }) => `Must be ${TYPES[type]}, without quotation marks.`,
  fault_quote: ({ value }) => `Must be text. Put ${value} in quotation marks.`,
  fault_object_with: ({ names }) => `Must be an object with ${and(names)}.`,
  fault_choice: ({ choices }) => `Must be ${or(choices)}.`,
  fault_number: ({ relation, value }) => `Must be ${RELATIONS[relation]} ${value}.`,
  fault_length: ({ relation, count, unit }) =>
    `Must have ${LENGTHS[relation]} ${count} ${UNITS[unit][count === 1 ? 0 : 1]}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'One value is invalid; see errors.' : `${count} values are invalid; see errors.`,
}
