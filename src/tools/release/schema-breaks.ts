import { isDeepStrictEqual } from 'node:util'
import {
  type Branch,
  branchesOf,
  isObject,
  listOf,
  recordOf,
  type Schema,
  TYPED_KEYWORDS,
} from './schema-branches.ts'

/** Direction: request or response. */
export type Direction = 'request' | 'answer'

export interface SchemaBreak {
  code: string
  /** The named schema that it is in; null where it is in none. */
  name: string | null
  /** `/data/[]/title`: a property of the items of another. */
  path: string
}

/** Two states of one document. */
export interface Documents {
  old: Schema
  now: Schema
}

const COMPARED = new Set([...TYPED_KEYWORDS, 'type', 'enum', 'default'])
const REMARKS = new Set(['title', 'description', 'examples', 'example', 'deprecated', '$schema', '$id', 'id'])
const MOST = ['maxLength', 'maxItems', 'maxProperties']
const LEAST = ['minLength', 'minItems', 'minProperties']

/**
 * Finds what breaks a client when a schema changes: where a request takes less than it did, or an answer may hold what
 * it could not, or lacks what it had. A keyword that is not known here breaks whenever it changes.
 */
export function createSchemaBreaks(documents: Documents, direction: Direction) {
  const isRequest = direction === 'request'
  const change = isRequest ? 'narrowed' : 'widened'
  const known = new Map<string, SchemaBreak[]>()

  function compare(old: unknown, now: unknown, path: string): SchemaBreak[] {
    if (takesAll(isRequest ? now : old)) return []
    const [olds, nows] = [branchesOf(documents.old, old), branchesOf(documents.now, now)]
    const [from, to] = isRequest ? [olds, nows] : [nows, olds]
    return from.flatMap((branch) => {
      const each = to
        .filter(({ type }) => type === branch.type || (type === 'number' && branch.type === 'integer'))
        .map((other) =>
          compareBranches(...(isRequest ? ([branch, other] as const) : ([other, branch] as const)), path),
        )
      // One that takes it all will do; else the most alike tells best what has changed.
      const [best] = each.sort((a, b) => a.length - b.length)
      return best ?? [broken(`type-${change}`, path)]
    })
  }

  /** What is in a named schema is found once, and nothing as long as it is being looked for: it may hold itself. */
  function compareBranches(old: Branch, now: Branch, path: string): SchemaBreak[] {
    if (old.name === null || old.name !== now.name) return compareSchemas(old.schema, now.schema, path)
    const key = `${old.key} ${now.key}`
    const found = known.get(key) ?? []
    if (!known.has(key)) {
      known.set(key, found)
      for (const one of compareSchemas(old.schema, now.schema, ''))
        found.push({ ...one, name: one.name ?? old.name })
    }
    return found
  }

  function compareSchemas(old: Schema, now: Schema, path: string): SchemaBreak[] {
    const [from, to] = isRequest ? [old, now] : [now, old]
    return [
      ...narrowings(from, to).map((sort) => broken(`${sort}-${change}`, path)),
      ...(isRequest && 'default' in old && !isDeepStrictEqual(old.default, now.default)
        ? [broken('default-changed', path)]
        : []),
      ...(differInUnknown(old, now) ? [broken('schema-changed', path)] : []),
      ...(old.type === 'array' ? compare(old.items, now.items, `${path}/[]`) : []),
      ...(old.type === 'object' ? compareProperties(old, now, path) : []),
    ]
  }

  function compareProperties(old: Schema, now: Schema, path: string): SchemaBreak[] {
    const [had, has] = [recordOf(old.properties), recordOf(now.properties)]
    const [demanded, demands] = [listOf(old.required), listOf(now.required)]
    const promised = isRequest
      ? demands.filter((name) => !demanded.includes(name))
      : demanded.filter((name) => !demands.includes(name) && String(name) in has)
    const anyName = { type: 'string' }
    return [
      ...Object.entries(had).flatMap(([name, property]) =>
        name in has
          ? compare(property, has[name], `${path}/${name}`)
          : [broken('property-removed', `${path}/${name}`)],
      ),
      ...promised.map((name) =>
        broken(isRequest ? 'property-required' : 'property-optional', `${path}/${name}`),
      ),
      ...compareOthers(old.additionalProperties ?? true, now.additionalProperties ?? true, `${path}/{}`),
      ...compare(old.propertyNames ?? anyName, now.propertyNames ?? anyName, `${path}/{}`),
    ]
  }

  /** Of properties without a name of their own. More of these in an answer break nobody who did not look for them. */
  function compareOthers(old: unknown, now: unknown, path: string): SchemaBreak[] {
    if (old === false || (!isRequest && !isObject(old))) return []
    return now === false ? [broken('property-removed', path)] : compare(old, now, path)
  }

  return (old: unknown, now: unknown): SchemaBreak[] => compare(old, now, '')
}

