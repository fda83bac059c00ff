import { createHash, randomBytes } from 'node:crypto'
import { idToUuid, type PartnerId, uuidToId } from '../../shared/ids.ts'

const PARTNER_BYTES = 16
const SECRET_BYTES = 24
const KEY = /^[A-Za-z0-9_-]{54}$/

export interface PartnerKey {
  partnerId: PartnerId
  /** SHA-256 of the whole key. */
  hash: Buffer
}

/**
 * Creates a key that grants access to something of a partner without a token. It contains the partner, so that its row is
 * found among the partner's rows, and 192 random bits. Only the hash should be stored.
 */
export function newPartnerKey(partnerId: PartnerId): { text: string; hash: Buffer } {
  const partner = Buffer.from(idToUuid(partnerId).replaceAll('-', ''), 'hex')
  const bytes = Buffer.concat([partner, randomBytes(SECRET_BYTES)])
  return { text: bytes.toString('base64url'), hash: hashOf(bytes) }
}

/** Reads a key; undefined if the text can't be one. */
export function readPartnerKey(text: string): PartnerKey | undefined {
  if (!KEY.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  // Several texts decode to the same bytes; only one of them is the key.
  if (bytes.length !== PARTNER_BYTES + SECRET_BYTES || bytes.toString('base64url') !== text) return undefined
  const hex = bytes.subarray(0, PARTNER_BYTES).toString('hex')
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { partnerId: uuidToId('partner', uuid), hash: hashOf(bytes) }
}

function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
