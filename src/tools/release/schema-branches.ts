/** A JSON Schema of an OpenAPI 3.1 document, or the whole document. */
export type Schema = Readonly<Record<string, unknown>>

/** A schema with a single type and no alternatives. */
export interface Branch {
  type: string
  /** Without keywords of other types. `const` is an `enum` with one value. */
  schema: Schema
  /** The named schema that contains it, and the number of the branch in it. */
  name: string | null
  key: string
}

const TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object']
const KEYWORDS: Record<string, readonly string[]> = {
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  array: ['minItems', 'maxItems', 'uniqueItems', 'items'],
  object: [
    'properties',
    'required',
    'additionalProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
  ],
}
/** Keywords that apply to only one type. */
export const TYPED_KEYWORDS = Object.values(KEYWORDS).flat()

/** Splits a schema into one branch per type and alternative. A schema without a type accepts every type. */
export function branchesOf(document: Schema, schema: unknown): Branch[] {
  const { $ref: ref, ...rest } = recordOf(schema)
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1) ?? ref
    return branchesOf(document, { ...targetOf(document, ref), ...rest }).map((branch, at) =>
      branch.name === null ? { ...branch, name, key: `${name} ${at}` } : branch,
    )
  }
  if (Array.isArray(rest.allOf)) return branchesOf(document, joined(document, rest))
  const { anyOf, oneOf, ...common } = rest
  const alternatives = listOf(anyOf ?? oneOf)
  if (alternatives.length > 0)
    return alternatives.flatMap((one) => branchesOf(document, { ...common, ...recordOf(one) }))
  const values = valuesOf(rest)
  const types = rest.type === undefined ? (values?.map(typeOf) ?? TYPES) : [rest.type].flat()
  return [...new Set(types)].map((type) => branchOf(rest, String(type), values))
}

/**
 * Merges the parts of `allOf` into one schema: their properties together, with all constraints of each
 * property.
 */
function joined(document: Schema, { allOf, ...own }: Schema): Schema {
  const parts = [...listOf(allOf), own].map((part) => dereferenced(document, part))
  const properties = parts.map((part) => recordOf(part.properties)).reduce(merged, {})
  return Object.assign({}, ...parts, { properties, required: parts.flatMap((part) => listOf(part.required)) })
}

function merged(these: Schema, those: Schema): Schema {
  return Object.fromEntries(
    Object.entries({ ...these, ...those }).map(([name, property]) => [
      name,
      name in these && name in those ? { ...recordOf(these[name]), ...recordOf(property) } : property,
    ]),
  )
}

function dereferenced(document: Schema, schema: unknown): Schema {
  const { $ref: ref, ...rest } = recordOf(schema)
  return typeof ref === 'string' ? { ...dereferenced(document, targetOf(document, ref)), ...rest } : rest
}

function branchOf(schema: Schema, type: string, values: readonly unknown[] | null): Branch {
  const jsonType = type === 'integer' ? 'number' : type
  const own = KEYWORDS[jsonType] ?? []
  const { const: _, ...kept } = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => own.includes(keyword) || !TYPED_KEYWORDS.includes(keyword)),
  )
  const fitting = values?.filter((value) => typeOf(value) === jsonType)
  return { type, schema: { ...kept, type, ...(fitting && { enum: fitting }) }, name: null, key: '' }
}

function valuesOf(schema: Schema): readonly unknown[] | null {
  if ('const' in schema) return [schema.const]
  return Array.isArray(schema.enum) ? schema.enum : null
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function targetOf(document: Schema, ref: string): Schema {
  const target = ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => recordOf(at)[key], document)
  if (!isObject(target)) throw new Error(`${ref} is nowhere`)
  return target
}

export function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function recordOf(value: unknown): Schema {
  return isObject(value) ? value : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
