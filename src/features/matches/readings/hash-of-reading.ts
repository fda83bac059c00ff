import { createHash } from 'node:crypto'
import type { PostedText } from '../../../engines/matching/index.ts'
import { identityOfReader } from './identity-of-reader.ts'

/** SHA-256 of all that a reading is made of: the text, what is known beside it, and the program that read it. */
export function hashOfReading({ title, description, side, returns, isTagged, meaning }: PostedText): Buffer {
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([identityOfReader(), title, description, side, returns, isTagged, meaning?.model ?? null]),
  )
  if (meaning) hash.update(meaning.numbers)
  return hash.digest()
}
