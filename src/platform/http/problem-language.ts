import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DomainError } from '../../shared/errors.ts'
import { paragraphOf, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { type Problem, toProblem } from './problem.ts'
import { readerLanguageOf, setLanguageHeaders } from './reader-language.ts'

/** Identifies the request and the service in a problem. */
interface Sent {
  requestId: string
  /** Address of the service. */
  issuer: string
}

/** Returns an error as a problem in one language. Details that have no message stay English. */
export function problemIn(
  language: ReaderLanguage,
  { code, said, faults }: DomainError,
  { requestId, issuer }: Sent,
): Problem {
  const errors = faults.map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    detail: paragraphOf(fault.messages, language),
  }))
  return toProblem({ code, detail: textOf(said, language), requestId, errors, language }, issuer)
}

/** Returns an error as a problem in the language of the reader. Sets the headers for it. */
export function problemForReader(
  request: FastifyRequest,
  reply: FastifyReply,
  { error, sent }: { error: DomainError; sent: Sent },
): Problem {
  const language = readerLanguageOf(request)
  if (language !== 'en') setLanguageHeaders(reply, language)
  return problemIn(language, error, sent)
}
