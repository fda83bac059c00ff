import { INFERRED } from '../rows/importances.ts'

/** Bits of a signature of skills, and of one of words: a posting of 40 words sets one in 50 of them. */
export const SIGNATURE_BITS = { skills: 1024, words: 2048 } as const
export type SignatureOf = keyof typeof SIGNATURE_BITS

/** A number of 32 bits that stands for a text, the same in every process: FNV-1a with a last mixing. */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** The bit of a signature that stands for a text: what is not there is certain, what is there is not. */
export function bitOfText(of: SignatureOf, text: string): number {
  return (numberOf(text) >>> 8) % SIGNATURE_BITS[of]
}

/** The signature of some texts, in hexadecimal, as `get_bit` of Postgres numbers its bits. */
export function signatureOf(of: SignatureOf, texts: Iterable<string>): string {
  const bytes = new Uint8Array(SIGNATURE_BITS[of] / 8)
  for (const text of texts) {
    const bit = bitOfText(of, text)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
  return Buffer.from(bytes).toString('hex')
}

/** 32 bits that stand for a few texts: two sets that share one share a bit. */
export function maskOf(texts: Iterable<string>): number {
  let bits = 0
  for (const text of texts) bits |= 1 << (numberOf(text) >>> 27)
  return bits
}

/** Stands for a skill of a certain level or, where only a text expresses it, of a certain confidence. */
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
