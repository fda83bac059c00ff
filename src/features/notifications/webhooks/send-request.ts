import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { TLSSocket } from 'node:tls'
import { textOf } from '../../../shared/messages/index.ts'
import { createGuardedAgents, type LookupAll, LookupError } from './guarded-agents.ts'
import { type GuardOptions, readEndpointUrl } from './outside-address.ts'

const TIMEOUT_MS = 15_000
/** Maximum bytes read of a response. Then the connection is closed. */
const MAX_ANSWER_BYTES = 64 * 1024
/** Maximum bytes stored of a response body. */
const HEAD_BYTES = 2048

const DETAILS = {
  url_not_allowed: 'Requests may not be sent to this URL.',
  inside_address: 'The host must be on the public internet.',
  dns: 'The host name could not be resolved.',
  connection: 'The connection failed, or closed before the response was complete.',
  tls: 'No secure connection could be made. The certificate must be valid and trusted.',
  protocol: 'The response was not valid HTTP/1.1.',
  timeout: 'The response was not complete within the time limit.',
} as const

export type SendFailure = keyof typeof DETAILS
// `Object.keys` returns strings.
export const SEND_FAILURES = Object.keys(DETAILS) as SendFailure[]

/** The response of the endpoint, whatever its status. */
export interface SentRequest {
  status: number
  /** Names are in lower case; values of a repeated header are joined by commas. */
  headers: Record<string, string>
  /** The first 2 KiB of the body as text that a `text` column can store. */
  bodyHead: string
  elapsedMs: number
}

/** Why there is no response. `detail` may be shown to the partner, since it contains no address. */
export interface FailedRequest {
  failed: SendFailure
  detail: string
  elapsedMs: number
}

export type SendRequest = (
  url: URL,
  message: { headers: Record<string, string>; body: string },
  signal?: AbortSignal,
) => Promise<SentRequest | FailedRequest>

/**
 * Creates the function that POSTs a message to an endpoint on the public internet, over its own connection. Addresses are
 * checked when the socket connects, so a name can't change between check and connection. Follows no redirects and uses no
 * proxy, cookies or cached sessions. Network failures are returned, not thrown; invalid headers are thrown, and so is the
 * reason of an aborted signal.
 */
export function createSendRequest(
  options: GuardOptions & {
    /** Limit for the whole request: lookup, connection, and response to the last byte. */
    timeoutMs?: number
    /** Default: `dns.lookup`. */
    lookup?: LookupAll
  },
): SendRequest {
  const { timeoutMs = TIMEOUT_MS } = options
  const agents = createGuardedAgents(options)

  function openRequest(url: URL, headers: Record<string, string>, signal: AbortSignal): ClientRequest {
    const settings = { method: 'POST', headers, signal }
    if (url.protocol === 'http:') return http.request(url, { ...settings, agent: agents.http })
    return https.request(url, { ...settings, agent: agents.https })
  }

  return async (url, { headers, body }, signal) => {
    signal?.throwIfAborted()
    const startMs = performance.now()
    const elapsedMs = () => Math.round(performance.now() - startMs)
    // The URL may be older than today's rules, and literal addresses are not looked up.
    const read = readEndpointUrl(url.href, options)
    if (!read.ok) {
      const failed = read.code === 'inside_address' ? 'inside_address' : 'url_not_allowed'
      return { failed, detail: textOf(read.said, 'en'), elapsedMs: elapsedMs() }
    }
    const deadline = AbortSignal.timeout(timeoutMs)
    const ends = signal ? AbortSignal.any([deadline, signal]) : deadline
    const request = openRequest(read.url, headers, ends)
    const isShaking = watchHandshake(request)
    try {
      request.end(body)
      const answer = await readAnswer(request, ends)
      return { ...answer, elapsedMs: elapsedMs() }
    } catch (error) {
      signal?.throwIfAborted()
      const failed = deadline.aborted ? 'timeout' : failureOf(error, isShaking())
      return { failed, detail: detailOf(failed, error), elapsedMs: elapsedMs() }
    } finally {
      request.destroy()
    }
  }
}

/** Creates a check for a TLS handshake in progress. OpenSSL has too many error codes to list. */
function watchHandshake(request: ClientRequest): () => boolean {
  let isShaking = false
  request.once('socket', (socket) => {
    if (!(socket instanceof TLSSocket)) return
    socket.once('connect', () => {
      isShaking = true
    })
    socket.once('secureConnect', () => {
      isShaking = false
    })
  })
  return () => isShaking
}

async function readAnswer(request: ClientRequest, ends: AbortSignal) {
  const response = await responseTo(request)
  const bodyHead = await readHead(response)
  // The end of the connection may look like the end of the body.
  ends.throwIfAborted()
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
  // A received response always has a status; the type also covers requests to a server.
  return { status: response.statusCode ?? 0, headers: Object.fromEntries(headers), bodyHead }
}

function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    // Stays, because an error without a listener would end the process.
    request.on('error', reject)
    // The only sign of a switch to another protocol (101).
    request.once('close', () => reject(new Error('The connection was closed without a response.')))
  })
}

async function readHead(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= MAX_ANSWER_BYTES) break
  }
  // `stream` omits a character that the cut has halved. Postgres can't store NUL.
  const head = Buffer.concat(chunks).subarray(0, HEAD_BYTES)
  const text = new TextDecoder().decode(head, { stream: true })
  return text.replaceAll('\0', '\ufffd')
}

function failureOf(error: unknown, isShaking: boolean): SendFailure {
  if (error instanceof LookupError) return error.failure
  const code = codeOf(error) ?? ''
  if (isShaking || code.startsWith('ERR_SSL_')) return 'tls'
  return code.startsWith('HPE_') ? 'protocol' : 'connection'
}

/** Returns the detail of a failure. Error messages may quote addresses; error codes don't. */
function detailOf(failed: SendFailure, error: unknown): string {
  const code = failed === 'timeout' ? undefined : codeOf(error)
  return code === undefined ? DETAILS[failed] : `${DETAILS[failed]} (${code})`
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
