import type { DeskAreas } from '../desk-texts.ts'
import { importCellWords } from '../import-cells/en.ts'
import { importFieldWords } from '../import-fields/en.ts'
import { importRowWords } from '../import-rows/en.ts'

const WORDS = {
  remark_advice: 'Under Columns, choose the column that holds it, or write one value for all rows.',
  template: 'Download a template',
  template_lead: 'Or begin with a template: one row is filled in as an example.',
  title: 'Import',
  lead: 'Upload a spreadsheet. You see how it is understood, and correct it, before anything is written.',
  empty: 'Nothing was imported yet. Choose a file above: a roster of students, for example.',
  upload: 'Import a file',
  file: 'File',
  file_hint: 'A spreadsheet (.xlsx or .csv) or JSON, up to 100 MiB and 100,000 rows.',
  what: 'Each row is about',
  program_first: 'Students belong to a program: add it before you import them.',
  program_add: 'Add a program',
  program: 'Program for students whose row names none',
  cohort: 'Cohort, for preferences',
  profile: 'Import profile',
  none: 'None',
  consent_zone: 'Time zone of consents',
  consent_zone_hint: 'For times of consents that the file writes without a time zone.',
  consent_zone_of_row: 'The time zone of each row',
  by_email: 'Find records by e-mail: the rows have no ids',
  start: 'Upload and check',
  past: 'Past imports',
  when: 'When',
  result: 'Result',
  reading: 'The file is being read. This page updates by itself.',
  cancel: 'Cancel',
  columns: 'Columns',
  columns_lead: 'Say what each column holds. Then all rows are checked again.',
  header: 'In the file',
  meaning: 'Holds',
  samples: 'Samples',
  as_found: 'As found',
  leave_out: 'Leave out',
  missing_lead:
    'These are missing in the file. Choose a column above, or write here what is true for all rows.',
  dates: 'Order of day and month',
  decimals: 'Decimal sign',
  check_again: 'Check all rows',
  save_profile: 'Save as import profile',
  profile_name: 'Name of the profile',
  of_the_file: 'About the file',
  rows: 'Rows to look at',
  rows_lead:
    'Correct the cells here, or download these rows, correct them in the spreadsheet, and upload that file.',
  no_rows: 'Every row is understood.',
  correct_same: 'Correct equal cells in all other rows too',
  correct: 'Correct and check again',
  apply: 'Import now',
  report: 'Download these rows',
  file_gone: 'The file is no longer kept. Upload it again to change something.',
  see_students: 'See the students',
  undo: 'Undo this import',
  undo_sure:
    'All that this import created is deleted, or nothing if something followed from it, and what it changed returns to what it was. This can be done until 24 hours after its end.',
  undo_sure_students:
    'All students that this import created are erased, or none if something followed from one of them, and those that it changed return to what they were. This can be done until 24 hours after its end.',
  undone: 'This import was undone.',
  undone_kept: 'Some records stay as the import has left them:',
}
const TYPES = {
  candidates: 'a student',
  needs: 'a need',
  offers: 'an offer',
  organizations: 'an organization',
  helpers: 'a helper',
  candidate_preferences: 'the choices of a student',
  organization_preferences: 'the ranking of an organization',
  hours: 'hours that were worked',
}
const STATUSES = {
  receiving: 'Arriving',
  queued: 'Waiting',
  running: 'Being read',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  undone: 'Undone',
}
const MODES = {
  dry_run: 'Check only',
  apply: 'Import',
}
const OUTCOMES = {
  dry_run: {
    created: 'New',
    updated: 'Would change',
    unchanged: 'Unchanged',
    rejected: 'Refused',
    noticed: 'With notices',
  },
  apply: {
    created: 'Created',
    updated: 'Changed',
    unchanged: 'Unchanged',
    rejected: 'Refused',
    noticed: 'With notices',
  },
}
const ORDERS = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
}

