import { PassThrough, type Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import { SECOND_MS } from '../../shared/time.ts'
import type { App } from './app-type.ts'

/** Time for which a body may be slower than the minimum rate, as connections are when they open. */
const GRACE_MS = 5 * SECOND_MS
/** Time for which the rest of a body may still arrive after the response. */
const LINGER_MS = SECOND_MS

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the body is a file, with the server's longest time limit. */
    isUpload?: boolean
  }
}

export interface RequestTimeLimits {
  /** Time limit for the header, and for the whole request unless its body is a file. */
  requestMs: number
  /** Average rate below which a body, including files, is refused. 0 turns this off. */
  minBytesPerS: number
  graceMs?: number
}

/**
 * Refuses a body that arrives too slowly or too late with 408, and closes the connection. For a file that
 * arrives too slowly, only closes the connection, because its handler is already reading it. `requestTimeout`
 * of the server is the limit for files: Node has one limit for all requests.
 */
export function limitRequestTime(app: App, limits: RequestTimeLimits): void {
  app.server.headersTimeout = limits.requestMs
  app.addHook('preParsing', async (request, _, payload) => {
    if (request.raw.complete) return payload
    const { isUpload = false } = request.routeOptions.config
    if (isUpload) {
      watchBody(request, limits, () => request.raw.destroy())
      return payload
    }
    // Destroying the request itself would destroy its connection, and the response with it.
    const body = new PassThrough()
    const refuse = () => {
      body.destroy(tooSlow(limits))
    }
    // A request that is refused for its media type is not read, so nobody else handles this error.
    body.on('error', () => {})
    const timer = setTimeout(refuse, limits.requestMs).unref()
    const stopWatching = watchBody(request, limits, refuse)
    body.once('close', () => {
      clearTimeout(timer)
      stopWatching()
    })
    payload.once('error', (error) => body.destroy(error))
    return payload.pipe(body)
  })
}

/**
 * Closes the connection of a request that was answered before its body arrived, if the rest does not follow
 * at once.
 */
export function closeUnreadBodies(app: App): void {
  app.addHook('onResponse', async ({ raw }) => {
    if (raw.complete || raw.destroyed) return
    raw.unpipe().resume()
    const timer = setTimeout(() => raw.destroy(), LINGER_MS).unref()
    raw.once('close', () => clearTimeout(timer))
  })
}

/**
 * Calls `onSlow` when the body arrives too slowly. Time in which the service itself reads too slowly does not
 * count.
 */
function watchBody(
  { raw }: FastifyRequest,
  { minBytesPerS, graceMs = GRACE_MS }: RequestTimeLimits,
  onSlow: () => void,
): () => void {
  if (minBytesPerS === 0) return () => {}
  const { socket } = raw
  const bytesBefore = socket.bytesRead
  const checkMs = Math.min(SECOND_MS, graceMs)
  let waitedMs = 0
  const timer = setInterval(() => {
    if (hasUnread(raw)) return
    waitedMs += checkMs
    if (waitedMs < graceMs) return
    if ((socket.bytesRead - bytesBefore) * SECOND_MS >= waitedMs * minBytesPerS) return
    stop()
    onSlow()
  }, checkMs).unref()
  const stop = () => clearInterval(timer)
  for (const event of ['end', 'close']) raw.once(event, stop)
  return stop
}

/** Returns whether bytes have arrived that the service has not read yet. */
function hasUnread(body: Readable): boolean {
  return body.readableLength > 0
}

function tooSlow({ requestMs, minBytesPerS }: RequestTimeLimits): DomainError {
  const rate = minBytesPerS > 0 ? ` and at ${minBytesPerS} bytes per second or more` : ''
  return new DomainError('request_timeout', `Send a whole request within ${requestMs / SECOND_MS} s${rate}.`)
}
