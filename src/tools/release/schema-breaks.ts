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
  /** The named schema that contains it, or null. */
  name: string | null
  /** `/data/[]/title`: the path of a property, here in the items of another. */
  path: string
}

/** Two states of a document. */
export interface Documents {
  old: Schema
  now: Schema
}

const COMPARED = new Set([...TYPED_KEYWORDS, 'type', 'enum', 'default'])
const REMARKS = new Set(['title', 'description', 'examples', 'example', 'deprecated', '$schema', '$id', 'id'])
const MOST = ['maxLength', 'maxItems', 'maxProperties']
const LEAST = ['minLength', 'minItems', 'minProperties']

/**
 * Creates a function that finds what breaks a client when a schema changes: a request accepts less than
 * before, or an answer may contain new values or lacks a property. A change of an unknown keyword always
 * counts as breaking.
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
      // If one of the new branches accepts everything there is no break. Otherwise the most similar one shows
      // best what has changed.
      const [best] = each.sort((a, b) => a.length - b.length)
      return best ?? [broken(`type-${change}`, path)]
    })
  }

  /**
   * Compares named schemas once. While one is being compared it has no breaks, since it may contain itself.
   */
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

  /** Compares `additionalProperties`. Additional properties in an answer break no client. */
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

/** Returns the kinds of constraints in which `to` accepts less than `from`. Both have the same type. */
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

/** Every ASCII address is also a valid international one. */
function isWiderFormat(narrow: unknown, wide: unknown): boolean {
  return narrow === 'email' && wide === 'idn-email'
}

/** Returns the tightest constraints that accept all of these values. */
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

/**
 * Returns the bound of a range, so that a tighter one is higher: the minimum, or with sign -1 the negative
 * maximum.
 */
function boundOf(schema: Schema, inclusive: string, exclusive: string, sign: 1 | -1): number {
  const bounds: number[] = [Number.NEGATIVE_INFINITY]
  const [limit, beyond] = [schema[inclusive], schema[exclusive]]
  if (typeof limit === 'number') bounds.push(sign * limit)
  // The next integer.
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
