import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'

/**
 * Returns the media type that the caller prefers (RFC 9110, 12.5.1), or the first one if the caller names
 * none or accepts none. Adds Vary, so that caches know that the response depends on Accept.
 */
export function negotiate(
  request: FastifyRequest,
  reply: FastifyReply,
  mediaTypes: readonly [string, ...string[]],
): string {
  reply.header('vary', 'Accept')
  return new Negotiator({ headers: request.headers }).mediaType([...mediaTypes]) ?? mediaTypes[0]
}
