import type { ImportCellMessages } from '../../../desk/import-cells.ts'
import type { Texts } from '../../texts.ts'

const DATE = 'Write dates like 2027-05-14.'
const WEEKLY = 'Write weekly hours like Mon-Wed 13:00-17:00; Fri 09:00-12:00.'
const SESSIONS = 'Write sessions like 2027-03-13 09:00 to 12:00 x3; 2027-03-20 09:00 to 12:00.'
const DAYS = 'Write days like 2027-03-14 to 2027-03-21; 2027-05-01.'
const EMAIL = 'Write one address like dana@example.org.'
const MONEY = 'Write money like 20.00 USD.'
const PHONE = 'Write it like +1 503 555 0142.'
const FOREIGN_PHONE = 'Write numbers of other countries with their code, like +33 6 88 23 43 20.'
const COUNTRY = 'Write a country like US or United States.'
const HOURS_A_WEEK = 'Write the hours per week like 10.'

/** What follows the cell. */
const UNREAD: Readonly<Record<ImportCellMessages['import_unread']['as'], string>> = {
  email: `is not an e-mail address. ${EMAIL}`,
  email_too_long: `is too long for an e-mail address. ${EMAIL}`,
  session: `is not understood as a session. ${SESSIONS}`,
  session_too_long: `is too long for a session. ${SESSIONS}`,
  session_parts:
    'is not understood as a session. Write its beginning and end like 2027-03-13 09:00, and its positions like 3.',
  language: 'is not a language. Write a language like English or en.',
  languages: 'names no language. Write languages like English; Spanish.',
  languages_too_long: 'is too long for a list of languages. Write languages like English; Spanish.',
  date: `is not a date. ${DATE}`,
  date_incomplete: `lacks the day or the year. ${DATE}`,
  date_without_day: `does not say which day. ${DATE}`,
  date_not_in_calendar: `is not a day of the calendar. ${DATE}`,
  date_without_year: `does not say which number is the year. ${DATE}`,
  days: `is not a range of days. ${DAYS}`,
  days_reversed: `ends before it begins. ${DAYS}`,
  term: 'does not say which month. Write a month like 2028-05, or a date like 2028-05-20.',
  term_code:
    'looks like the code of a term, whose meaning differs from school to school. Write the term in words, like Spring 2028, or a date like 2028-05-20.',
  hours: 'is not a number of hours. Write hours like 2.5 or 2:30.',
  break: 'is not the length of a break. Write minutes like 30.',
  age: 'is no age. Write an age like 17, or under 16, 16-17, 18-20 or 21+.',
  money: `is not an amount of money. ${MONEY}`,
  money_without_currency: `does not say which currency it is in. ${MONEY}`,
  money_by_hour: 'is paid by the hour. Write the whole amount like 500.00 USD.',
  count: 'is not a whole number. Write a number like 2.',
  hours_per_week: `is not a number of hours. ${HOURS_A_WEEK}`,
  hours_per_month: `gives hours per month. ${HOURS_A_WEEK}`,
  hours_per_day: `gives hours per day. ${HOURS_A_WEEK}`,
  hours_of_longer_time: `gives hours per longer time. ${HOURS_A_WEEK}`,
  distance: 'is not a distance. Write kilometers like 25, or 15 miles.',
  weekly_hours: `is not understood as weekly hours. ${WEEKLY}`,
  weekly_hours_too_long: `is too long for weekly hours. ${WEEKLY}`,
  time_zone: 'is not a time zone. Write the zone of a city, like America/New_York.',
  phone: `is not a phone number. ${PHONE}`,
  phone_of_no_country: `is not a phone number of any country. ${PHONE}`,
  phone_without_country: `lacks the code of its country. ${FOREIGN_PHONE}`,
  place: 'is not a place. Write a city like Chicago.',
  metadata: 'is not metadata. Write {"crm_id": "77"}, or give each key a column such as metadata.crm_id.',
  web_address: 'is not the address of a web page. Write it like https://example.org.',
  country: `is not a country. ${COUNTRY}`,
  korea: `can mean South Korea or North Korea. ${COUNTRY}`,
  congo: `can mean DR Congo or Congo (CG). ${COUNTRY}`,
  yes_or_no: 'is not plainly yes or no. Write yes or no.',
}

