import { joinedBy, type RequestFaultTexts } from '../fault-texts.ts'

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
  future:
    'This time has not come yet. Send the time when the consent was given; with its offset, such as -05:00, if it was given today.',
  future_day: 'This day has not come yet. Write the day on which it was issued or confirmed.',
  list_shape: 'Must be a list in square brackets, such as ["one", "two"].',
  object_shape: 'Must be an object in braces, such as {"name": "value"}.',
  digits: 'Must be a number in digits, such as 7.5.',
  takes_no_body: 'Unknown field. This operation takes no body.',
  send_json:
    'Send a JSON object with Content-Type: application/json. The reference at /docs shows an example.',
  not_allowed: 'This value is not allowed here.',
  name_not_allowed: 'This name is not allowed.',
  as_described: 'Must be written as the reference describes.',
  not_clean: 'Contains a character that can’t be stored (NUL or half of a surrogate pair). Remove it.',
  country_form: 'Must be the two-letter code of a country in capitals, such as US.',
  country_unknown: 'There is no country with this code. Use ISO 3166-1, such as US.',
  currency: 'Must be the three-letter code of a currency, such as USD.',
  language: 'Must be the code of a language, such as en or pt-BR.',
  zone: 'Must be the name of a time zone, such as Europe/Berlin.',
  coordinates: 'Send lat and lon together, or neither.',
  time_of_day: 'Must be a time from 00:00 to 24:00, such as 09:30.',
  clock_time: 'Must be a time from 00:00 to 23:59, such as 09:30.',
  window_order: 'The end must be after the start. Split a window across midnight into two.',
  days_order: 'ends_on must not be before starts_on.',
  key_signs: 'Must not contain square brackets or control characters.',
  key_spaces: 'Must not begin or end with a space.',
  key_reserved: 'Must not be __proto__.',
  key_in_brackets: 'Name the key in square brackets, such as metadata[crm_id]=77.',
  too_many_keys: 'Names too many keys.',
  cursor: 'Send the next_cursor of the previous page unchanged, to the same list.',
  cursor_of_other_list:
    'This cursor belongs to a list with other filters or another order. Send the parameters of the page that it came with, or leave the cursor out to start again.',
  request_id: 'Must be a Request-Id.',
  entry_id: 'Must be the id of an entry.',
  event_type: 'Must be an event type such as need.posted, or need.*.',
  all_event_types: 'To receive all types, leave this out.',
  no_id: 'This address lacks an id. The address of the list has no slash at the end.',
  skill_category: 'There is no such category. GET /v1/skills/categories lists them.',
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
  keys: ['key', 'keys'],
  bytes: ['byte', 'bytes'],
} as const
const ZONES = {
  name: 'Write the name of the IANA database:',
  abbreviation: 'An abbreviation does not say which place’s time it is. Write the zone of a city, such as',
  several: 'Several places have this time. Write the zone of a city, such as',
  offset: 'An offset does not say when clocks change. Write the zone of a city, such as',
}
const and = joinedBy('and')
const or = joinedBy('or')

/** Names of resources are written with underscores. */
function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}

function idOf(name: string): string {
  return `This is the id of ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${spaced(name)}.`
}

export const requestFaults: RequestFaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `It is an object with ${and(names)}.`,
  fault_unknown: ({ place, meant }) =>
    `Unknown ${place}. ${meant === null ? 'Remove it.' : `Did you mean ${meant}?`}`,
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
  fault_multiple: ({ divisor }) => `Must be a multiple of ${divisor}.`,
  fault_one_of_two: ({ fields, areBoth }) =>
    areBoth ? `Send either ${or(fields)}, not both.` : `Send ${or(fields)}.`,
  fault_id_like: ({ prefix }) => `Must be an id such as ${prefix}_01h455vb4pex5vsknk084sn02q.`,
  fault_id_of: ({ name }) => idOf(name),
  fault_address_id: ({ prefix, given }) =>
    `This address takes an id such as ${prefix}_01h455vb4pex5vsknk084sn02q.${given === null ? '' : ` ${idOf(given)}`}`,
  fault_zone: ({ zone, because }) => `${ZONES[because]} ${zone}.`,
  fault_not_found: ({ name }) => `There is no ${spaced(name)} with this id, or you may not see it.`,
  fault_json_deep: ({ most }) =>
    `Arrays and objects may be nested at most ${most} levels deep. Flatten deeper data or send it as text.`,
  fault_json_keys: ({ most }) =>
    `An object may have at most ${most} keys. Send only the fields that the reference names.`,
  fault_after_to: ({ day }) => `Must not be later than \`to\` (${day}).`,
  fault_weeks_before_to: ({ most, day }) => `Must be at most ${most} weeks before \`to\` (${day}).`,
  fault_event_types_of: ({ resource, types }) => `Of ${resource} there are ${types.join(', ')}.`,
  fault_scopes: ({ scopes }) => `Your token can give: ${scopes.join(', ')}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'One value is invalid; see errors.' : `${count} values are invalid; see errors.`,
}
