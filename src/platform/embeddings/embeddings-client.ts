import { BrokenCircuitError } from 'cockatiel'
import { type CircuitBreakerSettings, createCircuitBreaker } from './circuit-breaker.ts'
import { readEmbeddings } from './embeddings-answer.ts'
import { EmbeddingsError } from './embeddings-error.ts'

/** 32 vectors of 3,072 dimensions in full precision are 2 MB of JSON. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024
/** The endpoint lives, but does not take these inputs: bad request, too large, not processable. */
const REFUSALS = new Set([400, 413, 422])

const BREAKER: CircuitBreakerSettings = { failures: 5, openMs: 30_000 }

export interface EmbeddingsClient {
  /** Vectors of length 1 for these texts, in their order. Throws EmbeddingsError. */
  embed(texts: readonly string[]): Promise<Float32Array[]>
  /** The longest that one call takes. */
  readonly timeoutMs: number
  /** How long until a call may be made, in milliseconds; 0 where one may now. */
  readonly waitMs: number
  /** True from too many failures in a row until a success. */
  readonly isBreakerOpen: boolean
  /** Ends calls in flight, and all later ones. */
  close(): void
}

/**
 * Asks an endpoint of OpenAI's form (https://platform.openai.com/docs/api-reference/embeddings) for the vectors of
 * texts. Every kind of failure, nonsense included, counts towards the circuit breaker.
 */
export function createEmbeddingsClient(options: {
  /** Base address, with or without `/v1` or `/v1/embeddings`. */
  url: string
  model: string
  apiKey?: string | undefined
  /** For the whole of a call, its answer included. */
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
        // Neither the key nor the labels go to another address than the given one.
        redirect: 'error',
        signal,
      })
      if (response.status !== 200) throw await failureOf(response)
      return readEmbeddings(await textOf(response), texts.length)
    } catch (error) {
      if (error instanceof EmbeddingsError) throw error
      // The messages of fetch may quote a header, and so the key.
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
  // Unread bodies would hold their connections.
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
