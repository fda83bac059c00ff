/** The two words of the last fingerprint. Reused to avoid allocation. */
export const fingerprint = { high: 0, low: 0 }

/**
 * Computes a 64-bit fingerprint of an id from two 32-bit hashes with different multipliers (FNV-1a's and MurmurHash3's,
 * each finalized as in MurmurHash3, Appleby 2011). The chance that two of a hundred million ids collide is 1 in 3,700.
 */
export function takeFingerprint(id: string): void {
  let high = 0x811c9dc5
  let low = 0x2f0b4c47
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul((low ^ code) + (low << 13), 0xcc9e2d51)
  }
  fingerprint.high = mixed(high)
  fingerprint.low = mixed(low ^ (high >>> 7))
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
