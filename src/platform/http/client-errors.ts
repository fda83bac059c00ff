import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ErrorCode } from '../../shared/errors.ts'
import { toProblem } from './problem.ts'
import { newRequestId } from './request-id.ts'

const refusals: Readonly<Record<string, { code: ErrorCode; detail: string }>> = {
  HPE_HEADER_OVERFLOW: {
    code: 'headers_too_large',
    detail: 'The address and the headers of a request may have 16 KiB together. Send fewer or shorter ones.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { code: 'body_too_large', detail: 'Send chunks without extensions.' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    code: 'request_timeout',
    detail: 'The request did not arrive in time. Send it again, at once.',
  },
}
const notHttp = { code: 'malformed_request', detail: 'This is not an HTTP/1.1 request.' } as const

/**
 * Creates the handler for requests that Node can't parse: it answers with a problem, like any other refusal,
 * and closes the connection. `issuer` returns the address of the service.
 */
export function createAnswerClientError(issuer: () => string) {
  return function answerClientError(error: { code?: string }, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const { code, detail } = refusals[error.code ?? ''] ?? notHttp
    const requestId = newRequestId()
    const problem = toProblem({ code, detail, requestId }, issuer())
    const body = JSON.stringify(problem)
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      `request-id: ${requestId}`,
      'connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
  }
}
