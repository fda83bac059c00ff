import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../shared/errors.ts'
import type { Precondition } from '../shared/precondition.ts'

export function etag(version: number): string {
  return `"${version}"`
}

/**
 * Reads If-Match and If-None-Match of a write (RFC 9110, 13.1). Weak tags never match. Throws
 * `precondition_required` where If-Match is demanded and missing.
 */
export function readPrecondition(request: FastifyRequest, demanded: boolean): Precondition {
  const header = request.headers['if-match']
  if (header !== undefined) {
    const tags = header.split(',').map((tag) => tag.trim())
    return (version) => version !== null && (tags.includes('*') || tags.includes(etag(version)))
  }
  if (demanded)
    throw new DomainError('precondition_required', 'Send the ETag that you last read as If-Match.')
  return request.headers['if-none-match']?.trim() === '*' ? (version) => version === null : null
}

/** True where the client has this version already (If-None-Match), and was told so with a 304. */
export function answeredNotModified(request: FastifyRequest, reply: FastifyReply, version: number): boolean {
  const tags = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags?.some((tag) => tag === '*' || tag === etag(version))) return false
  reply.code(304).header('etag', etag(version)).send()
  return true
}
