import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Creates a secret of 256 random bits. It is stored as its SHA-256: slow password hashes protect guessable secrets, and
 * these can't be guessed.
 */
export function newClientSecret(): { secret: string; secretHash: Buffer } {
  const secret = `ss_${randomBytes(32).toString('base64url')}`
  return { secret, secretHash: hashSecret(secret) }
}

/** Compares in constant time. */
export function secretMatches(secret: string, secretHash: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), secretHash)
}

function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
