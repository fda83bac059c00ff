/** An operation of the OpenAPI document that may return an error code. */
export interface CodedOperation {
  operation_id: string
  method: string
  path: string
  summary: string
  /** Address of the operation in the reference. */
  docs: string
}

interface Schema {
  allOf?: Schema[]
  properties?: { code?: { enum?: string[] } }
}
interface Operation {
  tags?: string[]
  operationId?: string
  summary?: string
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
}
interface Document {
  paths?: Record<string, Record<string, Operation>>
}

/** Groups the operations of an OpenAPI document by the error codes that they may return. */
export function operationsOfCodes({ paths = {} }: Document): ReadonlyMap<string, readonly CodedOperation[]> {
  const byCode = new Map<string, CodedOperation[]>()
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const { operationId = '', summary = '', tags: [tag = ''] = [] } = operation
      const docs = `/docs#tag/${tag.toLowerCase()}/${method.toUpperCase()}${path}`
      const shown = { operation_id: operationId, method: method.toUpperCase(), path, summary, docs }
      for (const code of codesOf(operation)) byCode.set(code, [...(byCode.get(code) ?? []), shown])
    }
  return byCode
}

function codesOf({ responses = {} }: Operation): Set<string> {
  const schemas = Object.values(responses).flatMap(
    ({ content }) => content?.['application/problem+json']?.schema ?? [],
  )
  return new Set(
    schemas.flatMap(({ allOf = [] }) => allOf).flatMap(({ properties }) => properties?.code?.enum ?? []),
  )
}
