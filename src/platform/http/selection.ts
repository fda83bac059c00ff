import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import type { Context } from '../events/index.ts'
import type { Caller } from './actor.ts'
import { serializerCompiler } from './compilers.ts'
import { countedPageOf } from './pagination.ts'

/** Schema of a resource whose fields can be selected. */
export type ObjectSchema<T = unknown> = z.ZodType<T> & { shape: z.core.$ZodShape; partial(): z.ZodType }

/** What a caller selected of a resource. */
export interface Selected {
  fields?: readonly string[] | undefined
  expand?: readonly string[] | undefined
}

/**
 * Related resources that a caller may include, by field name. Each is read once for all rows of a page, and
 * returns a function that gives the related resource of a row.
 */
export type Expansions<R> = Readonly<Record<string, Expansion<R>>>
export type Expansion<R> = (
  ctx: Context & { actor: Caller },
  rows: readonly R[],
  language: ReaderLanguage,
) => Promise<(row: R) => unknown>

/**
 * Returns the query parameters with which a caller selects the fields of a resource and the related resources
 * to include.
 */
export function selectionQuery(item: ObjectSchema, expansions: object = {}) {
  const expandable = Object.keys(expansions)
  const own = Object.keys(item.shape).filter((name) => !expandable.includes(name))
  const fields = listOf(own).describe('Return only `id` and these fields, comma separated')
  const expand = listOf(expandable).describe(
    `Related resources to include, in their current state, comma separated: ${expandable.join(', ')}`,
  )
  // Without expansions there is no such parameter: it is refused as unknown, and handlers get undefined.
  return (expandable.length > 0 ? { fields, expand } : { fields }) as { fields: Names; expand: Names }
}

type Names = ReturnType<typeof listOf>

function listOf(names: readonly string[]) {
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(names)))
    .optional()
}

/**
 * Reads the related resources that a caller wants included in these rows. Returns a function that gives the
 * additional fields of a row.
 */
export async function expandRows<R>(
  ctx: Context & { actor: Caller },
  expansions: Expansions<R>,
  { rows, expand = [], language }: { rows: readonly R[]; language: ReaderLanguage } & Selected,
): Promise<(row: R) => Record<string, unknown>> {
  const shows: [string, (row: R) => unknown][] = []
  for (const [name, read] of Object.entries(expansions))
    if (expand.includes(name)) shows.push([name, await read(ctx, rows, language)])
  return (row) => Object.fromEntries(shows.map(([name, show]) => [name, show(row)]))
}

type Serialize = (body: unknown) => string

/** Serializers by schema: for a resource, or a page of them, without some fields. */
const serializers = new WeakMap<ObjectSchema, { one: Serialize; page: Serialize }>()

/** Sends a resource, or a page of them, with the selected fields. */
export function sendSelected(
  reply: FastifyReply,
  item: ObjectSchema,
  { fields, expand = [] }: Selected,
  body: object,
): FastifyReply {
  if (!fields) return reply.send(body)
  const { one, page } = serializers.get(item) ?? partialSerializers(item)
  const names = new Set(['id', ...fields, ...expand])
  const pick = (resource: object) =>
    Object.fromEntries(Object.entries(resource).filter(([name]) => names.has(name)))
  reply.type('application/json; charset=utf-8')
  if (!('data' in body && Array.isArray(body.data))) return reply.serializer(one).send(pick(body))
  return reply.serializer(page).send({ ...body, data: body.data.map(pick) })
}

function partialSerializers(item: ObjectSchema): { one: Serialize; page: Serialize } {
  const partial = item.partial()
  const of = (schema: z.ZodType): Serialize => serializerCompiler({ schema, method: 'GET', url: '' })
  const made = { one: of(partial), page: of(countedPageOf(partial)) }
  serializers.set(item, made)
  return made
}
