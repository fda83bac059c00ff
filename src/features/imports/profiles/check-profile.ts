import type { Context } from '../../../platform/events/index.ts'
import type { Fault } from '../../../shared/errors.ts'
import { bodyPointer, validationFailed } from '../../../shared/faults.ts'
import { message } from '../../../shared/messages/index.ts'
import { findOptionFaults } from '../check-file-options.ts'
import type { Column } from '../columns/column.ts'
import { columnsOf } from '../columns/columns.ts'
import type { GivenOptions } from '../file-options.ts'
import type { ImportType } from '../imports.table.ts'
import { requireParentsOf } from '../require-options.ts'

const OF_A_PERSON = new Set(['name', 'preferred_name', 'email', 'phone'])
const EMAIL = /\S@\S/

/**
 * Throws `validation_failed` for options that the type or the partner's records rule out, and for personal details among the
 * defaults: profiles are stored for good, and no erasure searches them.
 */
export async function checkProfile(ctx: Context, type: ImportType, options: GivenOptions): Promise<void> {
  const personal = personalFaults(type, options)
  const isOther = ({ pointer }: Fault) => !personal.some((one) => one.pointer === pointer)
  const faults = [...findOptionFaults(type, options, bodyPointer).filter(isOther), ...personal]
  if (faults.length > 0) throw validationFailed(faults)
  await requireParentsOf(ctx, options, bodyPointer)
}

function personalFaults(type: ImportType, { defaults = {} }: GivenOptions): Fault[] {
  const personal = new Set(columnsOf[type].filter(isOfAPerson).map(({ name }) => name))
  return Object.entries(defaults).flatMap(([name, cell]) => {
    const said = personal.has(name)
      ? message('fault_detail_kept', { column: name })
      : EMAIL.test(cell) && message('fault_of_office', { what: 'email_kept' })
    return said ? [{ pointer: bodyPointer(['defaults', name]), code: 'invalid_value', messages: [said] }] : []
  })
}

function isOfAPerson({ kind, path }: Column): boolean {
  return kind === 'name' || OF_A_PERSON.has(path.at(-1) ?? '')
}
