import type { ZodType } from 'zod'
import { didYouMean } from '../../shared/did-you-mean.ts'
import type { Fault } from '../../shared/errors.ts'
import { parseOrFaults, validationFailed } from '../../shared/faults.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { candidateInput } from '../internships/index.ts'
import { helperInput, needInput, offerInput, organizationInput } from '../postings/index.ts'
import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns.ts'
import { siblingOf } from './columns/placed-columns.ts'
import { readDefaults } from './columns/read-defaults.ts'
import { type Detail, detailsOfFault } from './details.ts'
import { hasEmail } from './email-key.ts'
import type { GivenOptions } from './file-options.ts'
import type { ImportType } from './imports.table.ts'

/** Converts the path of an option to the pointer that names it in the request. */
export type ToPointer = (path: readonly PropertyKey[]) => string

/** Columns with personal details: each student has their own, so they have no default. */
const PERSONAL_COLUMNS = ['name', 'email', 'phone']

export const bodyOf: Readonly<Partial<Record<ImportType, ZodType>>> = {
  candidates: candidateInput,
  needs: needInput,
  offers: offerInput,
  organizations: organizationInput,
  helpers: helperInput,
}

/**
 * Throws `validation_failed` listing every fault: unknown columns, defaults that can't be read or that differ for each row,
 * and a key that this type does not have.
 */
export function checkFileOptions(type: ImportType, options: GivenOptions, toPointer: ToPointer): void {
  const faults = findOptionFaults(type, options, toPointer)
  if (faults.length > 0) throw validationFailed(faults)
}

/** Returns the faults that `checkFileOptions` throws. */
export function findOptionFaults(type: ImportType, options: GivenOptions, toPointer: ToPointer): Fault[] {
  return [
    ...chosenFaults(type, options, toPointer),
    ...defaultFaults(type, options, toPointer),
    ...keyFaults(type, options, toPointer),
  ]
}

function chosenFaults(type: ImportType, { columns = {} }: GivenOptions, toPointer: ToPointer): Fault[] {
  return Object.entries(columns).flatMap(([header, column]) => {
    const pointer = toPointer(['columns', header])
    if (header.trim() === '') return [fault(pointer, message('fault_of_office', { what: 'header_blank' }))]
    return column === null ? [] : unknownColumn(type, column, pointer)
  })
}

function keyFaults(type: ImportType, { key, defaults = {} }: GivenOptions, toPointer: ToPointer): Fault[] {
  if (key !== 'email') return []
  if (!hasEmail(type)) return [fault(toPointer(['key']), message('fault_no_email', { type }))]
  const pointer = toPointer(['defaults', 'email'])
  return type !== 'candidates' && 'email' in defaults
    ? [fault(pointer, message('fault_of_office', { what: 'email_per_row' }))]
    : []
}

function defaultFaults(type: ImportType, { defaults = {} }: GivenOptions, toPointer: ToPointer): Fault[] {
  const known = columnsOf[type]
  const refused = refusedValues(type, defaults)
  return Object.keys(defaults).flatMap((name) => {
    const pointer = toPointer(['defaults', name])
    const column = known.find((one) => one.name === name)
    if (!column) return unknownColumn(type, name, pointer)
    if (isPerRow(type, name)) return [fault(pointer, message('fault_per_row', { column: name }))]
    const sibling = siblingOf(name)
    if (sibling && sibling < name && sibling in defaults)
      return [fault(pointer, message('fault_one_default', { column: name, other: sibling }))]
    const messages = refused(column)
    return messages ? [{ pointer, code: 'invalid_value', messages }] : []
  })
}

/** Tells whether a column differs for each row, so that it can't have a default. */
export function isPerRow(type: ImportType, name: string): boolean {
  return name === 'external_id' || (type === 'candidates' && PERSONAL_COLUMNS.includes(name))
}

/** Explains why the default of a column can't be read. Uses the readers and rules of its cells. */
function refusedValues(
  type: ImportType,
  defaults: Readonly<Record<string, string>>,
): (column: Column) => readonly Detail[] | undefined {
  const read = readDefaults(columnsOf[type], defaults)
  // Names of parents are looked up later, once everything else can be read.
  const body = Object.fromEntries(
    Object.entries(read.patch).filter(([field]) => !field.endsWith('_external_id')),
  )
  const schema = bodyOf[type]
  const result = schema ? parseOrFaults(schema, body) : null
  const faults = result && 'faults' in result ? result.faults.filter(({ code }) => code !== 'required') : []
  return ({ name, path }) => {
    const reason = read.faults.get(name)
    if (reason !== undefined) return reason
    const own = `/${path.join('/')}`
    const refusal = faults.find(({ pointer }) => pointer === own || pointer.startsWith(`${own}/`))
    return refusal && detailsOfFault(refusal)
  }
}

function unknownColumn(type: ImportType, name: string, pointer: string): Fault[] {
  const names = columnsOf[type].map((one) => one.name)
  if (names.includes(name)) return []
  const meant = didYouMean(name, names) ?? null
  const said = message('fault_column_unknown', { column: name, type, meant, columns: names })
  return [{ pointer, code: 'unknown_column', messages: [said] }]
}

function fault(pointer: string, said: Message): Fault {
  return { pointer, code: 'invalid_value', messages: [said] }
}
