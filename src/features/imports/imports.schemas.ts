import { z } from 'zod'
import { severalOf } from '../../platform/db/index.ts'
import { pageQuery } from '../../platform/http/index.ts'
import * as wire from '../../shared/wire.ts'
import { fileOptionsQuery, fileOptionsShown } from './file-options.schemas.ts'
import { importStatuses, importTypes, outcomes } from './imports.table.ts'

export const importQuery = z.strictObject({
  type: z.enum(importTypes).describe('What the rows of the file are'),
  mode: z
    .enum(['inspect', 'dry_run', 'apply'])
    .describe(
      '`inspect` answers at once how the first rows would be understood. `dry_run` reports what would happen with all rows. Neither changes anything',
    ),
  program_id: wire.idOf('program').optional().describe('Program for candidates whose row has no program'),
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
  code: z.string().describe('What the notice is about, for programs'),
  detail: z.string().describe('What was changed or left out, for people'),
})

export const importShown = z
  .object({
    id: wire.idOf('import'),
    type: z.enum(importTypes).describe('What the rows of the file are'),
    mode: z.enum(['dry_run', 'apply']).describe('`dry_run` writes nothing'),
    format: z.enum(['csv', 'ndjson', 'xlsx']).describe('`ndjson` stands for every form of JSON'),
    encoding: z
      .object({
        name: z.string().describe('Name of the encoding'),
        confidence: z.number().min(0).max(1).describe('From 0 to 1: how sure that is'),
      })
      .nullable()
      .describe(
        'How the bytes of the file are read as text: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `windows-1252` or `macintosh`, and how sure that is. Null for a workbook',
      ),
    program_id: z.string().nullable().describe('Program for candidates whose row has no program'),
    status: z
      .enum(importStatuses)
      .describe('`receiving` the file, `queued`, `running`, then `done`, `failed` or `cancelled`'),
    failure: z
      .object({
        code: z.string().describe('Error code'),
        detail: z.string().describe('What is wrong and what to do, for people'),
      })
      .nullable()
      .describe('Why the rest of the file was not read. Earlier rows were imported'),
    cohort_id: z.string().nullable().describe('The cohort of imported preferences'),
    columns: z
      .array(
        z.object({
          header: z.string().describe('The header as it is in the file'),
          column: z.string().nullable().describe('Null means that the header is ignored'),
        }),
      )
      .nullable()
      .describe('For CSV: the column that each header stands for. Null means that the header is ignored'),
    options: fileOptionsShown.describe('How the file was to be read, as the request said'),
    bytes: z.int().describe('Size of the file in bytes'),
    rows_read: z.int().describe('Sum of created, updated, unchanged and rejected'),
    created: z.int().describe('Rows that made a new record, or would'),
    updated: z.int().describe('Rows that changed a record, or would'),
    unchanged: z.int().describe('Rows that changed nothing'),
    rejected: z.int().describe('Rows with faults'),
    rows_with_notices: z
      .int()
      .describe('Rows of which something was changed or left out: see the notices of the rows'),
    notices: z
      .array(fileNotice)
      .describe('What was changed or left out in the whole file, such as a column that is not known'),
    rows_per_second: z.number().nullable().describe('Rows read per second. Null before the first'),
    created_at: wire.instant,
    started_at: wire.instant.nullable().describe('When the import began'),
    ended_at: wire.instant.nullable().describe('When the import ended'),
    undone_at: wire.instant.nullable().describe('When what the import had written was taken back'),
    kept: z
      .object({
        count: z.int().describe('How many records stay as the import has left them'),
        named: z
          .array(
            z.object({
              id: z.string().describe('Id of the record'),
              code: z.string().describe('What followed from it, for programs'),
              detail: z.string().describe('What followed from it, for people'),
            }),
          )
          .describe('Up to 100 of them'),
      })
      .nullable()
      .describe(
        'Of an undone import: records that it had changed and that were not brought back, because something followed from them. Null if there are none',
      ),
  })
  .meta({ id: 'Import' })
