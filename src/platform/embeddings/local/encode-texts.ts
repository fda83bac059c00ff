import { createSentenceEncoder, type EncodeSentence } from './sentence-encoder.ts'

let encode: EncodeSentence | undefined

/** Runs in the thread of `createLocalTextEncoder`, which loads the model with its first text. */
export function encodeTexts(texts: readonly string[]): (Float32Array | null)[] {
  const encodeText = encode ?? createSentenceEncoder()
  encode = encodeText
  return texts.map((text) => encodeText(text))
}
