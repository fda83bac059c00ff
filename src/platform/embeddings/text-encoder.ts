import { createThread } from '../jobs/index.ts'
import type { EmbeddingsClient } from './embeddings-client.ts'
import { EmbeddingsError } from './embeddings-error.ts'

/** Separates the name of an endpoint's model from its number of dimensions. */
const BEFORE_DIMENSIONS = '#'

/** A thread that takes this long, far longer than a few texts need, hangs. */
const LOCAL_TIMEOUT_MS = 60_000

/** Converts texts to vectors that represent their meaning. */
export interface TextEncoder {
  /**
   * Name and version of the model. Only vectors of the same model can be compared. For an endpoint it also
   * contains the number of dimensions after the first response, since an endpoint may change it.
   */
  readonly model: string
  /** Returns the model of a vector that was just computed. */
  modelOf(vector: Float32Array | null): string
  /** Returns whether a stored vector is of this model, as far as is known. */
  isOf(model: string): boolean
  /** True if the model runs in this process, so that no text leaves it. */
  readonly isLocal: boolean
  /** True if the model only understands English. */
  readonly isEnglishOnly: boolean
  /** Returns a vector of length 1 per text, or null if the model can't represent it. */
  encode(texts: readonly string[]): Promise<(Float32Array | null)[]>
  close(): Promise<void>
}

/**
 * Creates an encoder with the local model, in a thread that starts when needed and ends when idle. `encode`
 * throws if the model cannot be read, if the thread ends, or on timeout.
 */
export function createLocalTextEncoder({ timeoutMs = LOCAL_TIMEOUT_MS } = {}): TextEncoder {
  const thread = createThread<readonly string[], (Float32Array | null)[]>(
    new URL('local/encode-texts.ts', import.meta.url),
    'encodeTexts',
  )
  const model = 'universal-sentence-encoder-lite-en@0.2.0'
  return {
    model,
    modelOf: () => model,
    isOf: (other) => other === model,
    isLocal: true,
    isEnglishOnly: true,
    encode: (texts) => thread.run(texts, AbortSignal.timeout(timeoutMs)),
    close: () => thread.close(),
  }
}

/**
 * Creates an encoder with the model of an endpoint, which is assumed to understand every language. `encode`
 * throws EmbeddingsError.
 */
export function createRemoteTextEncoder(
  client: Pick<EmbeddingsClient, 'embed' | 'close'>,
  name: string,
): TextEncoder {
  let hasAnswered = false
  let dimensions: number | undefined
  const withDimensions = (count: number) => `${name}${BEFORE_DIMENSIONS}${count}`
  const modelNow = () => (dimensions === undefined ? name : withDimensions(dimensions))
  const ask = async (texts: readonly string[]) => {
    const vectors = await client.embed(texts)
    hasAnswered = true
    dimensions = vectors[0]?.length ?? dimensions
    return vectors
  }

  async function embed(texts: readonly string[]): Promise<(Float32Array | null)[]> {
    try {
      return await ask(texts)
    } catch (error) {
      if (!mayBeOfOneText(error)) throw error
      if (texts.length > 1) return oneByOne(texts)
      // If an endpoint has never responded successfully, a refusal concerns its settings, not the text.
      if (error.code === 'refused' && hasAnswered) return [null]
      throw error
    }
  }

  /** One text may spoil a batch. Texts that fail while others of the batch succeed get no vector. */
  async function oneByOne(texts: readonly string[]): Promise<(Float32Array | null)[]> {
    const vectors: (Float32Array | null)[] = []
    let failure: EmbeddingsError | undefined
    for (const text of texts) {
      try {
        vectors.push(...(await ask([text])))
      } catch (error) {
        if (!mayBeOfOneText(error)) throw error
        failure = error
        vectors.push(null)
      }
    }
    if (failure && vectors.every((vector) => vector === null)) throw failure
    return vectors
  }

  return {
    get model() {
      return modelNow()
    },
    modelOf: (vector) => (vector ? withDimensions(vector.length) : modelNow()),
    isOf: (model) =>
      dimensions === undefined ? model.startsWith(name + BEFORE_DIMENSIONS) : model === modelNow(),
    isLocal: false,
    isEnglishOnly: false,
    async encode(texts) {
      const given = texts.filter((text) => text !== '')
      const vectors = given.length === 0 ? [] : await embed(given)
      const found = new Map(given.map((text, at) => [text, vectors[at] ?? null]))
      return texts.map((text) => found.get(text) ?? null)
    },
    close: async () => client.close(),
  }
}

function mayBeOfOneText(error: unknown): error is EmbeddingsError {
  return error instanceof EmbeddingsError && (error.code === 'refused' || error.code === 'nonsense')
}
