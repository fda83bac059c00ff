import { parseOrFaults } from '../../shared/faults.ts'
import { bodyOf } from './check-file-options.ts'
import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns.ts'
import { type PlacedColumns, siblingOf } from './columns/placed-columns.ts'
import { valueAt } from './columns/read-value.ts'
import type { FileOptions } from './file-options.ts'
import type { ImportType } from './imports.table.ts'
import { isIdentifiedByTitle } from './keyless-types.ts'
import type { SourceRow } from './source-row.ts'

/** Returns the columns that a new record needs and for which the file has neither a column nor a default. */
export function missingColumns(
  type: ImportType,
  placed: PlacedColumns,
  { hasProgram, key }: { hasProgram: boolean; key: FileOptions['key'] },
): Column[] {
  const isPlaced = (name: string | undefined) => placed.some(({ column }) => column.name === name)
  const filled = new Set(placed.flatMap(({ column }) => fieldsOfPart(column)))
  const needed = neededPaths(type)
  return columnsOf[type].filter(({ name, path, isPart }) => {
    // First and last names together fill the name.
    if (isPart || filled.has(pathText(path)) || isPlaced(name) || isPlaced(siblingOf(name))) return false
    if (name === 'external_id') return key === 'external_id' && !isIdentifiedByTitle(type)
    // People are their own contacts.
    if (type === 'helpers' && name === 'contact_name') return false
    return needed.has(pathText(path)) && !(name === 'program_id' && hasProgram)
  })
}

/** Returns the fields that a part fills, alone or together with others. */
function fieldsOfPart(column: Column): string[] {
  if (!column.isPart) return []
  return [column.path, ...(column.parts?.(true) ?? []).map(([path]) => path)].map(pathText)
}

/** Returns the columns that a new record needs and that no record of a JSON file has. */
export function missingInRecords(
  type: ImportType,
  rows: readonly SourceRow[],
  given: { hasProgram: boolean; key: FileOptions['key'] },
): Column[] {
  const records = rows.filter(({ isRead }) => isRead)
  if (records.length === 0) return []
  const has = ({ name, path }: Column) =>
    name === 'external_id'
      ? records.some(({ externalId }) => externalId)
      : records.some(({ patch }) => valueAt(patch, path) !== undefined)
  const placed = columnsOf[type]
    .filter((column) => !column.isPart && has(column))
    .map((column) => ({ column, at: [], headers: [], levels: [], fallback: '' }))
  return missingColumns(type, placed, given)
}

/** Returns the columns needed for one field, such as `/consent`. None if the field has a column of its own. */
export function neededColumnsOf(type: ImportType, pointer: string): Column[] {
  const needed = neededPaths(type)
  return columnsOf[type].filter(
    ({ path, isPart }) => !isPart && pathText(path).startsWith(`${pointer}/`) && needed.has(pathText(path)),
  )
}

/** Returns the required fields of a body, including those within required objects. */
function neededPaths(type: ImportType): Set<string> {
  const schema = bodyOf[type]
  if (!schema) return new Set()
  const requiredIn = (body: Record<string, unknown>) => {
    const result = parseOrFaults(schema, body)
    const faults = 'faults' in result ? result.faults : []
    return faults.flatMap(({ pointer, code }) => (code === 'required' ? [pointer] : []))
  }
  const roots = requiredIn({})
  const isParent = (root: string) =>
    columnsOf[type].some(({ path }) => path.length > 1 && `/${path[0]}` === root)
  const parents = roots.filter(isParent)
  const within = requiredIn(Object.fromEntries(parents.map((root) => [root.slice(1), {}])))
  return new Set([...roots.filter((root) => !isParent(root)), ...within])
}

function pathText(path: readonly string[]): string {
  return `/${path.join('/')}`
}
