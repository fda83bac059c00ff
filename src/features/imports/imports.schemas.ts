import { z } from 'zod'
import { severalOf } from '../../platform/db/index.ts'
import { pageQuery } from '../../platform/http/index.ts'
import * as wire from '../../shared/wire.ts'
import { fileOptionsQuery, fileOptionsShown } from './file-options.schemas.ts'
import { importStatuses, importTypes, outcomes } from './imports.table.ts'

export const importQuery = z.strictObject({
  type: z.enum(importTypes).describe('Type of the records in the file'),
  mode: z
    .enum(['inspect', 'dry_run', 'apply'])
    .describe(
      '`inspect` returns at once how the first rows would be understood. `dry_run` reports what would happen to all rows. Neither changes anything',
    ),
  program_id: wire.idOf('program').optional().describe('Program for candidates whose row names none'),
  cohort_id: wire
    .idOf('cohort')
    .optional()
    .describe('Required when importing preferences: the cohort that they belong to'),
  ...fileOptionsQuery,
})

export const importsQuery = z.strictObject({
  ...pageQuery,
  type: severalOf(z.enum(importTypes))
    .optional()
    .describe('Return only imports of these types, comma separated'),
  status: severalOf(z.enum(importStatuses))
    .optional()
    .describe('Return only imports with one of these statuses, comma separated'),
  mode: z.enum(['dry_run', 'apply']).optional().describe('Return only imports of this mode'),
})

export const importRowsQuery = z.strictObject({
  ...pageQuery,
  outcome: z.enum(outcomes).optional().describe('Return only rows with this outcome'),
  has_notices: z.enum(['true']).optional().describe('`true` lists only rows with notices'),
})

const fileNotice = z.object({
  code: z.string().describe('Stable code of the notice'),
  detail: z.string().describe('What was changed or left out, as a sentence'),
})

export const importShown = z
  .object({
    id: wire.idOf('import'),
    type: z.enum(importTypes).describe('Type of the records in the file'),
    mode: z.enum(['dry_run', 'apply']).describe('`dry_run` writes nothing'),
    format: z
      .enum(['csv', 'ndjson', 'xlsx'])
      .describe('Format of the file. `ndjson` stands for all forms of JSON'),
    encoding: z
      .object({
        name: z.string().describe('Name of the encoding'),
        confidence: z.number().min(0).max(1).describe('Confidence from 0 to 1'),
      })
      .nullable()
      .describe(
        'Character encoding of the file (`UTF-8`, `UTF-16LE`, `UTF-16BE`, `windows-1252` or `macintosh`) and the confidence in it. Null for a workbook',
      ),
    program_id: z.string().nullable().describe('Program for candidates whose row names none'),
    status: z
      .enum(importStatuses)
      .describe('`receiving` the file, `queued`, `running`, then `done`, `failed` or `cancelled`'),
    failure: z
      .object({
        code: z.string().describe('Error code'),
        detail: z.string().describe('What is wrong and what to do, as a sentence'),
      })
      .nullable()
      .describe('Why the rest of the file could not be read. Earlier rows were imported'),
    cohort_id: z.string().nullable().describe('Cohort of the imported preferences'),
    columns: z
      .array(
        z.object({
          header: z.string().describe('Header as in the file'),
          column: z.string().nullable().describe('Column of the header. Null: the header is ignored'),
        }),
      )
      .nullable()
      .describe('For CSV: the column of each header. Null: the header is ignored'),
    options: fileOptionsShown.describe('Options for reading the file, as sent'),
    bytes: z.int().describe('Size of the file in bytes'),
    rows_read: z.int().describe('Rows read so far: the sum of created, updated, unchanged and rejected'),
    created: z.int().describe('Rows that created a record (or would, in a dry run)'),
    updated: z.int().describe('Rows that changed a record (or would, in a dry run)'),
    unchanged: z.int().describe('Rows that changed nothing'),
    rejected: z.int().describe('Rows with faults'),
    rows_with_notices: z.int().describe('Rows with notices: something was changed or left out'),
    notices: z.array(fileNotice).describe('Notices about the whole file, such as an unknown column'),
    rows_per_second: z.number().nullable().describe('Rows read per second. Null before the first row'),
    created_at: wire.instant,
    started_at: wire.instant.nullable().describe('When the import began'),
    ended_at: wire.instant.nullable().describe('When the import ended'),
    undone_at: wire.instant.nullable().describe('When the import was undone'),
    kept: z
      .object({
        count: z.int().describe('Number of records that were not restored'),
        named: z
          .array(
            z.object({
              id: z.string().describe('Id of the record'),
              code: z.string().describe('How the record is in use, as a stable code'),
              detail: z.string().describe('How the record is in use, as a sentence'),
            }),
          )
          .describe('Up to 100 of these records'),
      })
      .nullable()
      .describe(
        'For an undone import: records that it had changed and that were not restored, because they are in use. Null if there are none',
      ),
  })
  .meta({ id: 'Import' })
