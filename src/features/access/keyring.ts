import type { Clock } from '../../shared/clock.ts'
import type { Keys, SigningKey } from './signing-key.ts'

/** A new key is shown for so long before it signs: whoever verifies may remember the keys for five minutes. */
export const KEY_LEAD_S = 10 * 60

/** The keys as this process knows them. */
export interface Keyring {
  /** Keys to verify with; another array whenever they have changed. */
  all(): readonly SigningKey[]
  /** The key that signs now: the same in every process that knows the same keys. */
  signing(): SigningKey
  replace(keys: Keys): void
}

export function createKeyring(keys: Keys, clock: Clock): Keyring {
  let present = keys
  return {
    all: () => present,
    signing() {
      const latest = clock().getTime() - KEY_LEAD_S * 1000
      const [newest] = present
      // Where all are new, the first of them.
      return present.find(({ createdAt }) => createdAt.getTime() <= latest) ?? present.at(-1) ?? newest
    },
    replace(keys) {
      present = keys
    },
  }
}

/** What is made of the key that signs, made anew when another one does. */
export function ofSigningKey<T>(keyring: Keyring, make: (key: SigningKey) => T): () => T {
  let made: { kid: string; value: T } | null = null
  return () => {
    const key = keyring.signing()
    if (made?.kid !== key.kid) made = { kid: key.kid, value: make(key) }
    return made.value
  }
}