export type ImportShown = z.output<typeof importShown>

const remark = z.object({
  pointer: z
    .string()
    .nullable()
    .describe('Column of a table or JSON pointer (RFC 6901) into a document. Null means the whole row'),
  code: z.string().describe('What the remark is about, for programs'),
  detail: z.string().describe('What is wrong or was changed, for people'),
  value: z.string().nullable().describe('The cell or the value'),
})

export const importRowShown = z
  .object({
    number: z.int().describe('Number of the row in the file, from 1'),
    line: z.int().describe('Line on which the row begins'),
    outcome: z.enum(outcomes).describe('What happened to the row, or would'),
    external_id: z.string().nullable().describe('Your id in the row'),
    resource_id: z.string().nullable().describe('The record of the row. Null if there is none'),
    errors: z.array(remark).describe('Why the row was rejected'),
    notices: z.array(remark).describe('What was changed or left out, or looks like a mistake'),
  })
  .meta({ id: 'ImportRow' })
export type ImportRowShown = z.output<typeof importRowShown>

const sample = z.object({
  line: z.int().describe('Line of the file, from 1'),
  cell: z.string().describe('The cell as it is in the file'),
  value: z.unknown().describe('What the cell was read as. Null if it could not be read or is left out'),
  detail: z.string().nullable().describe('What is wrong with the cell, or was changed in reading it'),
})

export const importInspection = z
  .object({
    type: z.enum(importTypes).describe('What the rows of the file are'),
    file: z
      .object({
        header_line: z.int().describe('Line of the header, or its row in a sheet, from 1'),
        separator: z
          .string()
          .nullable()
          .describe('Character between the cells of a line. Null for a workbook'),
        encoding: z
          .object({
            name: z.string().describe('Name of the encoding'),
            confidence: z.number().describe('From 0 to 1: how sure that is'),
          })
          .nullable()
          .describe('How the bytes are read as text. Null for a workbook'),
        sheets: z.array(z.string()).nullable().describe('Sheets of a workbook'),
        sheet: z.string().nullable().describe('Sheet of a workbook that is read'),
      })
      .nullable()
      .describe('How the table is written. Null for JSON'),
    options: fileOptionsShown.describe('How the file was to be read, as the request said'),
    columns: z
      .array(
        z.object({
          header: z.string().describe('The header as it is in the file'),
          column: z.string().nullable().describe('Null means that the header is ignored'),
          did_you_mean: z.string().nullable().describe('For an ignored header: the column that it resembles'),
          samples: z.array(sample).describe('Up to three different cells'),
        }),
      )
      .describe('Headers of the file in their order'),
    missing: z
      .array(
        z.object({
          column: z.string().describe('Name of the column'),
          example: z.string().describe('A cell that the column could hold'),
          candidates: z.array(z.string()).describe('Ignored headers that may hold it'),
        }),
      )
      .describe(
        'Columns that a new record needs and the file lacks, each with ignored headers that may hold it. Say which with `columns`, or give a cell for all rows with `defaults`',
      ),
    suggested_defaults: z
      .record(z.string(), z.string())
      .describe(
        'Examples of cells for the missing columns. Correct them, and send them as `defaults`. Columns that each row needs for itself, such as a name, are not among them',
      ),
    notices: z.array(fileNotice).describe('What was changed or left out in the whole file'),
    failure: z
      .object({
        code: z.string().describe('Error code'),
        detail: z.string().describe('What is wrong and what to do, for people'),
      })
      .nullable()
      .describe('Why the file is not read'),
    rows_read: z.int().describe('Rows of the sample: up to 100 from the beginning of the file'),
    created: z.int().describe('Rows of the sample that an import would create'),
    updated: z.int().describe('Rows of the sample that an import would change a record with'),
    unchanged: z.int().describe('Rows of the sample that would change nothing'),
    rejected: z.int().describe('Rows of the sample with faults'),
    rows: z.array(importRowShown).describe('Rows of the sample with faults or notices'),
  })
  .meta({ id: 'ImportInspection' })
