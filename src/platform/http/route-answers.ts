import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import type { Answer } from './idempotency.ts'
import { answeredNotModified, etag } from './preconditions.ts'
import { languageHeaders } from './reader-language.ts'
import { type ObjectSchema, type Selected, sendSelected } from './selection.ts'

interface Versioned {
  version?: number
  /** Language of the sentences, if the route is localized. */
  language?: ReaderLanguage
}

/** Converts a result to an answer: its version becomes the ETag, its location the header. */
export function answerOf<B>(result: Answer<B> & Versioned & { location?: string }): Answer<B> {
  const { version, language, location, headers, ...answer } = result
  return {
    ...answer,
    headers: {
      ...(version !== undefined && { etag: etag(version, language) }),
      ...(location !== undefined && { location }),
      ...headers,
    },
  }
}

/** Adds the language headers to a localized answer. */
export function withLanguageHeaders<R extends { headers?: Record<string, string> }>(
  { isLocalized }: { isLocalized?: boolean },
  { language }: { language: ReaderLanguage },
  result: R,
): R & Pick<Versioned, 'language'> {
  if (!isLocalized) return result
  return { ...result, language, headers: { ...result.headers, ...languageHeaders(language) } }
}

/** Returns what the caller selected of a resource with `expand` and `fields`. */
export function selectedIn({ selects }: { selects?: ObjectSchema }, { query }: { query: unknown }): Selected {
  // A route with `selects` has these query parameters.
  return selects ? (query as Selected) : {}
}

/**
 * Sends 304 to a client that already has this version, unless related resources are included, since they
 * change independently.
 */
export function sendOrNotModified(
  route: { isConditional?: boolean; selects?: ObjectSchema },
  request: FastifyRequest,
  reply: FastifyReply,
  result: Answer & Versioned,
  selected: Selected,
): FastifyReply {
  const { version, language, headers = {} } = result
  const mayBeKnown = version !== undefined && route.isConditional !== false && !selected.expand
  if (mayBeKnown && answeredNotModified(request, reply.headers(headers), etag(version, language)))
    return reply
  const { status, headers: all = {}, body } = answerOf(result)
  reply.code(status).headers(all)
  return route.selects ? sendSelected(reply, route.selects, selected, Object(body)) : reply.send(body)
}

/** Sends an answer unchanged. */
export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .send(answer.body)
}
