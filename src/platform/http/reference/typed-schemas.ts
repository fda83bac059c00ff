type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Schema = { [key: string]: Json }

const ALL_TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object']
/** Keys of a schema that hold one schema, a list of schemas, or schemas by name. */
const ONE = ['items', 'additionalProperties', 'not', 'schema']
const LISTS = ['anyOf', 'oneOf', 'allOf']
const BY_NAME = ['properties', 'schemas']

/**
 * Copies an OpenAPI document so that each schema has a `type`, even if its variants imply it. The meaning is
 * the same. The viewer of the reference treats a schema without one as an error. Yields once per path and
 * schema.
 */
export function* typedDocument(document: object): Generator<void, object> {
  // An OpenAPI document is JSON. Its parts are copied before they are changed.
  const { paths, webhooks, components, ...rest } = document as Schema
  const named = objectOf(objectOf(components).schemas)
  function* typed(parts: Json | undefined, isSchema: boolean): Generator<void, Schema> {
    const copies: Schema = {}
    for (const [name, part] of Object.entries(objectOf(parts))) {
      // Faster than structuredClone, and the part is JSON.
      const copy = JSON.parse(JSON.stringify(part))
      visit(copy, (schema) => addType(schema, named), isSchema)
      copies[name] = copy
      yield
    }
    return copies
  }
  return {
    ...rest,
    paths: yield* typed(paths, false),
    webhooks: yield* typed(webhooks, false),
    components: { ...objectOf(components), schemas: yield* typed(named, true) },
  }
}

function addType(schema: Schema, named: Schema): void {
  if ('$ref' in schema || 'type' in schema) return
  const types = typesOf(schema, named)
  schema.type = types.length === 1 ? (types[0] ?? null) : types
}

/** Calls a function with each schema of the document. */
function visit(node: Json, change: (schema: Schema) => void, isSchema = false): void {
  if (Array.isArray(node)) for (const one of node) visit(one, change, isSchema)
  else if (typeof node === 'object' && node !== null) {
    if (isSchema) change(node)
    for (const [key, value] of Object.entries(node)) {
      // An example may have any of these keys.
      if (key === 'example' || key === 'examples') continue
      if (BY_NAME.includes(key)) for (const one of Object.values(objectOf(value))) visit(one, change, true)
      else visit(value, change, ONE.includes(key) || LISTS.includes(key))
    }
  }
}

function typesOf(schema: Schema, named: Schema): Json[] {
  if (typeof schema.$ref === 'string')
    return typesOf(objectOf(named[schema.$ref.split('/').at(-1) ?? '']), named)
  if (schema.type !== undefined) return [schema.type].flat()
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (Array.isArray(variants))
    return unique(variants.map(objectOf).flatMap((variant) => typesOf(variant, named)))
  if (schema.properties) return ['object']
  if (Array.isArray(schema.enum)) return unique(schema.enum.map(typeOfValue))
  return 'const' in schema ? [typeOfValue(schema.const ?? null)] : ALL_TYPES
}

function typeOfValue(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function unique(types: Json[]): Json[] {
  return [...new Set(types)]
}

function objectOf(value: Json | undefined): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
