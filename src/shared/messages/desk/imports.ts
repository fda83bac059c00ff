import type { ImportCellMessages } from './import-cells.ts'
import type { ImportFieldMessages } from './import-fields.ts'
import type { ImportRowMessages } from './import-rows.ts'

type None = Record<never, never>

/** Remarks about a row or a file, by the codes of the API. */
export const importRemarks = [
  'value_left_out',
  'other_value_left_out',
  'left_out',
  'id_left_out',
  'email_left_out',
  'value_changed',
  'value_read_as',
  'two_values',
  'invalid_value',
  'required',
  'skill_unknown',
  'same_email',
  'similar_id',
  'several_records',
  'total_row',
  'remark_row',
  'text_garbled',
  'letter_lost',
  'cells_merged',
  'cells_without_header',
  'row_too_long',
  'too_many_cells',
  'quote_not_closed',
  'quote_misplaced',
  'not_json',
  'comma_ignored',
  'unknown_field',
  'erased',
  'columns_ignored',
  'columns_missing',
  'headers_missing',
  'columns_hidden',
  'rows_hidden',
  'sheets_ignored',
  'encoding_unsure',
  'encoding_mixed',
  'email_can_be_key',
  'title_is_key',
  'decimal_found',
  'date_order_found',
] as const

/** Messages of imports at the desk. */
export interface ImportMessages extends ImportFieldMessages, ImportCellMessages, ImportRowMessages {
  desk_import_remark: { code: (typeof importRemarks)[number] }
  desk_imports: None
  desk_import: { word: ImportWord }
  desk_import_type: { type: ImportTypeName }
  desk_import_status: {
    status: 'receiving' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'
  }
  desk_import_mode: { mode: 'dry_run' | 'apply' }
  desk_import_outcome: { outcome: Outcome; mode: 'dry_run' | 'apply' }
  desk_import_order: { order: 'dmy' | 'mdy' | 'ymd' }
  desk_import_rows_read: { count: number }
  desk_import_row: { line: number }
  /** What happened to one row. */
  desk_import_row_outcome: { outcome: Outcome; mode: 'dry_run' | 'apply' }
  desk_import_apply_sure: { created: number; updated: number; rejected: number }
  desk_import_missing: { column: string }
  /** Zone in which a consent's time without an offset is read. */
  desk_import_read_in: { zone: string }
  desk_import_meaning_of: { header: string }
}

export const importWords = [
  'template',
  'template_lead',
  'remark_advice',
  'title',
  'lead',
  'empty',
  'upload',
  'file',
  'file_hint',
  'what',
  'program',
  'program_first',
  'program_add',
  'cohort',
  'profile',
  'none',
  'consent_zone',
  'consent_zone_hint',
  'consent_zone_of_row',
  'by_email',
  'start',
  'past',
  'when',
  'result',
  'reading',
  'cancel',
  'columns',
  'columns_lead',
  'header',
  'meaning',
  'samples',
  'as_found',
  'leave_out',
  'missing_lead',
  'dates',
  'decimals',
  'check_again',
  'save_profile',
  'profile_name',
  'of_the_file',
  'rows',
  'rows_lead',
  'no_rows',
  'correct_same',
  'correct',
  'apply',
  'report',
  'file_gone',
  'see_students',
  'undo',
  'undo_sure',
  'undo_sure_students',
  'undone',
  'undone_kept',
] as const
type ImportWord = (typeof importWords)[number]

type ImportTypeName =
  | 'candidates'
  | 'needs'
  | 'offers'
  | 'organizations'
  | 'helpers'
  | 'candidate_preferences'
  | 'organization_preferences'
  | 'hours'

type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected' | 'noticed'

/** Actions of staff that the log names. */
export const importActions = [
  'import_uploaded',
  'import_read_again',
  'import_corrected',
  'import_applied',
  'import_cancelled',
  'import_undone_by_staff',
  'import_profile_saved',
] as const

/** Error codes of imports that people at the desk may get. */
export const importRefusals = [
  'import_running',
  'import_ended',
  'import_undone',
  'import_not_undoable',
  'import_in_use',
  'too_many_imports',
  'upload_incomplete',
  'body_too_large',
  'encoding_not_supported',
  'unsupported_media_type',
  'malformed_request',
] as const
