import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { z } from 'zod'
import { DEFAULT_LANGUAGE, READER_LANGUAGES, type ReaderLanguage } from '../../shared/messages/index.ts'

export const acceptLanguageHeader = z.looseObject({
  'accept-language': z
    .string()
    .optional()
    .describe(
      `Languages of the reader, as in RFC 9110: sentences are written in the first of ${READER_LANGUAGES.join(', ')} that you prefer. Default: ${DEFAULT_LANGUAGE}`,
    ),
})

/**
 * Returns the language that the reader prefers (RFC 9110, 12.5.4). A regional variant counts as its language.
 */
export function readerLanguageOf({ headers }: Pick<FastifyRequest, 'headers'>): ReaderLanguage {
  const preferred = new Negotiator({ headers }).languages().map((tag) => tag.toLowerCase().split('-')[0])
  const first = preferred.find((tag) => tag === '*' || isReaderLanguage(tag))
  return isReaderLanguage(first) ? first : DEFAULT_LANGUAGE
}

function isReaderLanguage(tag: string | undefined): tag is ReaderLanguage {
  return READER_LANGUAGES.some((language) => language === tag)
}

/** Returns the headers of a response in this language. Caches keep one response per language. */
export function languageHeaders(language: ReaderLanguage): Record<string, string> {
  return { 'content-language': language, vary: VARY }
}

const VARY = 'Accept-Language'

/** Sets Content-Language, and adds Accept-Language to what the response varies by. */
export function setLanguageHeaders(reply: FastifyReply, language: ReaderLanguage): void {
  const vary = reply.getHeader('vary')
  reply.headers({ ...languageHeaders(language), vary: vary === undefined ? VARY : `${vary}, ${VARY}` })
}
