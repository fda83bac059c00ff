import compress from '@fastify/compress'
import type { App } from './app-type.ts'

/** Smaller answers gain nothing. */
const LEAST_BYTES = 1024

/** Compresses answers for clients that accept it. Bodies of requests are never decompressed: a small one may be huge. */
export async function compressAnswers(app: App): Promise<void> {
  await app.register(compress, {
    threshold: LEAST_BYTES,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  })
}
