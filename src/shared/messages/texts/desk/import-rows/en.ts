import { explainBrokenJson } from '../../../../broken-json.ts'
import type { ImportRowMessages } from '../../../desk/import-rows.ts'
import type { Texts } from '../../texts.ts'

const AS_CSV = 'Save the sheet as CSV UTF-8, or split it.'

const SAYINGS: Readonly<Record<ImportRowMessages['import_row_said']['what'], string>> = {
  row_too_long: 'The row is longer than 1 MiB.',
  record_too_long: 'The record is longer than 1 MiB.',
  quote_not_closed: 'A quotation mark opens here and is never closed.',
  quote_misplaced: 'A cell contains a quotation mark. Double it, and put the cell in quotation marks.',
  comma_ignored: 'A comma before } or ] was ignored.',
  total_row: 'The row is a total of the rows above, and nobody’s own. It was not imported.',
  row_of_header: 'This line belongs to the header of the report, and to nobody. It was not imported.',
  remark_row: 'The row is a remark of the report, and nobody’s own. It was not imported.',
  nul_character: 'The row contains a NUL character.',
  id_required: 'Each row needs an external_id.',
  id_too_long: 'Must have at most 200 characters.',
  email_required: 'Each row needs an e-mail, since it finds the record.',
  title_required: 'Each row without an external_id needs a title.',
  hours_without_zone:
    'The hours need a time zone. Add a column time_zone, or give one for all rows with defaults.',
  place_without_country: 'A place needs its country.',
  country_cell_blank: 'Its cell is blank: write one like US.',
  cells_blank: 'Their cells are blank.',
  failed_on_our_side: 'Something failed on our side and was logged. Import this row again later.',
  file_failed_on_our_side: 'Something failed on our side. Upload the file again.',
  title_is_key:
    'The file has no column external_id. So each row is known by its title and by whom it belongs to, and new records are given an id.',
  email_can_be_key:
    'If you have no ids, import with key=email: then the e-mail finds each record, and new records are given an id.',
  no_header_row: 'The file has no header row.',
  no_rows: 'The file has no rows. Check that it was saved with all of its lines.',
  no_visible_sheet: 'The workbook has no sheet that can be seen. Show one and save the workbook again.',
  workbook_damaged:
    'The workbook is damaged or cut off. Open it in a spreadsheet program, save it again as .xlsx and try again.',
  workbook_protected: 'The workbook is protected by a password. Save it without one and try again.',
  workbook_text_too_long: `The workbook holds more text than can be read. ${AS_CSV}`,
  file_cut_off:
    'The file ends before its list is closed with ]. The records up to there were read. Check that the file is whole.',
}

const SIGNS = { ',': 'comma', '.': 'point' }
const DIFFERENCES = { signs: 'case, spaces or dashes', zeros: 'leading zeros' }

const FOLLOWED: Readonly<Record<ImportRowMessages['import_followed']['code'], string>> = {
  changed: 'It was changed since.',
  removed: 'It was deleted or merged since.',
  introduction: 'It has been introduced.',
  engagement: 'It has an engagement.',
  ring: 'It is in a ring.',
  sprint: 'It belongs to a sprint.',
  cohort: 'A cohort or its preferences name it.',
  placement: 'A placement names it. Delete the placement first if it is a draft.',
  need: 'It has needs.',
  offer: 'It has offers.',
  organization: 'An organization is linked to it.',
  merged: 'Another record was merged into it.',
  disclosure: 'It was shown to another partner.',
  answered: 'The other side has answered it.',
  no_way_back: 'What it was before no longer fits: something that it names has gone.',
}

const NOT_UNDOABLE: Readonly<
  Record<
    ImportRowMessages['import_not_undoable']['code'],
    (values: { count: number; most: number }) => string
  >
> = {
  dry_run: () => 'A dry run writes nothing.',
  too_late: () => 'It ended more than 24 hours ago.',
  rows_updated: ({ count }) =>
    `It changed ${count} records that were there before, and what they were is not kept. Change them by hand, or import a corrected file over them.`,
  nothing_created: () => 'It created and changed nothing.',
  too_many: ({ count, most }) => `It wrote ${count} records. At most ${most} are taken back at once.`,
}

const quoted = (text: string) => `“${text}”`

/** `a`, `a and b`, `a, b and c`: `Intl` writes a comma before the last. */
function joined(words: readonly string[], conjunction = 'and'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
}

const withOthers = (names: readonly string[], areMore: boolean) => (areMore ? [...names, 'others'] : names)
const withMore = (names: readonly string[], more: number) => (more > 0 ? [...names, `${more} more`] : names)

function named({ twins, areMore }: ImportRowMessages['import_same_email']): string {
  const names = twins.map(({ name, line }) => (line === null ? name : `${name} (line ${line})`))
  return joined(withOthers(names, areMore))
}

const ranges = (names: readonly string[], areMore: boolean) =>
  names.join(', ') + (areMore ? ' and others' : '')