const SAYINGS: Readonly<Record<ImportCellMessages['import_cell_said']['what'], string>> = {
  left_out: 'It was left out.',
  part_refused: 'Left out, because another part of the same field was refused.',
  time_left_out: 'The time of day was left out.',
  name_empty: 'The name is empty. Write it like Noa Bright.',
  name_parts_empty: 'The name is empty. Write the first and last name, like Noa and Bright.',
  id_empty: 'The id is empty. Write it like S-1001.',
  skills_empty: 'The list of skills is empty. Write skills like bookkeeping; Excel: advanced.',
  no_sessions: `The cell holds no sessions. ${SESSIONS}`,
  no_days: `The cell holds no days. ${DAYS}`,
  exact_cell:
    'The text after **JSON** is not valid JSON. Restore the cell, or write the value without **JSON**.',
  zone_without_hours: 'The time zone of the hours needs hours in the column availability.',
  gross_hours_unused: 'The hours with the break were not used, since the hours without it come first.',
  phone_part_alone: 'A part of a phone number needs the number in the column phone.',
  phone_area_of_its_own: 'The phone number has an area code of its own.',
  letter_lost: 'A letter was lost before the upload: \u{fffd} stands in its place. Correct it.',
}

const FAULTS: Readonly<Record<ImportCellMessages['import_spreadsheet_fault']['fault'], string>> = {
  points_nowhere: 'a formula points to a deleted cell',
  unknown_name: 'a formula uses a name that the spreadsheet does not know',
  wrong_kind: 'a formula got text where it needs a number, or the reverse',
  by_zero: 'a formula divides by zero or by an empty cell',
  not_found: 'a formula looked for a value and did not find it',
  bad_number: 'a formula computes a number that is impossible or too large',
  no_overlap: 'a formula combines ranges that have no cell in common',
  no_room: 'the result of a formula has no room beside the cell',
  not_computed: 'a formula can’t be computed',
  not_loaded: 'the data was still loading when the file was saved',
  no_field: 'a formula asks for a field that the data lacks',
  blocked: 'the spreadsheet blocked the source of the data',
  not_reached: 'the spreadsheet did not reach the source of the data',
  unknown_data: 'the spreadsheet does not know this kind of data',
}

const quoted = (text: string) => `“${text}”`
const allQuoted = (texts: readonly string[]) => texts.map(quoted)
const under = ({ cell, header }: { cell: string; header: string }) =>
  `${quoted(cell)} under ${quoted(header)}`

/** `a`, `a and b`, `a, b and c`: `Intl` writes a comma before the last. */
function joined(words: readonly string[], conjunction = 'and'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
}

