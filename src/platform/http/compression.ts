import compress from '@fastify/compress'
import type { App } from './app-type.ts'

/** Compressing smaller responses gains nothing. */
const LEAST_BYTES = 1024

/**
 * Compresses responses for clients that accept it. Never decompresses request bodies: a small one may expand
 * to a huge one.
 */
export async function compressAnswers(app: App): Promise<void> {
  await app.register(compress, {
    threshold: LEAST_BYTES,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  })
}
