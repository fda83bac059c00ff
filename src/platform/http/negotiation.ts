import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'

/**
 * The media type that the caller would rather have (RFC 9110, 12.5.1), and the first where it says nothing or takes none
 * of them. Caches are told that the answer depends on it.
 */
export function negotiate(
  request: FastifyRequest,
  reply: FastifyReply,
  mediaTypes: readonly [string, ...string[]],
): string {
  reply.header('vary', 'Accept')
  return new Negotiator({ headers: request.headers }).mediaType([...mediaTypes]) ?? mediaTypes[0]
}
