import { importStatuses, importTypes, outcomes } from '../../../../src/features/imports/imports.table.ts'
import { importFields } from '../../../../src/shared/messages/desk/import-fields.ts'
import {
  type ImportMessages,
  importRemarks,
  importWords,
} from '../../../../src/shared/messages/desk/imports.ts'
import { importCells, importRows } from './import-details.ts'
import type { ValuesOf } from './values-of.ts'

const outcomesOfModes = [...outcomes, 'noticed' as const].flatMap((outcome) => [
  { outcome, mode: 'dry_run' } as const,
  { outcome, mode: 'apply' } as const,
])

/** Values of each word of this area that needs some. */
export const imports: ValuesOf<ImportMessages> = {
  ...importCells,
  ...importRows,
  desk_import_field: importFields.map((field) => ({ field })),
  desk_import_choice: [{ place: 3 }],
  desk_import_remark: importRemarks.map((code) => ({ code })),
  desk_import: importWords.map((word) => ({ word })),
  desk_import_type: importTypes.map((type) => ({ type })),
  desk_import_status: importStatuses.map((status) => ({ status })),
  desk_import_mode: [{ mode: 'dry_run' }, { mode: 'apply' }],
  desk_import_outcome: outcomesOfModes,
  desk_import_row_outcome: outcomesOfModes,
  desk_import_order: [{ order: 'dmy' }, { order: 'mdy' }, { order: 'ymd' }],
  desk_import_rows_read: [{ count: 1 }, { count: 1700 }],
  desk_import_row: [{ line: 4 }],
  desk_import_apply_sure: [
    { created: 1, updated: 0, rejected: 0 },
    { created: 1700, updated: 17, rejected: 1 },
    { created: 0, updated: 1, rejected: 17 },
  ],
  desk_import_missing: [{ column: 'country' }],
  desk_import_read_in: [{ zone: 'Europe/Berlin' }],
  desk_import_meaning_of: [{ header: 'Matrikelnummer' }],
}
