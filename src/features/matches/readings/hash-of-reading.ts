import { createHash } from 'node:crypto'
import type { PostedText } from '../../../engines/matching/index.ts'
import { identityOfReader } from './identity-of-reader.ts'

/**
 * Returns the SHA-256 hash of everything that a reading depends on: the text, the other data about it, and the program
 * version.
 */
export function hashOfReading({ title, description, side, returns, isTagged, meaning }: PostedText): Buffer {
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([identityOfReader(), title, description, side, returns, isTagged, meaning?.model ?? null]),
  )
  if (meaning) hash.update(meaning.numbers)
  return hash.digest()
}
