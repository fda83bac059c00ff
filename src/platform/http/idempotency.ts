import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import { HOUR_MS } from '../../shared/time.ts'
import type { Queryable } from '../db/index.ts'
import type { InTransaction, Transaction } from '../events/index.ts'
import { actorOf } from './authentication.ts'
import { createIdempotencyRepository } from './idempotency.repository.ts'

export const IDEMPOTENCY_HOURS = 24

/** Removes expired stored responses. */
export async function removeOldIdempotencyKeys(db: Queryable, now: Date): Promise<void> {
  const before = new Date(now.getTime() - IDEMPOTENCY_HOURS * HOUR_MS)
  await createIdempotencyRepository(db).removeOlderThan(before)
}

export const idempotencyHeader = z.looseObject({
  'idempotency-key': z
    .string()
    .optional()
    .describe(
      'Identifies the request, so that a repeat returns the same response. 1 to 255 visible ASCII characters. Kept for 24 hours',
    ),
})

/** The response of a POST, complete enough to send it again later. */
export interface Answer<B = unknown> {
  status: number
  headers?: Record<string, string>
  body: B
  /** The created resource, so that erasing it also erases the stored response. */
  resourceId?: string
}

/**
 * Runs POST requests once per key. Both functions set status and headers on the reply and return the body to
 * send.
 */
export interface Idempotency {
  /** For a POST that writes: does the work and stores its response in one transaction. */
  write<B>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (tx: Transaction) => Promise<Answer<B>>,
    options?: {
      /** Identifies a streamed body. */
      content?: string | undefined
      /**
       * Answers a repeat from the current rows. The body of the first response, which may contain other
       * partners' texts, is not stored.
       */
      again?: ((tx: Transaction, resourceId: string) => Promise<Answer<B>>) | undefined
    },
  ): Promise<B>
  /**
   * For a POST that only computes: holds no connection, and stores its response if there is a key and storing
   * is allowed.
   */
  compute<B>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<Answer<B>>,
    options: { isStored: boolean },
  ): Promise<B>
}

const storedAnswer = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown(),
})

/**
 * Creates the runner of POST requests, which runs each once per Idempotency-Key. The response is stored in
 * the transaction that did the work, so that both exist or neither. It is encrypted with the key itself, of
 * which only a hash is stored, so the table contains no readable personal data. Throws
 * `idempotency_key_reused` for other parameters and `idempotency_key_in_use` for a concurrent request.
 */
export function createIdempotency(deps: { inTransaction: InTransaction; clock: Clock }): Idempotency {
  const write: Idempotency['write'] = async (request, reply, work, { content, again } = {}) => {
    const key = readKey(request)
    if (key === null) return prepare(reply, await deps.inTransaction(work))
    const { partnerId } = actorOf(request)
    const seal = createSeal(`${partnerId}:${key}`)
    const fingerprint = seal.mac(JSON.stringify([request.method, request.url, content ?? request.body]))

    const { answer, replayed } = await deps.inTransaction(async (tx) => {
      const repository = createIdempotencyRepository(tx.db)
      if (!(await repository.lock(seal.keyHash))) {
        throw new DomainError('idempotency_key_in_use', message('refusal_said', { what: 'key_in_use' }))
      }
      const since = new Date(deps.clock().getTime() - IDEMPOTENCY_HOURS * HOUR_MS)
      const stored = await repository.find(partnerId, seal.keyHash, since)
      if (stored) {
        if (!timingSafeEqual(stored.fingerprint, fingerprint)) {
          throw new DomainError('idempotency_key_reused', message('refusal_said', { what: 'key_reused' }))
        }
        // Stored by this same route, since the fingerprint contains its address.
        const answer = storedAnswer.parse(JSON.parse(seal.open(stored.response))) as Awaited<
          ReturnType<typeof work>
        >
        if (!again || stored.resourceId === null) return { answer, replayed: true }
        const { resourceId: _, ...current } = await again(tx, stored.resourceId)
        return { answer: { ...current, status: answer.status }, replayed: true }
      }
      const { resourceId, ...answer } = await work(tx)
      // A process of the previous version repeats the stored response.
      const held = again ? { status: answer.status, body: { id: resourceId } } : answer
      await repository.store({
        partnerId,
        keyHash: seal.keyHash,
        fingerprint,
        response: seal.close(JSON.stringify(held)),
        resourceId: resourceId ?? null,
        createdAt: deps.clock(),
      })
      return { answer, replayed: false }
    })
    if (replayed) reply.header('idempotency-replayed', 'true')
    return prepare(reply, answer)
  }
  return {
    write,
    async compute(request, reply, work, { isStored }) {
      const key = readKey(request)
      const answer = await work()
      return key === null || !isStored ? prepare(reply, answer) : write(request, reply, async () => answer)
    },
  }
}

function prepare<B>(reply: FastifyReply, answer: Answer<B>): B {
  reply.code(answer.status).headers(answer.headers ?? {})
  return answer.body
}

function readKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key']
  if (header === undefined) return null
  if (typeof header === 'string' && /^[\x21-\x7e]{1,255}$/.test(header)) return header
  throw new DomainError('malformed_request', message('refusal_said', { what: 'key_form' }))
}

/** Hash, MAC and AES-256-GCM, all derived (HKDF, RFC 5869) from the text that only the caller has. */
function createSeal(text: string) {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', text, 'smartsource idempotency', purpose, 32))
  const encryptionKey = derive('encrypt')
  const macKey = derive('fingerprint')
  return {
    keyHash: derive('look-up'),
    mac: (data: string) => createHmac('sha256', macKey).update(data).digest(),
    close(plain: string): Buffer {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, iv)
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed])
    },
    open(sealed: Buffer): string {
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString()
    },
  }
}