/** Words for the rows of imports and for whole files, as the API says them too. */
export const importRowWords: Pick<Texts, keyof ImportRowMessages> = {
  import_row_said: ({ what }) => SAYINGS[what],
  import_how_to_give: ({ text }) => text,
  import_broken_json: explainBrokenJson,
  import_no_json_object: ({ line, column }) =>
    `Line ${line}, column ${column}: this is not a JSON object. Write each record in braces, like {"external_id": "S-1001"}.`,
  import_needs_columns: ({ columns, beside }) =>
    `${beside === null ? 'Each new record' : `A row with ${beside}`} needs ${joined(columns)}.`,
  import_too_many_cells: ({ cells, columns }) => `The row has ${cells} cells, but the header has ${columns}.`,
  import_cells_beyond: ({ most }) => `The row has cells beyond column ${most}.`,
  import_line_has_key: ({ line, key, isOnlyThat }) =>
    `Line ${line} already has this ${key === 'id' ? 'external_id' : 'e-mail'}.${isOnlyThat ? ' Only that line is imported.' : ''}`,
  import_line_has_title: ({ line, of }) =>
    `Line ${line} already has this title of the same ${of}. Only that line is imported. Write another title, or give the rows ids in a column external_id.`,
  import_id_unusable: ({ id, isShortened }) =>
    `${isShortened ? `The spreadsheet shortened this id to ${id}.` : 'An id must have at most 200 characters.'} It was left out, since the e-mail finds the record.`,
  import_same_email: (twins) => `Same e-mail as ${named(twins)}. If they are one, keep one record.`,
  import_similar_id: ({ differences, ...twins }) =>
    `Differs from ${named(twins)} in ${joined(differences.map((one) => DIFFERENCES[one]))} only. If they are one, write the same id.`,
  import_skills_unknown: ({ skills }) =>
    `${skills.length} ${skills.length === 1 ? 'skill' : 'skills'} not understood: ${skills.join(', ')}. Kept as written; only the same words match.`,
  import_country_taken: ({ country }, write) =>
    `The row does not say it, so a new need takes the country ${write.country(country)} from its organization.`,
  import_zone_taken: ({ zone }) =>
    `The row does not say it, so a new need takes the time zone ${zone} from its organization.`,
  import_email_of_merged: ({ record }) =>
    `This e-mail belonged to a record that was merged into ${record}, which keeps the e-mail that it has. To change it, import with key=external_id.`,
  import_several_with_email: ({ noun, names, areMore }) =>
    `Several ${noun} have this e-mail: ${joined(withOthers(names, areMore))}. Merge them into one, or import this row with key=external_id.`,
  import_several_with_title: ({ noun, names, areMore }) =>
    `Several ${noun} have this title: ${joined(withOthers(names, areMore))}. Write the id of the right one in a column external_id.`,
  import_id_of_other: ({ record, id, hasId }) =>
    `The e-mail belongs to ${record}, which ${hasId ? 'keeps this external_id' : 'has no external_id'}. ${quoted(id)} was left out.`,
  import_parent_unknown: ({ noun, text }) =>
    `${quoted(text)} is not one of your ${noun}s. Write the id, the external id or the name of one that you have created.`,
  import_parent_ambiguous: ({ noun, text, names, areMore }) =>
    `Several of your ${noun}s have the name ${quoted(text)}. Write the id of the right one: ${joined(withOthers(names, areMore), 'or')}.`,
  import_parents_differ: ({ noun, names }) =>
    `The row names two ${noun}s: ${joined(names)}. Keep one of them.`,
  import_parent_left_out: ({ noun, text, areSeveral, instead }) =>
    `${areSeveral ? `Several of your ${noun}s have the name ${quoted(text)}` : `${quoted(text)} is not one of your ${noun}s`}. The row joins ${instead === null ? 'the program of the import' : `${instead}, which the row names too`}.`,
  import_encoding_mixed: ({ bytes, lines }) =>
    `The file is UTF-8, but ${bytes === 1 ? 'one byte is' : `${bytes} bytes are`} not, first in line ${lines.join(', ')}. Such lines were read as windows-1252. Check their letters with accents.`,
  import_encoding_unsure: ({ encoding }) =>
    `The file is not UTF-8. It was read as ${encoding}, which fits best. Check letters with accents, or save the file as UTF-8.`,
  import_columns_ignored: ({ headers }) => {
    const names = headers.map(({ header, similar }) =>
      similar === null ? header : `${header} (did you mean ${similar}?)`,
    )
    return `${names.length === 1 ? 'This column was' : 'These columns were'} left out: ${names.join(', ')}.`
  },
  import_headers_missing: ({ missing, headers, more }) => {
    const names = missing.map(
      ({ header, similar }) =>
        `${quoted(header)}${similar === null ? '' : ` (did you mean ${quoted(similar)}?)`}`,
    )
    const others = more > 0 ? ` and ${more} more` : ''
    return `The file has no header ${names.join(', ')}, which \`columns\` names. Its headers are: ${headers.join(', ')}${others}.`
  },
  import_columns_missing: ({ columns }) =>
    `The file has no ${columns.length === 1 ? 'column' : 'columns'} ${joined(columns)}. New records can't be created without.`,
  import_sheets_ignored: ({ sheets }) => {
    const names = sheets.map(({ name, isVisible }) => quoted(name) + (isVisible ? '' : ' (hidden)'))
    return `${names.length === 1 ? 'One more sheet was' : 'More sheets were'} left out: ${joined(names)}. To import another sheet, name it with sheet=.`
  },
  import_columns_hidden: ({ headers, more }) =>
    `${headers.length + more === 1 ? 'A hidden column was' : 'Hidden columns were'} read too: ${joined(withMore(headers.map(quoted), more))}. To leave a column out, give its header null in \`columns\`.`,
  import_rows_hidden: ({ count, ranges: some, areMore }) =>
    `${count === 1 ? 'One hidden row was' : `${count} hidden rows were`} left out: ${count === 1 ? 'row' : 'rows'} ${ranges(some, areMore)}. To import them, show all rows of the sheet and upload it again.`,
  import_decimals_found: ({ shown }) => {
    const said = shown.map(
      ({ column, sign, cell, line }) =>
        `${column} (a ${SIGNS[sign]}, as ${quoted(cell)} in line ${line} shows)`,
    )
    return `Numbers like 1,500 and 1.500 were read by the sign that stands before the decimals of their column: ${joined(said)}. If that is wrong, say decimal=.`
  },
  import_date_orders_found: ({ shown }) => {
    const said = shown.map(
      ({ column, order, cell, line }) =>
        `in ${column} with the ${order === 'dmy' ? 'day' : 'month'} first, as ${quoted(cell)} in line ${line} shows`,
    )
    return `Dates of numbers were read ${said.join('; ')}. If that is wrong, say date_format=.`
  },
  import_cells_without_header: ({ columns, more }) => {
    const names = columns.map(
      ({ letters, count, line }) =>
        `column ${letters} (${count} ${count === 1 ? 'cell' : 'cells'}, first in line ${line})`,
    )
    return `Cells without a header were left out: ${joined(withMore(names, more))}. To import them, write a header above them.`
  },
  import_header_unread: ({ line }) => `The header in line ${line} can't be read.`,
  import_key_missing: ({ key, line, headers, more }) =>
    `The header has no ${key} column. Line ${line} was read as the header: ${headers.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  import_too_many_rows: ({ most }) =>
    `A file may have at most ${most} rows. Later rows were not read; import them as another file.`,
  import_too_many_columns: ({ line, columns, most }) =>
    `The header in line ${line} has ${columns} columns. A file may have up to ${most}: delete those that you do not need.`,
  import_sheet_unknown: ({ sheet, sheets }) =>
    `The workbook has no sheet ${JSON.stringify(sheet)}. Its sheets are ${sheets.map((name) => JSON.stringify(name)).join(', ')}.`,
  import_sheet_empty: ({ sheet }) => `The sheet ${JSON.stringify(sheet)} has no header row.`,
  import_workbook_too_large: ({ mib }) =>
    `A part of the workbook takes more than ${mib} MiB once unpacked. ${AS_CSV}`,
  import_too_many_merged: ({ most }) =>
    `The sheet has more than ${most} merged cells. Unmerge them, or save the sheet as CSV UTF-8.`,
  import_text_unknown: ({ row }) =>
    `Row ${row} of the sheet names a text that the workbook lacks. Open the workbook in a spreadsheet program, save it again and try again.`,
  import_followed: ({ code }) => FOLLOWED[code],
  import_not_undoable: ({ code, ...values }) => NOT_UNDOABLE[code](values),
  import_write_like: ({ example, isEntry }) => `Write ${isEntry ? 'an entry' : 'it'} like ${example}.`,
  import_most_of_candidate: ({ most, noun, of }) =>
    `A candidate has at most ${most} ${noun}${of === null ? '' : `, and the first of ${of} were kept`}.`,
  import_level_unread: ({ cell }) =>
    `${quoted(cell)} is not a level. Write beginner, intermediate, advanced or expert.`,
  import_resume_too_long: ({ withoutPicture, sections }) =>
    `The resume is longer than 64 KiB. It was kept without ${joined([...(withoutPicture ? ['the picture'] : []), ...sections])}.`,
  import_field_kept_with_resume: ({ field, meant }) =>
    `${quoted(field)} is not a field of a candidate, and was only kept with the resume. Did you mean ${meant}?`,
  import_key_of_no_column: ({ key }) => `${quoted(key)} names no column.`,
  import_cancelled: ({ rows, areWritten }) =>
    `The import was cancelled. ${areWritten ? `The first ${rows} rows were imported and are kept` : `${rows} rows were tried`}; the rest of the file was not read.`,
}
