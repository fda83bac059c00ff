import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError } from '../../shared/errors.ts'
import { DEFAULT_LANGUAGE, message, type ReaderLanguage } from '../../shared/messages/index.ts'
import type { Precondition } from '../../shared/precondition.ts'

export const ifMatchHeader = z.object({
  'if-match': z.string().optional().describe('Required. The ETag from your last read.'),
})

/** Headers of a PUT that may also create. */
export const optionalMatchHeaders = z.looseObject({
  'if-match': z.string().optional().describe('Replace only if this is the current version'),
  'if-none-match': z.string().optional().describe('`*`: only create, never replace'),
})

/**
 * Returns the ETag of a version, with the language of its sentences appended if it is not the default.
 * If-Match accepts either for the version.
 */
export function etag(version: number, language: ReaderLanguage = DEFAULT_LANGUAGE): string {
  return language === DEFAULT_LANGUAGE ? `"${version}"` : `"${version}-${language}"`
}

/**
 * Returns the ETag of content that depends on more than one version. If `version` is given, If-Match accepts
 * the ETag for that version.
 */
export function contentEtag(content: string, version?: number): string {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22)
  return version === undefined ? `"${hash}"` : `"${version}-${hash}"`
}

/**
 * Reads If-Match and If-None-Match of a write (RFC 9110, 13.1). Throws `precondition_required` if If-Match is
 * required and missing, and `malformed_request` if it is not a list of ETags. Weak tags never match.
 */
export function readPrecondition(request: FastifyRequest, demanded: boolean): Precondition {
  const header = request.headers['if-match']
  if (header !== undefined) return matching(readTags(header))
  if (demanded)
    throw new DomainError('precondition_required', message('refusal_said', { what: 'if_match_needed' }))
  return request.headers['if-none-match']?.trim() === '*' ? (version) => version === null : null
}

const TAG = /(?:W\/)?"[^"]*"/g

function readTags(header: string): string[] {
  if (header.trim() === '*') return ['*']
  const tags = header.match(TAG) ?? []
  if (tags.length === 0 || !/^[\s,]*$/.test(header.replaceAll(TAG, '')))
    throw new DomainError('malformed_request', message('refusal_said', { what: 'if_match_form' }))
  return tags
}

function matching(tags: readonly string[]): Precondition {
  const strong = tags.filter((tag) => !tag.startsWith('W/'))
  if (strong.length === 0)
    throw new DomainError('precondition_failed', message('refusal_said', { what: 'weak_etag' }))
  const versions = strong.map((tag) => tag.replace(/^("[^"-]*)-[^"]*"$/, '$1"'))
  return (version) => version !== null && (versions.includes('*') || versions.includes(etag(version)))
}

/** Returns true if the client already has this version (If-None-Match), after sending 304. */
export function answeredNotModified(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const tags = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags?.some((had) => had === '*' || had === tag)) return false
  reply.code(304).header('etag', tag).send()
  return true
}

/** Sends text with its ETag, or 304 if the client already has it. */
export function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: { mediaType: string; text: string; version?: number },
): FastifyReply {
  const tag = contentEtag(answer.text, answer.version)
  if (answeredNotModified(request, reply, tag)) return reply
  return reply.header('etag', tag).type(answer.mediaType).serializer(String).send(answer.text)
}
