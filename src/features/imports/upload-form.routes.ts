import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { message } from '../../shared/messages/index.ts'

/** The file of a form, and the known text fields before it. */
export interface UploadForm {
  file: MultipartFile
  /** Bytes of the file. Reading them to the end reads the form to its end. */
  bytes: AsyncIterable<Buffer>
  fields: Record<string, unknown>
}

/**
 * Opens a form up to its file. Unknown fields are ignored. Throws `malformed_request` for a form without a file and
 * `validation_failed` for a repeated known field; reading `bytes` throws these for what follows the file.
 */
export async function openForm(
  request: FastifyRequest,
  isKnown: (field: string) => boolean,
): Promise<UploadForm> {
  const parts = request.parts()
  const fields: Record<string, unknown> = {}
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file') return { file: part, bytes: readToEnd(part, parts, isKnown), fields }
    const { fieldname: name, value } = part
    if (!isKnown(name)) continue
    if (name in fields) throw fieldFault(name, 'field_twice')
    // Fields of type application/json arrive parsed.
    fields[name] = typeof value === 'object' ? JSON.stringify(value) : value
  }
  throw new DomainError('malformed_request', 'The form contains no file.')
}

async function* readToEnd(
  { file }: MultipartFile,
  parts: AsyncIterator<Multipart>,
  isKnown: (field: string) => boolean,
): AsyncGenerator<Buffer> {
  yield* file
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file') throw new DomainError('malformed_request', 'Send one file in a form.')
    if (isKnown(part.fieldname)) throw fieldFault(part.fieldname, 'field_after_file')
  }
}

export function fieldFault(
  name: string,
  what: 'field_twice' | 'field_after_file' | 'field_in_both',
): DomainError {
  const messages = [message('fault_of_office', { what })]
  return validationFailed([{ pointer: `?${name}`, code: 'invalid_value', messages }])
}
