import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Thrown if a stored secret can't be read with the keys of this process. The message says what to do, for a
 * person at a terminal.
 */
export class SecretsKeyError extends Error {}

/**
 * Encrypts secrets that the database stores. `label` names the row: a sealed secret that is moved to another
 * row can't be opened.
 */
export interface SecretBox {
  seal(secret: string, label: string): string
  /** Throws SecretsKeyError unless one of the keys sealed it for this label. */
  open(sealed: string, label: string): string
  /** Prefix of every text sealed with the newest key. */
  currentPrefix: string
  /** Seals a text with the newest key if it is not sealed yet, or was sealed with an older key. */
  reseal(stored: string, label: string): string
}

/** At least one key, newest first. The newest one seals; all of them open. */
export type SecretsKeys = readonly [string, ...string[]]

const PREFIX = 'sealed1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

interface DerivedKey {
  /** Identifies the key that sealed a secret without revealing anything of it. */
  id: string
  bytes: Buffer
}

/** AES-256-GCM with a random nonce and the label as associated data (NIST SP 800-38D); keys are derived by HKDF (RFC 5869). */
export function createSecretBox(keys: SecretsKeys): SecretBox {
  const [newest, ...older] = keys
  const current = derive(newest)
  const currentPrefix = `${PREFIX}:${current.id}:`
  const all = [current, ...older.map(derive)]

  const open: SecretBox['open'] = (sealed, label) => {
    const [prefix, id, text] = sealed.split(':')
    const key = all.find((one) => one.id === id)
    if (prefix !== PREFIX || !key || text === undefined) {
      throw new SecretsKeyError(
        'A stored secret was encrypted with another key. Set SECRETS_KEY to the key that this database was used with, or copy secrets.key into DATA_DIR.',
      )
    }
    return decrypt(key, Buffer.from(text, 'base64url'), label)
  }
  const seal: SecretBox['seal'] = (secret, label) =>
    currentPrefix + encrypt(current, secret, label).toString('base64url')

  return {
    seal,
    open,
    currentPrefix,
    reseal: (stored, label) => seal(stored.startsWith(`${PREFIX}:`) ? open(stored, label) : stored, label),
  }
}

function derive(key: string): DerivedKey {
  const bytes = Buffer.from(hkdfSync('sha256', key, '', 'smartsource stored secrets', 32))
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}

function encrypt(key: DerivedKey, secret: string, label: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(label))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function decrypt(key: DerivedKey, sealed: Buffer, label: string): string {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(label)).setAuthTag(tag)
    const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    throw new SecretsKeyError('A stored secret was changed in the database. Restore it from a backup.')
  }
}
