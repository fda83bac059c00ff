import { createThread } from '../jobs/index.ts'
import type { EmbeddingsClient } from './embeddings-client.ts'
import { EmbeddingsError } from './embeddings-error.ts'

/** Between the name of an endpoint's model and its number of dimensions. */
const BEFORE_DIMENSIONS = '#'

/** A thread that takes so much longer than a few texts ever do hangs. */
const LOCAL_TIMEOUT_MS = 60_000

/** Turns texts into vectors that say what they are about. */
export interface TextEncoder {
  /**
   * Name and version of the model. Only vectors of one model can be compared. That of an endpoint also names the number of
   * dimensions once a text was answered, since an endpoint may change it.
   */
  readonly model: string
  /** The model of a vector that was just made. */
  modelOf(vector: Float32Array | null): string
  /** Whether a stored vector is of this model, as far as it is known. */
  isOf(model: string): boolean
  /** Runs in this process: nothing leaves it. */
  readonly isLocal: boolean
  /** The model reads English only. */
  readonly isEnglishOnly: boolean
  /** A vector of length 1 for each text; null where the model makes nothing of it. */
  encode(texts: readonly string[]): Promise<(Float32Array | null)[]>
  close(): Promise<void>
}

/**
 * The local model, in a thread that starts when it is needed and ends when it is not any more. `encode` throws if the model
 * cannot be read, if the thread ends, and if it takes too long.
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

/** A model behind an endpoint. It is taken to read every language. `encode` throws EmbeddingsError. */
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
      // An endpoint that never answered refuses its settings, not the text.
      if (error.code === 'refused' && hasAnswered) return [null]
      throw error
    }
  }

  /** One text may spoil a batch. Those that fail while others of the batch are answered have no vector. */
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
