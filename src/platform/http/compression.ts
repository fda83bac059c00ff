import zlib from 'node:zlib'
import compress from '@fastify/compress'
import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import type { App } from './app-type.ts'
import { isCachedJson } from './cached-json.ts'

/** Compressing smaller responses gains nothing. */
const LEAST_BYTES = 1024
/**
 * Up to this size a response is compressed in one call, which takes half the processor time of a stream and at most
 * 2 ms.
 */
const MOST_BYTES_AT_ONCE = 256 * 1024

/**
 * Compresses responses for clients that accept it. Never decompresses request bodies, since a small one may expand
 * to a huge one, and says so.
 */
export async function compressAnswers(app: App): Promise<void> {
  app.addHook('preParsing', async ({ headers }, reply) => {
    const encoding = headers['content-encoding']?.trim().toLowerCase()
    if (encoding === undefined || encoding === '' || encoding === 'identity') return
    reply.header('accept-encoding', 'identity')
    throw new DomainError('unsupported_media_type', message('refusal_said', { what: 'compressed' }))
  })
  await app.register(compress, {
    threshold: LEAST_BYTES,
    syncThreshold: MOST_BYTES_AT_ONCE,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    zlib: {
      ...zlib,
      brotliCompressSync: compressingOnce(zlib.brotliCompressSync),
      gzipSync: compressingOnce(zlib.gzipSync),
    },
  })
}

/** Compresses bytes that are sent more than once only the first time. */
export function compressingOnce<O>(compressBytes: (bytes: Buffer, options?: O) => Buffer) {
  const compressed = new WeakMap<Buffer, Buffer>()
  return (bytes: Buffer, options?: O): Buffer => {
    const made = compressed.get(bytes) ?? compressBytes(bytes, options)
    if (isCachedJson(bytes)) compressed.set(bytes, made)
    return made
  }
}
