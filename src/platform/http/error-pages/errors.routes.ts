import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type ErrorCode } from '../../../shared/errors.ts'
import type { App } from '../app-type.ts'
import { negotiate } from '../negotiation.ts'
import { PAGE_POLICY } from '../page.ts'
import { sendText } from '../preconditions.ts'
import { errorCodes } from '../problem.ts'
import { type ExplainedError, errorIndexPage, errorPage } from './error-page.ts'
import { exampleProblem, explanations, summaries } from './explanations.ts'
import { operationsOfCodes } from './operations-of-codes.ts'

/**
 * Registers `/errors`, which lists the error codes, and `/errors/{code}`, which explains one: as a page, or
 * as JSON if `Accept` prefers it.
 */
export function registerErrorPages(app: App, { issuer }: { issuer: () => string }): void {
  let operations: ReturnType<typeof operationsOfCodes> | undefined
  const explain = (code: ErrorCode): ExplainedError => {
    // Routes are complete when the app is ready.
    operations ??= operationsOfCodes(JSON.parse(JSON.stringify(app.swagger())))
    const { meaning, causes, next } = explanations[code]
    const example = exampleProblem(code, issuer())
    const { status, title, type } = example
    return {
      code,
      status,
      title,
      type,
      meaning,
      causes,
      next,
      example,
      operations: operations.get(code) ?? [],
    }
  }

  app.get('/errors', { schema: { hide: true } }, async (request, reply) => {
    const data = summaries(issuer())
    return send(request, reply, { data }, () => errorIndexPage(data))
  })

  app.get<{ Params: { code: string } }>(
    '/errors/:code',
    { schema: { hide: true } },
    async (request, reply) => {
      const code = errorCodes.find((one) => one === request.params.code)
      if (!code)
        throw new DomainError('route_not_found', 'There is no such error code. /errors lists them all.')
      const explained = explain(code)
      return send(request, reply, explained, () => errorPage(explained))
    },
  )
}

function send(request: FastifyRequest, reply: FastifyReply, json: unknown, page: () => string): FastifyReply {
  const mediaType = negotiate(request, reply, ['application/json', 'text/html'])
  reply.header('content-security-policy', PAGE_POLICY).header('cache-control', 'no-cache')
  return mediaType === 'text/html'
    ? sendText(request, reply, { mediaType: 'text/html; charset=utf-8', text: page() })
    : sendText(request, reply, { mediaType, text: `${JSON.stringify(json, null, 2)}\n` })
}