export type ImportShown = z.output<typeof importShown>

const remark = z.object({
  pointer: z
    .string()
    .nullable()
    .describe('Column of a table or JSON pointer (RFC 6901) into a document. Null means the whole row'),
  code: z.string().describe('Stable code of the remark'),
  detail: z.string().describe('What is wrong or was changed, as a sentence'),
  value: z.string().nullable().describe('The cell or the value'),
})

export const importRowShown = z
  .object({
    number: z.int().describe('Number of the row in the file, from 1'),
    line: z.int().describe('Line of the file on which the row begins'),
    outcome: z.enum(outcomes).describe('What happened to the row (or would, in a dry run)'),
    external_id: z.string().nullable().describe('Your id in the row'),
    resource_id: z.string().nullable().describe('The record of the row. Null if there is none'),
    errors: z.array(remark).describe('Why the row was rejected'),
    notices: z.array(remark).describe('Notices: what was changed, left out, or looks like a mistake'),
  })
  .meta({ id: 'ImportRow' })
export type ImportRowShown = z.output<typeof importRowShown>

const sample = z.object({
  line: z.int().describe('Line of the file, from 1'),
  cell: z.string().describe('Cell as in the file'),
  value: z.unknown().describe('How the cell was read. Null if it could not be read or is left out'),
  detail: z.string().nullable().describe('What is wrong with the cell, or was changed when reading it'),
})

export const importInspection = z
  .object({
    type: z.enum(importTypes).describe('Type of the records in the file'),
    file: z
      .object({
        header_line: z.int().describe('Line of the header, or its row in a sheet, from 1'),
        separator: z.string().nullable().describe('Separator of the cells. Null for a workbook'),
        encoding: z
          .object({
            name: z.string().describe('Name of the encoding'),
            confidence: z.number().describe('Confidence from 0 to 1'),
          })
          .nullable()
          .describe('Character encoding of the file and the confidence in it. Null for a workbook'),
        sheets: z.array(z.string()).nullable().describe('Sheets of a workbook'),
        sheet: z.string().nullable().describe('Sheet that is read'),
      })
      .nullable()
      .describe('Format of the table. Null for JSON'),
    options: fileOptionsShown.describe('Options for reading the file, as sent'),
    columns: z
      .array(
        z.object({
          header: z.string().describe('Header as in the file'),
          column: z.string().nullable().describe('Column of the header. Null: the header is ignored'),
          did_you_mean: z
            .string()
            .nullable()
            .describe(
              'For an ignored header: the column that it resembles. Use it in `columns` if it is right',
            ),
          samples: z.array(sample).describe('Up to three different cells of the column'),
        }),
      )
      .describe('Headers in the order of the file'),
    missing: z
      .array(
        z.object({
          column: z.string().describe('Name of the column'),
          example: z.string().describe('Example of a cell of this column'),
          candidates: z.array(z.string()).describe('Ignored headers that may hold this column'),
        }),
      )
      .describe(
        'Columns that new records require and the file lacks, each with ignored headers that may hold it. Map a header with `columns`, or set a value for all rows with `defaults`',
      ),
    suggested_defaults: z
      .record(z.string(), z.string())
      .describe(
        'Example values for the missing columns. Correct them and send them as `defaults`. Columns that differ for each row, such as a name, are not included',
      ),
    notices: z.array(fileNotice).describe('Notices about the whole file'),
    failure: z
      .object({
        code: z.string().describe('Error code'),
        detail: z.string().describe('What is wrong and what to do, as a sentence'),
      })
      .nullable()
      .describe('Why the file cannot be read. Null if it can'),
    rows_read: z.int().describe('Number of rows in the sample: up to 100 from the start of the file'),
    created: z.int().describe('Rows of the sample that would create a record'),
    updated: z.int().describe('Rows of the sample that would change a record'),
    unchanged: z.int().describe('Rows of the sample that would change nothing'),
    rejected: z.int().describe('Rows of the sample with faults'),
    rows: z.array(importRowShown).describe('Rows of the sample with faults or notices'),
  })
  .meta({ id: 'ImportInspection' })
