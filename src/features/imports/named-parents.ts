import type { Queryable } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import type { Fault } from '../../shared/errors.ts'
import { isId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { createProgramsRepository, createStudentSearch } from '../internships/index.ts'
import {
  type CalledRecord,
  createHelpersRepository,
  createOrganizationsRepository,
  externalField,
  findMergedFaults,
  type NameSearch,
} from '../postings/index.ts'
import type { PlacedColumns } from './columns/placed-columns.ts'
import type { Detail } from './details.ts'
import type { ImportType, RowRemark } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'
import { shortened } from './values/reading.ts'

/** What the rows of a type belong to. */
interface ParentKind {
  name: 'program' | 'organization' | 'helper'
  prefix: 'program' | 'org' | 'helper'
  field: string
  /** Separate column for the name, besides those of the ids. */
  nameField?: string
  createSearch(db: Queryable): NameSearch
  /** Whether a row joins the parent that the import names, if the row's own is unknown. */
  takesDefault: boolean
}

const kinds: Readonly<Partial<Record<ImportType, ParentKind>>> = {
  candidates: {
    ...{ name: 'program', prefix: 'program', field: 'program_id', takesDefault: true },
    createSearch: createProgramsRepository,
  },
  // No default: work for another organization than the row says would be wrong.
  needs: {
    ...{ name: 'organization', prefix: 'org', field: 'organization_id', takesDefault: false },
    createSearch: createOrganizationsRepository,
  },
  hours: {
    ...{ name: 'helper', prefix: 'helper', field: 'helper_id', takesDefault: false },
    nameField: 'helper_name',
    createSearch: createWorkerSearch,
  },
  offers: {
    ...{ name: 'helper', prefix: 'helper', field: 'helper_id', takesDefault: false },
    createSearch: createHelpersRepository,
  },
}

const MOST_NAMED = 4

interface Ports {
  type: ImportType
  placed: PlacedColumns
  /** The program that the import names. */
  programId: string | null
  remarksOn(row: SourceRow): (fault: Fault) => RowRemark
}

/** Searches helpers and students, since offices have timesheets of both. */
function createWorkerSearch(db: Queryable): NameSearch {
  const helpers = createHelpersRepository(db)
  const students = createStudentSearch(db)
  // One behind the other: a connection of a transaction takes one statement at a time.
  return {
    findByKeys: async (partnerId, texts) => [
      ...(await helpers.findByKeys(partnerId, texts)),
      ...(await students.findByKeys(partnerId, texts)),
    ],
    findByNames: async (partnerId, names) => [
      ...(await helpers.findByNames(partnerId, names)),
      ...(await students.findByNames(partnerId, names)),
    ],
  }
}

/** What a text of a row refers to. */
type Meaning =
  | { kind: 'one'; record: CalledRecord }
  | { kind: 'several'; records: CalledRecord[] }
  /** Refused with its own reason when the row is merged. */
  | { kind: 'refused' }
  | { kind: 'unknown' }

/**
 * Resolves the programs, organizations or helpers that rows name by id, external id or name, in whichever column. An unknown
 * program is replaced by that of the import, with a notice. Any other unknown or ambiguous name is a fault.
 */
export async function withNamedParents(
  ctx: Context,
  rows: readonly SourceRow[],
  { type, placed, programId, remarksOn }: Ports,
): Promise<readonly SourceRow[]> {
  const kind = kinds[type]
  if (!kind) return rows
  const texts = [...new Set(rows.flatMap((row) => textsOf(kind, row).map(({ text }) => text)))]
  if (texts.length === 0) return rows
  const meaningOf = await findMeanings(ctx, kind, texts)
  const other = defaultOf(kind, { placed, programId })
  return rows.map((row) => withParent(row, { kind, meaningOf, other, remarksOn }))
}

interface Given {
  field: string
  text: string
}

function textsOf({ field, nameField }: ParentKind, { isRead, patch }: SourceRow): Given[] {
  if (!isRead) return []
  return [field, externalField(field), ...(nameField ? [nameField] : [])].flatMap((one) => {
    const text = patch[one]
    return typeof text === 'string' && text !== '' ? [{ field: one, text }] : []
  })
}

async function findMeanings(
  ctx: Context,
  kind: ParentKind,
  texts: readonly string[],
): Promise<(text: string) => Meaning> {
  const search = kind.createSearch(ctx.db)
  const keyed = await search.findByKeys(ctx.actor.partnerId, texts)
  const byKey = new Map(
    keyed.flatMap((record) => [[record.id, record] as const, [record.externalId, record] as const]),
  )
  const named = texts.filter((text) => !byKey.has(text))
  const called = named.length === 0 ? [] : await search.findByNames(ctx.actor.partnerId, named)
  const byName = Map.groupBy(called, ({ name }) => folded(name))
  const merged =
    kind.name === 'program' || named.length === 0 ? new Map() : await findMergedFaults(ctx, kind.name, named)
  return (text) => {
    const record = byKey.get(text)
    if (record) return { kind: 'one', record }
    const [first, ...others] = byName.get(folded(text)) ?? []
    if (first && others.length > 0) return { kind: 'several', records: [first, ...others] }
    if (first) return { kind: 'one', record: first }
    const isRefused = merged.has(text) || (!kind.takesDefault && isId(kind.prefix, text))
    return { kind: isRefused ? 'refused' : 'unknown' }
  }
}

function folded(name: string): string {
  return name.trim().toLowerCase()
}

/** Returns the field and value for rows that name no parent, or null. */
function defaultOf(
  { field, takesDefault }: ParentKind,
  { placed, programId }: Pick<Ports, 'placed' | 'programId'>,
): Given | null {
  if (!takesDefault) return null
  if (programId !== null) return { field, text: programId }
  const names = [field, externalField(field)]
  const given = placed.find(({ column, fallback }) => names.includes(column.name) && fallback !== '')
  return given ? { field: given.column.name, text: given.fallback } : null
}

function withParent(
  row: SourceRow,
  {
    kind,
    meaningOf,
    other,
    remarksOn,
  }: { kind: ParentKind; meaningOf(text: string): Meaning; other: Given | null } & Pick<Ports, 'remarksOn'>,
): SourceRow {
  const given = textsOf(kind, row).map((one) => ({ ...one, meaning: meaningOf(one.text) }))
  if (given.length === 0 || given.some(({ meaning }) => meaning.kind === 'refused')) return row
  const remark = (one: Given, code: string, detail: Detail): RowRemark => ({
    ...remarksOn(row)({ pointer: `/${one.field}`, code, messages: [detail] }),
    value: one.text,
  })
  const own = [kind.field, externalField(kind.field), kind.nameField]
  const rest = Object.fromEntries(Object.entries(row.patch).filter(([field]) => !own.includes(field)))
  const known = new Map(
    given.flatMap(({ meaning }) =>
      meaning.kind === 'one' ? [[meaning.record.id, meaning.record] as const] : [],
    ),
  )
  const [found, ...more] = known.values()
  const open = given.filter(({ meaning }) => meaning.kind !== 'one')
  const [last] = given
  if (found && more.length > 0 && last) {
    const names = [found, ...more].map(callOf)
    const fault = remark(last, 'two_values', message('import_parents_differ', { noun: kind.name, names }))
    return { ...row, faults: [...row.faults, fault] }
  }
  const [first] = open
  if (!first) return found ? { ...row, patch: { ...rest, [kind.field]: found.id } } : row
  if (!found && other === null)
    return {
      ...row,
      faults: [...row.faults, ...open.map((one) => remark(one, ...describeUnresolved(kind, one)))],
    }
  const instead = found ? callOf(found) : null
  const notices = open.map((one) =>
    remark(
      one,
      'unknown_left_out',
      message('import_parent_left_out', {
        noun: kind.name,
        text: shortened(one.text),
        areSeveral: one.meaning.kind === 'several',
        instead,
      }),
    ),
  )
  const parent = found ? { [kind.field]: found.id } : other ? { [other.field]: other.text } : {}
  return { ...row, patch: { ...rest, ...parent }, notices: [...row.notices, ...notices] }
}

/** Returns the code and message for a text that refers to nothing, or to several records. */
function describeUnresolved(
  { name }: ParentKind,
  { text, meaning }: Given & { meaning: Meaning },
): [string, Detail] {
  if (meaning.kind !== 'several')
    return [`${name}_not_found`, message('import_parent_unknown', { noun: name, text: shortened(text) })]
  const names = meaning.records.slice(0, MOST_NAMED).map(({ id, externalId }) => externalId ?? id)
  const areMore = meaning.records.length > MOST_NAMED
  return [
    `${name}_ambiguous`,
    message('import_parent_ambiguous', { noun: name, text: shortened(text), names, areMore }),
  ]
}

function callOf({ id, externalId, name }: CalledRecord): string {
  return `“${shortened(name)}” (${externalId ?? id})`
}
