import fastJson from 'fast-json-stringify'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { z } from 'zod'
import { bodyPointer, parameterPointer, parseOrFaults, validationFailed } from '../../shared/faults.ts'
import { toCachedJson } from './cached-json.ts'

/** Returns whether a request may omit its body: it is a POST whose fields are all optional. */
export function mayOmitBody(method: string, schema: z.ZodType | undefined): boolean {
  return method === 'POST' && schema !== undefined && schema.safeParse({}).success
}

/** Parses requests with their zod schemas. Reports all errors of a part at once. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart, method }) => {
  const toPointer = httpPart === 'body' ? bodyPointer : parameterPointer
  // Fastify validates null if no body was sent.
  const absent = httpPart === 'body' && mayOmitBody(method, schema) ? {} : undefined
  return (data: unknown) => {
    const result = parseOrFaults(schema, data ?? absent, toPointer, { takesNulls: method !== 'PATCH' })
    return 'faults' in result ? { error: validationFailed(result.faults) } : result
  }
}

type Serialize = ReturnType<FastifySerializerCompiler<z.ZodType>>

/**
 * Serializers by schema: most answers of a route, such as its problems, share their schema with other routes.
 */
const serializers = new WeakMap<z.ZodType, Serialize>()

/**
 * Compiles a serializer for responses from the JSON schema of the zod schema. This is several times faster
 * than parsing responses with zod, and fields missing in the schema are never sent. A serializer is compiled
 * at its first response, because compiling all takes seconds at start.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  let serialize: Serialize | undefined
  return (data) => {
    serialize ??= serializerOf(schema)
    // Fastify also sends bytes unchanged, although the type of its serializers only allows text.
    return toCachedJson(data, serialize) as string
  }
}

function serializerOf(schema: z.ZodType): Serialize {
  const known = serializers.get(schema)
  if (known) return known
  const jsonSchema = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'output',
    reused: 'inline',
    unrepresentable: 'any',
    override: dropChecks,
  })
  const made: Serialize = fastJson(jsonSchema as Parameters<typeof fastJson>[0])
  serializers.set(schema, made)
  return made
}

/**
 * Removes checks from schemas of responses: values were validated on input and are not validated or
 * reformatted again.
 */
function dropChecks({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  delete jsonSchema.format
  delete jsonSchema.pattern
}
