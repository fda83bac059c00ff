/** Kinds of values that a cell was expected to hold and does not, each with what to write. */
export const unreadKinds = [
  'email',
  'email_too_long',
  'session',
  'session_too_long',
  'session_parts',
  'language',
  'languages',
  'languages_too_long',
  'date',
  'date_incomplete',
  'date_without_day',
  'date_not_in_calendar',
  'date_without_year',
  'days',
  'days_reversed',
  'term',
  'term_code',
  'hours',
  'break',
  'age',
  'money',
  'money_without_currency',
  'money_by_hour',
  'count',
  'hours_per_week',
  'hours_per_month',
  'hours_per_day',
  'hours_of_longer_time',
  'distance',
  'weekly_hours',
  'weekly_hours_too_long',
  'time_zone',
  'phone',
  'phone_of_no_country',
  'phone_without_country',
  'place',
  'metadata',
  'web_address',
  'country',
  'korea',
  'congo',
  'yes_or_no',
] as const

/** Messages about cells without values. */
export const cellSayings = [
  'left_out',
  'part_refused',
  'time_left_out',
  'name_empty',
  'name_parts_empty',
  'id_empty',
  'skills_empty',
  'no_sessions',
  'no_days',
  'exact_cell',
  'zone_without_hours',
  'gross_hours_unused',
  'phone_part_alone',
  'phone_area_of_its_own',
  'letter_lost',
] as const

/** Reasons why a spreadsheet shows an error instead of a value. */
export const spreadsheetFaults = [
  'points_nowhere',
  'unknown_name',
  'wrong_kind',
  'by_zero',
  'not_found',
  'bad_number',
  'no_overlap',
  'no_room',
  'not_computed',
  'not_loaded',
  'no_field',
  'blocked',
  'not_reached',
  'unknown_data',
] as const

/** What a list contains. */
export const listNouns = [
  'entries',
  'skills',
  'majors',
  'choices',
  'causes',
  'requirements',
  'goals',
  'organizations',
] as const

type Cell = { cell: string }
/** A cell and the header above it. */
export type UnderHeader = { cell: string; header: string }
type Modality = 'remote' | 'onsite' | 'hybrid'
export type ListNoun = (typeof listNouns)[number]
/** The number, if the separator separates thousands, and if it separates decimals. */
type TwoMeanings = { asThousands: number; asDecimal: number }
/** What a limit applies to. */
export const limitUnits = ['number', 'characters', 'entries'] as const

/** Messages about the cells of a file. Cells are quoted as in the file, shortened. */
export interface ImportCellMessages {
  import_cell_said: { what: (typeof cellSayings)[number] }
  /** A text that exists only in English, from the API. */
  import_in_english: { text: string }
  /** `detail` is the text of the API. */
  import_required: { detail: string }
  import_limit: { relation: 'least' | 'most'; value: number; unit: (typeof limitUnits)[number] }
  import_unread: Cell & { as: (typeof unreadKinds)[number] }
  import_weekly_part_unread: Cell & { part: string }
  import_phone_unread_in: Cell & { country: string }
  import_words_unread: Cell & { choices: string[] }
  import_words_left_out: { cells: string[]; choices: string[] }
  import_languages_left_out: { cells: string[] }
  import_number_unread: Cell & { example: string }
  import_number_ambiguous: Cell & TwoMeanings
  import_money_ambiguous: Cell & TwoMeanings & { example: string }
  /** `unit` as written in the cell. */
  import_money_by: Cell & { unit: string }
  import_money_not_payable: Cell & { currency: string }
  import_date_ambiguous: Cell & { days: string[]; example: string }
  import_year_out_of_range: Cell & { first: number; last: number }
  import_month_unknown: Cell & { month: number }
  import_month_too_short: Cell & { days: number }
  import_year_read: Cell & { year: number }
  import_date_in_other_order: Cell & { day: string; order: 'dmy' | 'mdy' | 'ymd' }
  import_date_with_points: Cell & { day: string; country: string }
  import_day_of_excel: { number: string; day: string }
  import_midnight: { day: string; zone: string }
  import_read_in_zone: Cell & { zone: string }
  import_read_as_beginning: { day: string; zone: string }
  /** `value` is in the format of the API. `country` decided how to read it. */
  import_read_as: Cell & { value: string; country: string | null }
  import_read_as_text: Cell & { text: string }
  import_read_as_lower: Cell & { value: string }
  import_read_as_minutes: Cell
  import_read_as_no: Cell
  import_read_as_country: Cell
  import_read_as_place: Cell & { country: string }
  import_read_as_youngest: Cell & { band: 'under_16' | '16_17' | '18_20' | '21_plus' }
  import_language_read: Cell & { tag: string; left: string }
  import_break_taken_off: { minutes: number }
  import_email_kept: { email: string; others: string[]; words: string }
  import_phone_kept: { phone: string; left: string }
  import_phone_without_extension: { phone: string; extension: string }
  import_phone_not_in_use: Cell
  import_number_shortened: { what: 'phone' | 'id'; text: string }
  import_id_was_number: { cell: string; id: string }
  import_id_was_date: Cell
  import_name_kept: Cell
  import_list_empty: { noun: ListNoun }
  import_list_kept_as_one: Cell & { noun: ListNoun }
  import_first_kept: { count: number; most: number; noun: ListNoun; left: string[] }
  import_only_first: { most: number; what: 'sessions' | 'days' }
  import_skill_kept_as_one: Cell
  import_skill_twice: Cell & { left: string[] }
  import_skill_details: { words: string; skill: string; areImportances: boolean; isKept: boolean }
  import_zone_unclear: Cell & { zones: string[] }
  import_place_left_out: Cell & { left: string[] }
  import_spreadsheet_narrow: { shown: string }
  import_spreadsheet_fault: { shown: string; fault: (typeof spreadsheetFaults)[number] }
  import_names_differ: { full: string; inParts: string }
  import_columns_differ: { headers: string[]; cells: string[] }
  import_other_cells_unused: { others: UnderHeader[]; first: string }
  import_modality_unused: { modality: Modality; own: string }
  import_hours_without_break: { hours: number; minutes: number; left: number }
  import_place_unused: Cell & { own: string }
  import_country_from: { country: string; cells: string[] }
  import_answer_unread: UnderHeader
  import_answer_unused: UnderHeader
  import_answer_read: UnderHeader & { kind: 'solopreneur' | 'small_business' | 'nonprofit' }
  import_answer_says_not: UnderHeader
  import_answers_read: { answers: UnderHeader[]; modality: Modality }
  import_answers_leave_nothing: { answers: UnderHeader[] }
  import_text_garbled: { meant: string }
  import_cells_merged: { cells: string; column: string }
}
