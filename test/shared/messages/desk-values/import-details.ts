import {
  cellSayings,
  type ImportCellMessages,
  limitUnits,
  listNouns,
  spreadsheetFaults,
  unreadKinds,
} from '../../../../src/shared/messages/desk/import-cells.ts'
import {
  followedCodes,
  type ImportRowMessages,
  notUndoable,
  parentNouns,
  recordNouns,
  rowSayings,
} from '../../../../src/shared/messages/desk/import-rows.ts'
import type { ValuesOf } from './values-of.ts'

const cell = '3/4'
const two = { cell: '1,500', asThousands: 1500, asDecimal: 1.5 }
const under = { cell: 'maybe', header: 'Remote?' }
const modalities = ['remote', 'onsite', 'hybrid'] as const
const twins = {
  twins: [
    { name: 'S-1', line: 3 },
    { name: 'S-2', line: null },
  ],
  areMore: true,
}
const named = { names: ['S-1', 'S-2'], areMore: false }
const headers = { headers: ['Name', 'Mail'], more: 2 }

/** Values of what is said of cells. */
export const importCells: ValuesOf<ImportCellMessages> = {
  import_cell_said: cellSayings.map((what) => ({ what })),
  import_in_english: [{ text: 'Not so.' }],
  import_required: [{ detail: 'This is required. It is a list.' }],
  import_limit: limitUnits.flatMap((unit) => [
    { relation: 'least', value: 1, unit },
    { relation: 'most', value: 200, unit },
  ]),
  import_unread: unreadKinds.map((as) => ({ cell, as })),
  import_weekly_part_unread: [{ cell, part: 'soon' }],
  import_phone_unread_in: [{ cell, country: 'DE' }],
  import_words_unread: [{ cell, choices: ['remote', 'onsite'] }],
  import_words_left_out: [{ cells: [cell, 'x'], choices: ['remote', 'onsite'] }],
  import_languages_left_out: [{ cells: [cell] }],
  import_number_unread: [{ cell, example: '10' }],
  import_number_ambiguous: [two],
  import_money_ambiguous: [{ ...two, example: '1500.00 USD' }],
  import_money_by: [{ cell, unit: 'month' }],
  import_money_not_payable: [{ cell, currency: 'USD' }],
  import_date_ambiguous: [{ cell, days: ['2027-04-03', '2027-03-04'], example: '2027-04-03' }],
  import_year_out_of_range: [{ cell, first: 1900, last: 2199 }],
  import_month_unknown: [{ cell, month: 13 }],
  import_month_too_short: [{ cell, days: 30 }],
  import_year_read: [{ cell, year: 2027 }],
  import_date_in_other_order: [{ cell, day: '2027-04-03', order: 'mdy' }],
  import_date_with_points: [{ cell, day: '2027-04-03', country: 'DE' }],
  import_day_of_excel: [{ number: '45000', day: '2023-03-15' }],
  import_midnight: [{ day: '2027-04-03', zone: 'Europe/Berlin' }],
  import_read_in_zone: [{ cell, zone: 'Europe/Berlin' }],
  import_read_as_beginning: [{ day: '2027-04-03', zone: 'Europe/Berlin' }],
  import_read_as: [
    { cell, value: '12.00 USD', country: 'US' },
    { cell, value: '5', country: null },
  ],
  import_read_as_text: [{ cell: 'Bright, Noa', text: 'Noa Bright' }],
  import_read_as_lower: [{ cell: '10-15', value: '10' }],
  import_read_as_minutes: [{ cell }],
  import_read_as_no: [{ cell }],
  import_read_as_country: [{ cell }],
  import_read_as_place: [{ cell, country: 'DE' }],
  import_read_as_youngest: (['under_16', '16_17', '18_20', '21_plus'] as const).map((band) => ({
    cell,
    band,
  })),
  import_language_read: [{ cell, tag: 'de', left: 'native' }],
  import_break_taken_off: [{ minutes: 30 }],
  import_email_kept: [
    { email: 'a@b.example', others: ['c@d.example'], words: '' },
    { email: 'a@b.example', others: [], words: 'office' },
  ],
  import_phone_kept: [{ phone: '+4930901820', left: 'mornings' }],
  import_phone_without_extension: [{ phone: '+4930901820', extension: '17' }],
  import_phone_not_in_use: [{ cell }],
  import_number_shortened: [
    { what: 'phone', text: '4.9E+11' },
    { what: 'id', text: '4.9E+11' },
  ],
  import_id_was_number: [{ cell: '17.0', id: '17' }],
  import_id_was_date: [{ cell: '4-Mar' }],
  import_name_kept: [{ cell }],
  import_list_empty: listNouns.map((noun) => ({ noun })),
  import_list_kept_as_one: listNouns.map((noun) => ({ cell, noun })),
  import_first_kept: listNouns.map((noun) => ({ count: 31, most: 30, noun, left: ['x', 'y'] })),
  import_only_first: [
    { most: 100, what: 'sessions' },
    { most: 100, what: 'days' },
  ],
  import_skill_kept_as_one: [{ cell }],
  import_skill_twice: [{ cell, left: ['advanced'] }],
  import_skill_details: [
    { words: 'soon', skill: 'Excel', areImportances: true, isKept: true },
    { words: 'soon', skill: 'Excel', areImportances: false, isKept: false },
  ],
  import_zone_unclear: [{ cell: 'EST', zones: ['America/New_York', 'America/Panama'] }],
  import_place_left_out: [{ cell, left: ['Floor 3'] }],
  import_spreadsheet_narrow: [{ shown: '####' }],
  import_spreadsheet_fault: spreadsheetFaults.map((fault) => ({ shown: '#REF!', fault })),
  import_names_differ: [{ full: 'Noa Bright', inParts: 'Noa Dark' }],
  import_columns_differ: [{ headers: ['Mail', 'E-mail'], cells: ['a@b.example', 'c@d.example'] }],
  import_other_cells_unused: [{ others: [under], first: 'Cell phone' }],
  import_modality_unused: modalities.map((modality) => ({ modality, own: 'x' })),
  import_hours_without_break: [{ hours: 8, minutes: 30, left: 7.5 }],
  import_place_unused: [{ cell, own: 'Berlin' }],
  import_country_from: [{ country: 'US', cells: ['OR', '97201'] }],
  import_answer_unread: [under],
  import_answer_unused: [under],
  import_answer_read: (['solopreneur', 'small_business', 'nonprofit'] as const).map((kind) => ({
    ...under,
    kind,
  })),
  import_answer_says_not: [under],
  import_answers_read: modalities.map((modality) => ({ answers: [under, under], modality })),
  import_answers_leave_nothing: [{ answers: [under] }],
  import_text_garbled: [{ meant: 'Jürgen' }],
  import_cells_merged: [{ cells: 'A1:B1', column: 'A' }],
}

