import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../shared/errors.ts'
import type { IfMatch } from '../shared/if-match.ts'

export function etag(version: number): string {
  return `"${version}"`
}

/** Reads If-Match (RFC 9110, 13.1.1). Weak tags never match. Throws `precondition_required` where it is demanded and missing. */
export function readIfMatch(request: FastifyRequest, demanded: true): NonNullable<IfMatch>
export function readIfMatch(request: FastifyRequest, demanded: boolean): IfMatch
export function readIfMatch(request: FastifyRequest, demanded: boolean): IfMatch {
  const header = request.headers['if-match']
  if (header === undefined) {
    if (!demanded) return null
    throw new DomainError('precondition_required', 'Send the ETag that you last read as If-Match.')
  }
  const tags = header.split(',').map((tag) => tag.trim())
  return (version) => tags.includes('*') || tags.includes(etag(version))
}

/** True where the client has this version already (If-None-Match), and was told so with a 304. */
export function answeredNotModified(request: FastifyRequest, reply: FastifyReply, version: number): boolean {
  const tags = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags?.some((tag) => tag === '*' || tag === etag(version))) return false
  reply.code(304).header('etag', etag(version)).send()
  return true
}
