import type { Context } from '../../platform/events/index.ts'
import type { ResourceName } from '../../shared/errors.ts'
import { parameterPointer, unknownReference, validationFailed } from '../../shared/faults.ts'
import { type IdPrefix, isId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { createProgramsRepository } from '../internships/index.ts'
import {
  createHelpersRepository,
  createOrganizationsRepository,
  externalField,
  type KeyRepository,
} from '../postings/index.ts'
import { checkFileOptions, type ToPointer } from './check-file-options.ts'
import type { GivenOptions } from './file-options.ts'
import type { ImportRun } from './imports.table.ts'

interface ParentField {
  prefix: IdPrefix
  name: ResourceName
  keys(ctx: Context): KeyRepository
}

/** Columns that name another record of the partner. */
const parents: Readonly<Record<string, ParentField>> = {
  program_id: { prefix: 'program', name: 'program', keys: ({ db }) => createProgramsRepository(db) },
  organization_id: {
    prefix: 'org',
    name: 'organization',
    keys: ({ db }) => createOrganizationsRepository(db),
  },
  helper_id: { prefix: 'helper', name: 'helper', keys: ({ db }) => createHelpersRepository(db) },
}

/** Options for reading a table. */
const OF_TABLES = ['columns', 'dateFormat', 'decimal', 'sheet'] as const
const PARAMETER = {
  columns: 'columns',
  dateFormat: 'date_format',
  decimal: 'decimal',
  sheet: 'sheet',
} as const

/** Throws `validation_failed` for options that the type, the format or the partner's records rule out. */
export async function requireOptions(
  ctx: Context,
  { type, format, options }: Pick<ImportRun, 'type' | 'format'> & { options: GivenOptions },
): Promise<void> {
  checkFileOptions(type, options, parameterPointer)
  const unfit = unfitOptions({ type, format, options })
  if (unfit.length > 0)
    throw validationFailed(
      unfit.map((option) => ({
        pointer: `?${PARAMETER[option]}`,
        code: 'invalid_value',
        messages: [message('fault_of_office', { what: 'options_of_tables' })],
      })),
    )
  await requireParentsOf(ctx, options, parameterPointer)
}

/** Returns the table options that don't apply to a JSON file. */
export function unfitOptions({
  type,
  format,
  options,
}: Pick<ImportRun, 'type' | 'format'> & { options: GivenOptions }): (typeof OF_TABLES)[number][] {
  return (format === 'ndjson' ? OF_TABLES : []).filter(
    // Résumés have dates as people write them.
    (option) => options[option] !== undefined && !(option === 'dateFormat' && type === 'candidates'),
  )
}

/** Throws `validation_failed` for a default that names a record which the partner does not have. */
export async function requireParentsOf(
  ctx: Context,
  { defaults = {} }: GivenOptions,
  toPointer: ToPointer,
): Promise<void> {
  const { partnerId } = ctx.actor
  for (const [field, { prefix, name, keys }] of Object.entries(parents)) {
    for (const column of [field, externalField(field)]) {
      const text = defaults[column]?.trim()
      if (text === undefined) continue
      const among = column === field ? { ids: isId(prefix, text) ? [text] : [] } : { externalIds: [text] }
      const found = await keys(ctx).findKeys(partnerId, among)
      if (found.length === 0) throw unknownReference(toPointer(['defaults', column]), name)
    }
  }
}
