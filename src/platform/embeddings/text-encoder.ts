import { createThread } from '../jobs/index.ts'
import type { EmbeddingsClient } from './embeddings-client.ts'

/** Turns texts into vectors that say what they are about. */
export interface TextEncoder {
  /** Name and version of the model. Only vectors of one model can be compared. */
  readonly model: string
  /** Runs in this process: nothing leaves it. */
  readonly isLocal: boolean
  /** The model reads English only. */
  readonly isEnglishOnly: boolean
  /** A vector of length 1 for each text; null where the model makes nothing of it. */
  encode(texts: readonly string[]): Promise<(Float32Array | null)[]>
  close(): Promise<void>
}

/** The local model, in a thread that starts when it is needed and ends when it is not any more. */
export function createLocalTextEncoder(): TextEncoder {
  const thread = createThread<readonly string[], (Float32Array | null)[]>(
    new URL('local/encode-texts.ts', import.meta.url),
    'encodeTexts',
  )
  return {
    model: 'universal-sentence-encoder-lite-en@0.2.0',
    isLocal: true,
    isEnglishOnly: true,
    encode: (texts) => thread.run(texts),
    close: () => thread.close(),
  }
}

/** A model behind an endpoint. It is taken to read every language. */
export function createRemoteTextEncoder(client: EmbeddingsClient, model: string): TextEncoder {
  return {
    model,
    isLocal: false,
    isEnglishOnly: false,
    async encode(texts) {
      const given = texts.filter((text) => text !== '')
      const vectors = given.length === 0 ? [] : await client.embed(given)
      const found = new Map(given.map((text, at) => [text, vectors[at] ?? null]))
      return texts.map((text) => found.get(text) ?? null)
    },
    close: async () => client.close(),
  }
}
