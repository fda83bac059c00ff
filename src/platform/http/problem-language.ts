import type { FastifyReply, FastifyRequest } from 'fastify'
import { message, paragraphOf, readFault, textOf } from '../../shared/messages/index.ts'
import type { Problem } from './problem.ts'
import { readerLanguageOf, setLanguageHeaders } from './reader-language.ts'

/**
 * Returns a problem whose common faults are in the language of the reader: a value that is missing, of another type, too
 * long, too small, unknown or in another format. Titles and other details stay English. Sets the headers for it.
 */
export function problemInLanguage(request: FastifyRequest, reply: FastifyReply, problem: Problem): Problem {
  const language = readerLanguageOf(request)
  if (language === 'en' || problem.code !== 'validation_failed') return problem
  const [, shown] = /^(\d+|One)\b/.exec(problem.detail) ?? []
  const count = shown === 'One' ? 1 : Number(shown)
  const summary = message('fault_count', { count })
  const isSummary = textOf(summary, 'en') === problem.detail
  setLanguageHeaders(reply, language)
  return {
    ...problem,
    detail: isSummary ? textOf(summary, language) : problem.detail,
    errors: problem.errors.map((fault) => {
      const known = readFault(fault.detail)
      return known ? { ...fault, detail: paragraphOf(known, language) } : fault
    }),
  }
}