/** Words for the cells of imports, as the API says them too. */
export const importCellWords: Pick<Texts, keyof ImportCellMessages> = {
  import_cell_said: ({ what }) => SAYINGS[what],
  import_in_english: ({ text }) => text,
  import_required: ({ detail }) => detail,
  import_limit: ({ relation, value, unit }) => {
    const limit = relation === 'least' ? `at least ${value}` : `at most ${value}`
    if (unit === 'number') return `Must be ${limit}.`
    const one = unit === 'entries' ? 'entry' : 'character'
    return `Must have ${limit} ${value === 1 ? one : unit}.`
  },
  import_unread: ({ cell, as }) => `${quoted(cell)} ${UNREAD[as]}`,
  import_weekly_part_unread: ({ cell, part }) =>
    `${quoted(part)} in ${quoted(cell)} is not understood as a day or time. ${WEEKLY}`,
  import_phone_unread_in: ({ cell, country }, write) =>
    `${quoted(cell)} is not a phone number (country: ${write.country(country)}). ${FOREIGN_PHONE}`,
  import_words_unread: ({ cell, choices }) =>
    `${quoted(cell)} is not understood here. Write ${joined(choices, 'or')}.`,
  import_words_left_out: ({ cells, choices }) =>
    `Not understood and left out: ${joined(allQuoted(cells))}. Write ${joined(choices, 'or')}.`,
  import_languages_left_out: ({ cells }) =>
    `Not understood as languages and left out: ${joined(allQuoted(cells))}.`,
  import_number_unread: ({ cell, example }) =>
    `${quoted(cell)} is not a number. Write a number like ${example}.`,
  import_number_ambiguous: ({ cell, asThousands, asDecimal }) =>
    `${quoted(cell)} can mean ${asThousands} or ${asDecimal}. Write it without a separator for thousands, or say for the whole file whether decimals follow a point or a comma: decimal=. or decimal=,`,
  import_money_ambiguous: ({ cell, asThousands, asDecimal, example }) =>
    `${quoted(cell)} can mean ${asThousands} or ${asDecimal}. Write it like ${example}.`,
  import_money_by: ({ cell, unit }) =>
    `${quoted(cell)} is paid by the ${unit}. Write the whole amount like 500.00 USD.`,
  import_money_not_payable: ({ cell, currency }) =>
    `${quoted(cell)} is not an amount that can be paid in ${currency}. ${MONEY}`,
  import_date_ambiguous: ({ cell, days, example }) =>
    `${quoted(cell)} can mean ${days.join(' or ')}. Write dates like ${example}. Or say what stands first in all dates of the file: date_format=dmy for the day, date_format=mdy for the month.`,
  import_year_out_of_range: ({ cell, first, last }) =>
    `${quoted(cell)} is not between the years ${first} and ${last}. ${DATE}`,
  import_month_unknown: ({ cell, month }) =>
    `${quoted(cell)} is not a date: there is no month ${month}. ${DATE}`,
  import_month_too_short: ({ cell, days }) =>
    `${quoted(cell)} is not a day of the calendar: that month has ${days} days.`,
  import_year_read: ({ cell, year }) => `The year of ${quoted(cell)} was read as ${year}.`,
  import_date_in_other_order: ({ cell, day, order }) =>
    `${quoted(cell)} was read as ${day}, since it is no day in the order of date_format=${order}.`,
  import_date_with_points: ({ cell, day, country }, write) =>
    `${quoted(cell)} was read as ${day}: with points the day stands first, as in ${write.country(country)}.`,
  import_day_of_excel: ({ number, day }) => `${number} was read as ${day}, the day of this number in Excel.`,
  import_midnight: ({ day, zone }) => `The time was read as midnight of ${day} in ${zone}.`,
  import_read_in_zone: ({ cell, zone }) => `${quoted(cell)} was read in the time zone ${zone}.`,
  import_read_as_beginning: ({ day, zone }) =>
    `${day} was read as the beginning of that day in the time zone ${zone}.`,
  import_read_as: ({ cell, value, country }, write) =>
    `${quoted(cell)} was read as ${value}${country === null ? '' : ` (country: ${write.country(country)})`}.`,
  import_read_as_text: ({ cell, text }) => `${quoted(cell)} was read as ${quoted(text)}.`,
  import_read_as_lower: ({ cell, value }) => `${quoted(cell)} was read as ${value}, the lower number.`,
  import_read_as_minutes: ({ cell }) => `${quoted(cell)} was read as minutes.`,
  import_read_as_no: ({ cell }) => `${quoted(cell)} was read as no.`,
  import_read_as_country: ({ cell }) => `${quoted(cell)} was read as the country.`,
  import_read_as_place: ({ cell, country }, write) =>
    `${quoted(cell)} was read as a place (country: ${write.country(country)}).`,
  import_read_as_youngest: ({ cell, band }) =>
    `${quoted(cell)} may mean several age bands and was read as ${band}, the youngest.`,
  import_language_read: ({ cell, tag, left }, write) =>
    `${quoted(cell)} was read as ${write.language(tag)}. Left out: ${quoted(left)}.`,
  import_break_taken_off: ({ minutes }) =>
    `A break of ${minutes} minutes is no part of the hours: the entry has the hours and the day, without beginning and end.`,
  import_email_kept: ({ email, others, words }) =>
    `${email} was kept as the e-mail address. Left out: ${joined([...others, ...(words === '' ? [] : [quoted(words)])])}.`,
  import_phone_kept: ({ phone, left }) => `${phone} was kept as the phone number. Left out: ${quoted(left)}.`,
  import_phone_without_extension: ({ phone, extension }) =>
    `${phone} was kept as the phone number. Left out: the extension ${extension}.`,
  import_phone_not_in_use: ({ cell }) => `${quoted(cell)} is not a number that is in use today. Check it.`,
  import_number_shortened: ({ what, text }) =>
    what === 'phone'
      ? `The spreadsheet shortened this phone number to ${text}, and its digits are lost. ${PHONE}`
      : `The spreadsheet shortened this id to ${text}, and its digits are lost. Format the column as text, and write the id in full.`,
  import_id_was_number: ({ cell, id }) =>
    `${cell} was read as ${id}: the spreadsheet treated the id as a number.`,
  import_id_was_date: ({ cell }) =>
    `${quoted(cell)} looks like an id that the spreadsheet turned into a date. Compare it with your own records.`,
  import_name_kept: ({ cell }) =>
    `${quoted(cell)} was kept as it is. Write names like Noa Bright, or Bright, Noa.`,
  import_list_empty: ({ noun }) => `The list is empty. Separate ${noun} with semicolons, like one; two.`,
  import_list_kept_as_one: ({ cell, noun }) =>
    `${quoted(cell)} was kept as one. Separate ${noun} with semicolons.`,
  import_first_kept: ({ count, most, noun, left }) =>
    `Of ${count} ${noun} the first ${most} were kept. Left out: ${joined(allQuoted(left))}.`,
  import_only_first: ({ most, what }) =>
    `Only the first ${most} ${what === 'days' ? 'ranges of days' : 'sessions'} were kept.`,
  import_skill_kept_as_one: ({ cell }) =>
    `${quoted(cell)} was kept as one skill, since not every part of it is known. Separate skills with semicolons.`,
  import_skill_twice: ({ cell, left }) =>
    `${quoted(cell)} is listed several times. Left out: ${joined(left)}.`,
  import_skill_details: ({ words, skill, areImportances, isKept }) =>
    `${quoted(words)} beside ${quoted(skill)} is not a level${areImportances ? ' or an importance' : ''}, and was ${isKept ? 'kept as part of the skill' : 'left out'}. Write it like Excel: advanced.`,
  import_zone_unclear: ({ cell, zones }) =>
    `${quoted(cell)} does not say which place’s time it is. Write the zone of a city, such as ${joined(zones, 'or')}.`,
  import_place_left_out: ({ cell, left }) => `Left out of ${quoted(cell)}: ${joined(allQuoted(left))}.`,
  import_spreadsheet_narrow: ({ shown }) =>
    `The spreadsheet shows ${shown}: the column was too narrow when the file was saved. Widen it and save the file again.`,
  import_spreadsheet_fault: ({ shown, fault }) =>
    `The spreadsheet shows ${shown}: ${FAULTS[fault]}. Repair the formula, or write the value itself.`,
  import_names_differ: ({ full, inParts }) =>
    `The full name ${quoted(full)} and the name in parts ${quoted(inParts)} differ. Keep one of them.`,
  import_columns_differ: ({ headers, cells }) =>
    `The columns ${joined(allQuoted(headers))} hold different values: ${joined(allQuoted(cells))}. Keep one of them.`,
  import_other_cells_unused: ({ others, first }) =>
    `${joined(others.map(({ cell, header }) => `${quoted(header)} says ${quoted(cell)}`))}. That was not used, since ${quoted(first)} comes first.`,
  import_modality_unused: ({ modality, own }) =>
    `Other columns say ${modality}. That was not used, since ${quoted(own)} comes first.`,
  import_hours_without_break: ({ hours, minutes, left }) =>
    `${hours} hours are with the break of ${minutes} minutes. Without it they are ${left}.`,
  import_place_unused: ({ cell, own }) =>
    `The place says ${quoted(cell)}. That was not used, since the column of its own says ${quoted(own)}.`,
  import_country_from: ({ country, cells }, write) =>
    `The country was read as ${write.country(country)}, since the row names ${joined(allQuoted(cells))}.`,
  import_answer_unread: (said) => `${under(said)} is not plainly yes or no. Write yes or no.`,
  import_answer_unused: (said) => `${under(said)} was not used, since the column for the kind comes first.`,
  import_answer_read: ({ kind, ...said }) => `${under(said)} was read as ${kind}.`,
  import_answer_says_not: (said) =>
    `${under(said)} only says what the organization is not. Write its kind: small business or solopreneur.`,
  import_answers_read: ({ answers, modality }) => `${joined(answers.map(under))} was read as ${modality}.`,
  import_answers_leave_nothing: ({ answers }) => `${joined(answers.map(under))} leaves no place of work.`,
  import_text_garbled: ({ meant }) => `Probably means ${JSON.stringify(meant)}. Correct it.`,
  import_cells_merged: ({ cells, column }) =>
    `The cells ${cells} are merged. Their value was read for column ${column} alone.`,
}
