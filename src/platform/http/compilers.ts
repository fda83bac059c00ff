import fastJson from 'fast-json-stringify'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { z } from 'zod'
import { bodyPointer, faultsOf, parameterPointer, validationFailed } from '../../shared/faults.ts'

/** Requests are parsed by their zod schema; all faults of a part are told at once. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const toPointer = httpPart === 'body' ? bodyPointer : parameterPointer
  return (data: unknown) => {
    const result = schema.safeParse(data, { reportInput: true })
    if (result.success) return { value: result.data }
    return { error: validationFailed(faultsOf(result.error.issues, toPointer)) }
  }
}

/**
 * Responses are written by a serializer compiled from the JSON schema of the same zod schema: several
 * times faster than parsing them through zod, and a field that the schema does not name never leaves.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  const jsonSchema = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'output',
    reused: 'inline',
    unrepresentable: 'any',
    override: dropChecks,
  })
  return fastJson(jsonSchema as Parameters<typeof fastJson>[0])
}

/** What is checked on the way in need not be checked, nor its formats rewritten, on the way out. */
function dropChecks({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  delete jsonSchema.format
  delete jsonSchema.pattern
}
