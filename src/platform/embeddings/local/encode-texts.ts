import { getPriority, setPriority } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { createSentenceEncoder, type EncodeSentence } from './sentence-encoder.ts'

let encode: EncodeSentence | undefined

/**
 * A burst of writes leaves half a second of work to this thread. Requests and Postgres come first where processors are
 * few.
 */
const NICENESS = 5

// Only Linux lowers the priority of one thread. Elsewhere the whole process would be slowed.
if (process.platform === 'linux' && !isMainThread) setPriority(0, Math.max(getPriority(0), NICENESS))

/** Runs in the thread of `createLocalTextEncoder`, which loads the model with its first text. */
export function encodeTexts(texts: readonly string[]): (Float32Array | null)[] {
  const encodeText = encode ?? createSentenceEncoder()
  encode = encodeText
  return texts.map((text) => encodeText(text))
}
