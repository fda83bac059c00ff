import { INFERRED } from '../rows/importances.ts'

/** Number of bits in a signature of skills or words. A posting of 40 words sets one in 50 of them. */
export const SIGNATURE_BITS = { skills: 1024, words: 2048 } as const
export type SignatureOf = keyof typeof SIGNATURE_BITS

/** Returns a 32-bit hash of a text, the same in every process: FNV-1a with a final mixing step. */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/**
 * Returns the bit of a text in a signature. If the bit is 0, the text is certainly absent; if it is 1, the text may be
 * present.
 */
export function bitOfText(of: SignatureOf, text: string): number {
  return (numberOf(text) >>> 8) % SIGNATURE_BITS[of]
}

/** Returns the signature of some texts, in hexadecimal, with bits numbered as by `get_bit` of Postgres. */
export function signatureOf(of: SignatureOf, texts: Iterable<string>): string {
  const bytes = new Uint8Array(SIGNATURE_BITS[of] / 8)
  for (const text of texts) {
    const bit = bitOfText(of, text)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
  return Buffer.from(bytes).toString('hex')
}

/** Returns a 32-bit mask of a few texts. Sets that share a text share a bit. */
export function maskOf(texts: Iterable<string>): number {
  let bits = 0
  for (const text of texts) bits |= 1 << (numberOf(text) >>> 27)
  return bits
}

/** Returns a name for a skill at a certain level or, if it is inferred from a text, at a certain confidence. */
export function gradedSkill({
  skill,
  importance,
  level,
}: {
  skill: string
  importance: number
  level: number
}): string {
  return `${skill} ${importance >= INFERRED ? 'c' : 'l'}${level}`
}
