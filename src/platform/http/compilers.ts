import fastJson from 'fast-json-stringify'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { z } from 'zod'
import { bodyPointer, parameterPointer, parseOrFaults, validationFailed } from '../../shared/faults.ts'
import { writeOnce } from './sent-again.ts'

/** Whether a request may leave out its body: it is a POST whose fields are all optional. */
export function mayOmitBody(method: string, schema: z.ZodType | undefined): boolean {
  return method === 'POST' && schema !== undefined && schema.safeParse({}).success
}

/** Parses requests with their zod schemas. Reports all errors of a part at once. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart, method }) => {
  const toPointer = httpPart === 'body' ? bodyPointer : parameterPointer
  // Fastify validates null in place of a body that was not sent.
  const absent = httpPart === 'body' && mayOmitBody(method, schema) ? {} : undefined
  return (data: unknown) => {
    const result = parseOrFaults(schema, data ?? absent, toPointer)
    return 'faults' in result ? { error: validationFailed(result.faults) } : result
  }
}

type Serialize = ReturnType<FastifySerializerCompiler<z.ZodType>>

/** By schema: most answers of a route, such as its problems, share their schema with other routes. */
const serializers = new WeakMap<z.ZodType, Serialize>()

/**
 * Responses are written by a serializer compiled from the JSON schema of the same zod schema. This is several
 * times faster than parsing them through zod, and a field that the schema does not name never leaves.
 * A serializer is compiled at its first response: compiling them all takes seconds of each start.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  let serialize: Serialize | undefined
  return (data) => {
    serialize ??= serializerOf(schema)
    // Fastify sends bytes as they are, though the type of its serializers knows texts only.
    return writeOnce(data, serialize) as string
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

/** Schemas for responses: values were validated on input, so they are not validated or reformatted again. */
function dropChecks({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  delete jsonSchema.format
  delete jsonSchema.pattern
}
