import { BrokenCircuitError } from 'cockatiel'
import { type CircuitBreakerSettings, createCircuitBreaker } from './circuit-breaker.ts'
import { readEmbeddings } from './embeddings-answer.ts'
import { EmbeddingsError } from './embeddings-error.ts'

/** 32 vectors of 3,072 dimensions in full precision are 2 MB of JSON. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024
/**
 * Status codes of a working endpoint that does not accept these inputs: bad request, too large, not
 * processable.
 */
const REFUSALS = new Set([400, 413, 422])

const BREAKER: CircuitBreakerSettings = { failures: 5, openMs: 30_000 }

export interface EmbeddingsClient {
  /** Returns vectors of length 1 for these texts, in order. Throws EmbeddingsError. */
  embed(texts: readonly string[]): Promise<Float32Array[]>
  /** Time limit of one call. */
  readonly timeoutMs: number
  /** Milliseconds until a call may be made; 0 if one may be made now. */
  readonly waitMs: number
  /** True after too many consecutive failures, until a success. */
  readonly isBreakerOpen: boolean
  /** Aborts calls in flight and all later ones. */
  close(): void
}

/**
 * Creates a client of an OpenAI-compatible embeddings endpoint
 * (https://platform.openai.com/docs/api-reference/embeddings). Every kind of failure, including nonsense,
 * counts for the circuit breaker.
 */
export function createEmbeddingsClient(options: {
  /** Base address, with or without `/v1` or `/v1/embeddings`. */
  url: string
  model: string
  apiKey?: string | undefined
  /** Time limit of a whole call, including the response. */
  timeoutMs: number
  breaker?: Partial<CircuitBreakerSettings>
}): EmbeddingsClient {
  const { model, apiKey, timeoutMs } = options
  const address = embeddingsAddress(options.url)
  const breaker = createCircuitBreaker({ ...BREAKER, ...options.breaker })
  const closing = new AbortController()

  async function ask(texts: readonly string[]): Promise<Float32Array[]> {
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = AbortSignal.any([timeout, closing.signal])
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
        body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
        // Neither the key nor the labels may be sent to another address.
        redirect: 'error',
        signal,
      })
      if (response.status !== 200) throw await failureOf(response)
      return readEmbeddings(await textOf(response), texts.length)
    } catch (error) {
      if (error instanceof EmbeddingsError) throw error
      // Messages of fetch may quote a header, and so the key.
      if (closing.signal.aborted) throw new EmbeddingsError('closed')
      throw new EmbeddingsError(timeout.aborted ? 'too_slow' : 'unreachable')
    }
  }

  return {
    timeoutMs,
    get waitMs() {
      return breaker.waitMs
    },
    get isBreakerOpen() {
      return breaker.isOpen
    },
    async embed(texts) {
      try {
        return await breaker.run(() => ask(texts))
      } catch (error) {
        throw error instanceof BrokenCircuitError ? new EmbeddingsError('resting') : error
      }
    },
    close: () => closing.abort(),
  }
}

function embeddingsAddress(base: string): URL {
  const address = new URL(base)
  let path = address.pathname
  while (path.endsWith('/')) path = path.slice(0, -1)
  if (path.endsWith('/embeddings')) address.pathname = path
  else address.pathname = path.endsWith('/v1') ? `${path}/embeddings` : `${path}/v1/embeddings`
  return address
}

async function failureOf(response: Response): Promise<EmbeddingsError> {
  // Unread bodies would keep their connections busy.
  await response.body?.cancel()
  return new EmbeddingsError(REFUSALS.has(response.status) ? 'refused' : 'unavailable', response.status)
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) throw new EmbeddingsError('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
