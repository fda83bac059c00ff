import type { DeclaredRoute } from './declared-route.ts'

interface Operation {
  operationId?: string
  requestBody?: unknown
}

const FILE = { type: 'string', description: 'The file, up to its last byte' }
const FORM = {
  type: 'object',
  properties: { file: { ...FILE, format: 'binary', description: 'The file. Other fields come before it' } },
  required: ['file'],
}

/** Describes the bodies that arrive as files. No schema checks them, so the plugin does not know them. */
export function withUploads<T>(document: T, declared: ReadonlyMap<string, DeclaredRoute>): T {
  // Handles both document types of the plugin; only OpenAPI 3 has paths of this shape.
  const { paths = {} } = document as { paths?: Record<string, Record<string, Operation>> }
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    const fileTypes = declared.get(operation.operationId ?? '')?.fileTypes ?? []
    if (fileTypes.length === 0) continue
    const content = Object.fromEntries(fileTypes.map((type) => [type, { schema: schemaOf(type) }]))
    operation.requestBody = { required: true, description: 'The file, as it is', content }
  }
  return document
}

function schemaOf(type: string): object {
  if (type === 'multipart/form-data') return FORM
  // What is in the file is its own affair: any JSON, or any rows.
  if (type === 'application/json') return { description: 'One record, or an array of records' }
  return type.startsWith('text/') || type.endsWith('json') ? FILE : { ...FILE, format: 'binary' }
}