/** Values of what is said of rows and files. */
export const importRows: ValuesOf<ImportRowMessages> = {
  import_row_said: rowSayings.map((what) => ({ what })),
  import_how_to_give: [{ text: 'Add a column for it, or give one value for all rows.' }],
  import_broken_json: (
    [
      'word',
      'number',
      'name',
      'value',
      'colon',
      'comma',
      'brace',
      'bracket',
      'end',
      'quote',
      'number_cut',
      'comment',
      'unicode',
      'backslash',
      'control',
      'json',
    ] as const
  ).map((fault) => ({ line: 4, column: 5, fault })),
  import_no_json_object: [{ line: 4, column: 5 }],
  import_needs_columns: [
    { columns: ['email', 'name'], beside: null },
    { columns: ['time_zone'], beside: 'availability' },
  ],
  import_too_many_cells: [{ cells: 7, columns: 5 }],
  import_cells_beyond: [{ most: 1000 }],
  import_line_has_key: [
    { line: 3, key: 'id', isOnlyThat: true },
    { line: 3, key: 'email', isOnlyThat: false },
  ],
  import_line_has_title: [
    { line: 3, of: 'organization' },
    { line: 3, of: 'helper' },
  ],
  import_id_unusable: [
    { id: '1E+11', isShortened: true },
    { id: 'x', isShortened: false },
  ],
  import_same_email: [twins],
  import_similar_id: [{ ...twins, differences: ['signs', 'zeros'] }],
  import_skills_unknown: [{ skills: ['x'] }, { skills: ['x', 'y'] }],
  import_country_taken: [{ country: 'DE' }],
  import_zone_taken: [{ zone: 'Europe/Berlin' }],
  import_email_of_merged: [{ record: 'S-1' }],
  import_several_with_email: recordNouns.map((noun) => ({ ...named, noun })),
  import_several_with_title: recordNouns.map((noun) => ({ ...named, noun, areMore: true })),
  import_id_of_other: [
    { record: 'S-1', id: 'S-2', hasId: true },
    { record: 'S-1', id: 'S-2', hasId: false },
  ],
  import_parent_unknown: parentNouns.map((noun) => ({ noun, text: 'Chess club' })),
  import_parent_ambiguous: parentNouns.map((noun) => ({ ...named, noun, text: 'Chess club' })),
  import_parents_differ: parentNouns.map((noun) => ({ noun, names: ['A', 'B'] })),
  import_parent_left_out: parentNouns.flatMap((noun) => [
    { noun, text: 'Chess club', areSeveral: true, instead: null },
    { noun, text: 'Chess club', areSeveral: false, instead: 'B (p-2)' },
  ]),
  import_encoding_mixed: [
    { bytes: 1, lines: [3] },
    { bytes: 17, lines: [3, 4] },
  ],
  import_encoding_unsure: [{ encoding: 'macintosh' }],
  import_columns_ignored: [
    { headers: [{ header: 'Shoe size', similar: null }] },
    {
      headers: [
        { header: 'Shoe size', similar: null },
        { header: 'Emial', similar: 'email' },
      ],
    },
  ],
  import_headers_missing: [{ missing: [{ header: 'Mial', similar: 'Mail' }], ...headers }],
  import_columns_missing: [{ columns: ['email'] }, { columns: ['email', 'country'] }],
  import_sheets_ignored: [
    { sheets: [{ name: 'Old', isVisible: false }] },
    {
      sheets: [
        { name: 'Old', isVisible: false },
        { name: 'New', isVisible: true },
      ],
    },
  ],
  import_columns_hidden: [{ headers: ['Id'], more: 0 }, headers],
  import_rows_hidden: [
    { count: 1, ranges: ['7'], areMore: false },
    { count: 17, ranges: ['7-20', '30'], areMore: true },
  ],
  import_decimals_found: [
    { shown: [{ column: 'hours_per_week', sign: ',', cell: '7,5', line: 3 }] },
    { shown: [{ column: 'hours_per_week', sign: '.', cell: '7.5', line: 3 }] },
  ],
  import_date_orders_found: (['dmy', 'mdy'] as const).map((order) => ({
    shown: [{ column: 'graduates_on', order, cell: '13/4/27', line: 3 }],
  })),
  import_cells_without_header: [
    {
      columns: [
        { letters: 'F', count: 1, line: 3 },
        { letters: 'G', count: 2, line: 4 },
      ],
      more: 1,
    },
  ],
  import_header_unread: [{ line: 3 }],
  import_key_missing: [{ key: 'external_id', line: 1, ...headers }],
  import_too_many_rows: [{ most: 100_000 }],
  import_too_many_columns: [{ line: 1, columns: 1017, most: 1000 }],
  import_sheet_unknown: [{ sheet: 'Old', sheets: ['New'] }],
  import_sheet_empty: [{ sheet: 'Old' }],
  import_workbook_too_large: [{ mib: 400 }],
  import_too_many_merged: [{ most: 10_000 }],
  import_text_unknown: [{ row: 3 }],
  import_followed: followedCodes.map((code) => ({ code })),
  import_not_undoable: notUndoable.map((code) => ({ code, count: 17, most: 5000 })),
  import_write_like: [
    { example: '"countryCode": "US"', isEntry: false },
    { example: '{"name": "Excel"}', isEntry: true },
  ],
  import_most_of_candidate: [
    { most: 30, noun: 'skills', of: 31 },
    { most: 10, noun: 'majors', of: null },
    { most: 10, noun: 'languages', of: null },
  ],
  import_level_unread: [{ cell }],
  import_resume_too_long: [
    { withoutPicture: true, sections: ['work', 'projects'] },
    { withoutPicture: false, sections: ['work'] },
  ],
  import_field_kept_with_resume: [{ field: 'mayors', meant: 'majors' }],
  import_key_of_no_column: [{ key: 'GPA' }],
  import_cancelled: [
    { rows: 17, areWritten: true },
    { rows: 17, areWritten: false },
  ],
}
