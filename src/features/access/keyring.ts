import type { Clock } from '../../shared/clock.ts'
import type { Keys, SigningKey } from './signing-key.ts'

/** Time from publishing a new key to signing with it. Verifiers may cache the JWKS for five minutes. */
export const KEY_LEAD_S = 10 * 60

/** The signing keys that this process knows. */
export interface Keyring {
  /** Returns all keys, newest first. Each of them verifies. */
  all(): readonly SigningKey[]
  /** Returns the key that signs now. Processes that know the same keys choose the same one. */
  signing(): SigningKey
  /** Replaces the keys with reloaded ones. A missing key no longer verifies. */
  replace(keys: Keys): void
}

export function createKeyring(keys: Keys, clock: Clock): Keyring {
  let present = keys
  return {
    all: () => present,
    signing() {
      const latest = clock().getTime() - KEY_LEAD_S * 1000
      const [newest] = present
      // If all keys are new, the oldest signs.
      return present.find(({ createdAt }) => createdAt.getTime() <= latest) ?? present.at(-1) ?? newest
    },
    replace(keys) {
      present = keys
    },
  }
}

/** Returns the result of `make` for the current signing key. Calls `make` again only after the key has changed. */
export function memoizeBySigningKey<T>(keyring: Keyring, make: (key: SigningKey) => T): () => T {
  let made: { kid: string; value: T } | null = null
  return () => {
    const key = keyring.signing()
    if (made?.kid !== key.kid) made = { kid: key.kid, value: make(key) }
    return made.value
  }
}
