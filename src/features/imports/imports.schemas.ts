import { z } from 'zod'
import { pageQuery } from '../../platform/http/index.ts'
import * as wire from '../../shared/wire.ts'
import { fileOptionsQuery, fileOptionsShown } from './file-options.schemas.ts'
import { importStates, importTypes, outcomes } from './imports.table.ts'

export const importQuery = z.strictObject({
  type: z.enum(importTypes),
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

export const importRowsQuery = z.strictObject({
  ...pageQuery,
  outcome: z.enum(outcomes).optional(),
  has_notices: z.enum(['true']).optional().describe('`true` lists only rows with notices'),
})

export const importShown = z
  .object({
    id: wire.idOf('import'),
    type: z.enum(importTypes),
    mode: z.enum(['dry_run', 'apply']),
    format: z.enum(['csv', 'ndjson', 'xlsx']).describe('`ndjson` stands for every form of JSON'),
    encoding: z
      .object({ name: z.string(), confidence: z.number().min(0).max(1) })
      .nullable()
      .describe(
        'How the bytes of the file are read as text: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `windows-1252` or `macintosh`, and how sure that is. Null for a workbook',
      ),
    program_id: z.string().nullable(),
    state: z.enum(importStates),
    failure: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .describe('Why the rest of the file was not read. Earlier rows were imported'),
    cohort_id: z.string().nullable(),
    columns: z
      .array(z.object({ header: z.string(), column: z.string().nullable() }))
      .nullable()
      .describe('For CSV: the column that each header stands for. Null means that the header is ignored'),
    options: fileOptionsShown.describe('How the file was to be read, as the request said'),
    bytes: z.int(),
    rows_read: z.int().describe('Sum of created, updated, unchanged and rejected'),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    rows_with_notices: z
      .int()
      .describe('Rows of which something was changed or left out: see the notices of the rows'),
    notices: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .describe('What was changed or left out in the whole file, such as a column that is not known'),
    rows_per_second: z.number().nullable(),
    created_at: wire.instant,
    started_at: wire.instant.nullable(),
    ended_at: wire.instant.nullable(),
  })
  .meta({ id: 'Import' })
export type ImportShown = z.output<typeof importShown>

const remark = z.object({
  column: z.string().nullable().describe('Column of a CSV file or JSON pointer. Null means the whole row'),
  code: z.string(),
  message: z.string(),
  value: z.string().nullable(),
})

export const importRowShown = z
  .object({
    number: z.int().describe('Number of the row in the file, from 1'),
    line: z.int().describe('Line on which the row begins'),
    outcome: z.enum(outcomes),
    external_id: z.string().nullable(),
    resource_id: z.string().nullable(),
    faults: z.array(remark).describe('Why the row was rejected'),
    notices: z.array(remark).describe('What was changed or left out, or looks like a mistake'),
  })
  .meta({ id: 'ImportRow' })
export type ImportRowShown = z.output<typeof importRowShown>

const sample = z.object({
  line: z.int(),
  cell: z.string(),
  value: z.unknown().describe('What the cell was read as. Null if it could not be read or is left out'),
  message: z.string().nullable().describe('What is wrong with the cell, or was changed in reading it'),
})

export const importInspection = z
  .object({
    type: z.enum(importTypes),
    file: z
      .object({
        header_line: z.int().describe('Line of the header, or its row in a sheet, from 1'),
        separator: z.string().nullable(),
        encoding: z.object({ name: z.string(), confidence: z.number() }).nullable(),
        sheets: z.array(z.string()).nullable(),
        sheet: z.string().nullable(),
      })
      .nullable()
      .describe('How the table is written. Null for JSON'),
    options: fileOptionsShown,
    columns: z.array(
      z.object({
        header: z.string(),
        column: z.string().nullable().describe('Null means that the header is ignored'),
        did_you_mean: z.string().nullable().describe('For an ignored header: the column that it resembles'),
        samples: z.array(sample).describe('Up to three different cells'),
      }),
    ),
    missing: z
      .array(z.object({ column: z.string(), example: z.string(), candidates: z.array(z.string()) }))
      .describe(
        'Columns that a new record needs and the file lacks, each with ignored headers that may hold it. Say which with `columns`, or give a cell for all rows with `defaults`',
      ),
    suggested_defaults: z
      .record(z.string(), z.string())
      .describe(
        'Examples of cells for the missing columns. Correct them, and send them as `defaults`. Columns that each row needs for itself, such as a name, are not among them',
      ),
    notices: z.array(z.object({ code: z.string(), message: z.string() })),
    failure: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .describe('Why the file is not read'),
    rows_read: z.int().describe('Rows of the sample: up to 100 from the beginning of the file'),
    created: z.int().describe('Rows of the sample that an import would create'),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    rows: z.array(importRowShown).describe('Rows of the sample with faults or notices'),
  })
  .meta({ id: 'ImportInspection' })