function takesAll(schema: unknown): boolean {
  return schema === undefined || schema === true || (isObject(schema) && Object.keys(schema).length === 0)
}

function broken(code: string, path: string): SchemaBreak {
  return { code, name: null, path }
}

/** In what sorts of rules `to` takes less than `from`; both of one type. */
function narrowings(from: Schema, to: Schema): string[] {
  if (Array.isArray(to.enum)) return isWithin(from.enum, to.enum) ? [] : ['enum']
  const given = Array.isArray(from.enum) ? limitsOf(from.enum) : from
  const differs = (keyword: string) =>
    to[keyword] !== undefined && to[keyword] !== given[keyword] && !isWiderFormat(given[keyword], to[keyword])
  return [
    ...(hasTighterLimit(given, to) ? ['limit'] : []),
    ...['pattern', 'format', 'multipleOf'].filter(differs),
  ]
}

/** Every address in ASCII is also one in the letters of all languages. */
function isWiderFormat(narrow: unknown, wide: unknown): boolean {
  return narrow === 'email' && wide === 'idn-email'
}

/** The tightest limits that take all of these values. */
function limitsOf(values: readonly unknown[]): Schema {
  const numbers = values.filter((value) => typeof value === 'number')
  const lengths = values.filter((value) => typeof value === 'string').map((text) => [...text].length)
  return {
    minimum: Math.min(...numbers),
    maximum: Math.max(...numbers),
    minLength: Math.min(...lengths),
    maxLength: Math.max(...lengths),
  }
}

function isWithin(values: unknown, others: readonly unknown[]): boolean {
  return Array.isArray(values) && values.every((value) => others.some((one) => isDeepStrictEqual(one, value)))
}

function hasTighterLimit(from: Schema, to: Schema): boolean {
  const lower = (schema: Schema) => boundOf(schema, 'minimum', 'exclusiveMinimum', 1)
  const upper = (schema: Schema) => boundOf(schema, 'maximum', 'exclusiveMaximum', -1)
  return (
    lower(to) > lower(from) ||
    upper(to) > upper(from) ||
    MOST.some((keyword) => Number(to[keyword] ?? Infinity) < Number(from[keyword] ?? Infinity)) ||
    LEAST.some((keyword) => Number(to[keyword] ?? 0) > Number(from[keyword] ?? 0)) ||
    (to.uniqueItems === true && from.uniqueItems !== true)
  )
}

/** The tighter, the higher: the least number that is taken, or with a sign of -1 the negative of the greatest. */
function boundOf(schema: Schema, inclusive: string, exclusive: string, sign: 1 | -1): number {
  const bounds: number[] = [Number.NEGATIVE_INFINITY]
  const [limit, beyond] = [schema[inclusive], schema[exclusive]]
  if (typeof limit === 'number') bounds.push(sign * limit)
  // The next number behind it.
  if (typeof beyond === 'number')
    bounds.push(
      sign * beyond + (schema.type === 'integer' ? 1 : Number.EPSILON * Math.max(1, Math.abs(beyond))),
    )
  return Math.max(...bounds)
}

function differInUnknown(old: Schema, now: Schema): boolean {
  return [...Object.keys(old), ...Object.keys(now)].some(
    (keyword) =>
      !COMPARED.has(keyword) && !REMARKS.has(keyword) && !isDeepStrictEqual(old[keyword], now[keyword]),
  )
}