const REMARKS = {
  value_left_out: 'This value was left out.',
  other_value_left_out: 'Another column says it too; this value was not used.',
  left_out: 'Part of it was left out.',
  id_left_out: 'The own id was left out, since the e-mail finds the record.',
  email_left_out: 'This e-mail belongs to a record that was merged, so it was left out.',
  value_changed: 'It was taken in another form.',
  value_read_as: 'Check whether it was read as you meant it.',
  two_values: 'Several cells say different things.',
  invalid_value: 'This cannot be read or used.',
  required: 'This is missing.',
  skill_unknown: 'No known skill is called so. It is kept, but matches only the same word.',
  same_email: 'Another record has the same e-mail. If they are one, keep one.',
  similar_id: 'Another id is nearly the same. If they are one, write the same id.',
  several_records: 'Several records have this e-mail. Merge them into one first.',
  total_row: 'This row is a total and was not imported.',
  remark_row: 'This row is a remark and was not imported.',
  text_garbled: 'Letters look garbled. Correct them.',
  letter_lost: 'A letter was lost before. Correct it.',
  cells_merged: 'Merged cells count for their first column only.',
  cells_without_header: 'Cells without a header were left out.',
  row_too_long: 'The row is too long.',
  too_many_cells: 'The row has more cells than the header.',
  quote_not_closed: 'A quotation mark is never closed.',
  quote_misplaced: 'A quotation mark is in the wrong place.',
  not_json: 'The text is no JSON.',
  comma_ignored: 'A comma too many was ignored.',
  unknown_field: 'This field is not known.',
  erased: 'The person was erased.',
  columns_ignored:
    'Some columns were left out, since nobody said what they hold. Choose their meaning under Columns.',
  columns_missing:
    'New records need columns that the file lacks. Under Columns, say which columns hold them, or write one value for all rows.',
  headers_missing: 'The file lacks columns that were chosen for it or that its profile names.',
  columns_hidden: 'Hidden columns were read too.',
  rows_hidden: 'Hidden rows were read too.',
  sheets_ignored: 'Only one sheet of the workbook was read.',
  encoding_unsure: 'Check names with accents: how the text is written is not certain.',
  encoding_mixed: 'Parts of the text are written in different ways. Check names with accents.',
  email_can_be_key: 'The rows have no ids. Find records by e-mail instead: tick it under Columns.',
  title_is_key:
    'Check rows with one title: the file has no ids, so rows are known by title and organization.',
  decimal_found: 'Check how numbers with decimals were read. Under Columns you can say it.',
  date_order_found: 'Check how dates were read. Under Columns you can say their order.',
}

const ACTIONS = {
  import_uploaded: 'Uploaded a file',
  import_read_again: 'Had a file read in another way',
  import_corrected: 'Corrected rows of a file',
  import_applied: 'Imported a file',
  import_cancelled: 'Cancelled an import',
  import_undone_by_staff: 'Undid an import',
  import_profile_saved: 'Saved an import profile',
}

const REFUSALS = {
  import_running: 'The file is still being read. Wait for its end.',
  import_undone: 'This import was undone before. To import it anew, upload the file again.',
  import_not_undoable: 'This import cannot be undone. Change or delete records one by one.',
  import_in_use: 'Something followed from this import, so nothing was undone:',
  import_ended: 'This import has ended, and its file is no longer kept. Upload the file again.',
  too_many_imports: 'Too many imports wait. Try again once one of them has ended.',
  malformed_request: 'The file is damaged or is not what its name says. Save it anew and upload it again.',
  upload_incomplete: 'The file did not arrive completely. Upload it again.',
  body_too_large: 'The file is too large. It may have up to 100 MiB.',
  encoding_not_supported:
    'The text of the file cannot be read. Save it as an Excel workbook (.xlsx) or as CSV in UTF-8.',
  unsupported_media_type: 'This is no spreadsheet. Save it as an Excel workbook (.xlsx) or as CSV.',
}

/** The words of imports. */
export const en: DeskAreas['imports'] = {
  actions: ACTIONS,
  refusals: REFUSALS,
  words: {
    ...importFieldWords,
    ...importCellWords,
    ...importRowWords,
    desk_import_remark: ({ code }) => REMARKS[code],
    desk_imports: () => WORDS.title,
    desk_import: ({ word }) => WORDS[word],
    desk_import_type: ({ type }) => TYPES[type],
    desk_import_status: ({ status }) => STATUSES[status],
    desk_import_mode: ({ mode }) => MODES[mode],
    desk_import_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_order: ({ order }) => ORDERS[order],
    desk_import_rows_read: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'row', 'rows')} read`,
    desk_import_row_outcome: ({ outcome, mode }) => OUTCOMES[mode][outcome],
    desk_import_row: ({ line }) => `Line ${line} of the file`,
    desk_import_apply_sure: ({ created, updated, rejected }, { noun, number }) =>
      `${number(created)} ${noun(created, 'record', 'records')} will be created and ${number(updated)} changed.${rejected > 0 ? ` ${number(rejected)} refused ${noun(rejected, 'row is', 'rows are')} left out.` : ''}`,
    desk_import_missing: ({ column }) => `${column} for all rows`,
    desk_import_read_in: ({ zone }) => `A time without a time zone is read in ${zone}.`,
    desk_import_meaning_of: ({ header }) => `What “${header}” holds`,
  },
}
