import type { BrokenJson } from '../../broken-json.ts'

/** Messages about rows and files without values. */
export const rowSayings = [
  'row_too_long',
  'record_too_long',
  'quote_not_closed',
  'quote_misplaced',
  'comma_ignored',
  'total_row',
  'row_of_header',
  'remark_row',
  'nul_character',
  'id_required',
  'id_too_long',
  'email_required',
  'title_required',
  'hours_without_zone',
  'place_without_country',
  'country_cell_blank',
  'cells_blank',
  'failed_on_our_side',
  'file_failed_on_our_side',
  'title_is_key',
  'email_can_be_key',
  'no_header_row',
  'no_rows',
  'no_visible_sheet',
  'workbook_damaged',
  'workbook_protected',
  'workbook_text_too_long',
  'file_cut_off',
] as const

/** Records that an import writes or mentions. */
export const recordNouns = ['candidates', 'needs', 'offers', 'organizations', 'helpers', 'records'] as const
export type RecordNoun = (typeof recordNouns)[number]
/** Records that rows belong to. */
export const parentNouns = ['organization', 'helper', 'program'] as const
export type ParentNoun = (typeof parentNouns)[number]

/** Ways in which a record may be in use, so that its import can't be undone. */
export const followedCodes = [
  'changed',
  'removed',
  'merged',
  'introduction',
  'engagement',
  'ring',
  'sprint',
  'cohort',
  'placement',
  'need',
  'offer',
  'organization',
  'disclosure',
  'answered',
  'no_way_back',
] as const
/** Reasons why a whole import can't be undone. */
export const notUndoable = ['dry_run', 'too_late', 'rows_updated', 'nothing_created', 'too_many'] as const

/** Names, and whether there are more. */
type Named = { names: string[]; areMore: boolean }
type Similar = { header: string; similar: string | null }
/** A column whose cells show how it is read: this cell on this line. */
type Shown = { column: string; cell: string; line: number }

/** Messages about the rows of a file, and about the whole file. Columns are named as in `importFields`. */
export interface ImportRowMessages {
  import_row_said: { what: (typeof rowSayings)[number] }
  /** How to set columns that a file lacks, as parameters of the API. */
  import_how_to_give: { text: string }
  import_broken_json: BrokenJson
  import_no_json_object: { line: number; column: number }
  import_needs_columns: { columns: string[]; beside: string | null }
  import_too_many_cells: { cells: number; columns: number }
  import_cells_beyond: { most: number }
  import_line_has_key: { line: number; key: 'id' | 'email'; isOnlyThat: boolean }
  import_line_has_title: { line: number; of: 'organization' | 'helper' }
  import_id_unusable: { id: string; isShortened: boolean }
  import_same_email: Twins
  import_similar_id: Twins & { differences: ('signs' | 'zeros')[] }
  import_skills_unknown: { skills: string[] }
  import_country_taken: { country: string }
  import_zone_taken: { zone: string }
  import_email_of_merged: { record: string }
  import_several_with_email: Named & { noun: RecordNoun }
  import_several_with_title: Named & { noun: RecordNoun }
  import_id_of_other: { record: string; id: string; hasId: boolean }
  import_parent_unknown: { noun: ParentNoun; text: string }
  import_parent_ambiguous: Named & { noun: ParentNoun; text: string }
  import_parents_differ: { noun: ParentNoun; names: string[] }
  /** `instead`: another record that the row names. Null: the program of the import. */
  import_parent_left_out: { noun: ParentNoun; text: string; areSeveral: boolean; instead: string | null }
  import_encoding_mixed: { bytes: number; lines: number[] }
  import_encoding_unsure: { encoding: string }
  import_columns_ignored: { headers: Similar[] }
  import_headers_missing: { missing: Similar[]; headers: string[]; more: number }
  import_columns_missing: { columns: string[] }
  import_sheets_ignored: { sheets: { name: string; isVisible: boolean }[] }
  import_columns_hidden: { headers: string[]; more: number }
  import_rows_hidden: { count: number; ranges: string[]; areMore: boolean }
  import_decimals_found: { shown: (Shown & { sign: ',' | '.' })[] }
  import_date_orders_found: { shown: (Shown & { order: 'dmy' | 'mdy' | 'ymd' })[] }
  import_cells_without_header: { columns: { letters: string; count: number; line: number }[]; more: number }
  import_header_unread: { line: number }
  import_key_missing: { key: string; line: number; headers: string[]; more: number }
  import_too_many_rows: { most: number }
  import_too_many_columns: { line: number; columns: number; most: number }
  import_sheet_unknown: { sheet: string; sheets: string[] }
  import_sheet_empty: { sheet: string }
  import_workbook_too_large: { mib: number }
  import_too_many_merged: { most: number }
  import_text_unknown: { row: number }
  import_followed: { code: (typeof followedCodes)[number] }
  import_not_undoable: { code: (typeof notUndoable)[number]; count: number; most: number }
  /** An example of how a value or an entry of a list is written. */
  import_write_like: { example: string; isEntry: boolean }
  /** How many a candidate may have, and how many there were, if the first of them were kept. */
  import_most_of_candidate: { most: number; noun: 'skills' | 'majors' | 'languages'; of: number | null }
  import_level_unread: { cell: string }
  import_resume_too_long: { withoutPicture: boolean; sections: string[] }
  import_field_kept_with_resume: { field: string; meant: string }
  import_key_of_no_column: { key: string }
  import_cancelled: { rows: number; areWritten: boolean }
}

/**
 * Other records that look like the same one: their names, and their lines if they are rows of the same file.
 */
interface Twins {
  twins: { name: string; line: number | null }[]
  areMore: boolean
}
