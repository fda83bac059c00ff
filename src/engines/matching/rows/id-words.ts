import { int32At } from '../../../shared/item-at.ts'
import { PACKED_ID_WORDS, packId, unpackId } from '../../../shared/packed-id.ts'
import { MOST } from './layout.ts'

/** Prefixes of ids that are packed. Their codes follow those of other ids, which are their lengths. */
const PREFIXES = ['need', 'offer']
const FIRST_PACKED = MOST.idLength + 1
const tried = new Int32Array(PACKED_ID_WORDS)

/** Returns the code of an id: which prefix it has if it can be packed, otherwise its number of characters; -1 if it is too long. */
export function codeOfId(id: string): number {
  const length = packId(id, tried, 0)
  const prefix = length < 0 ? -1 : PREFIXES.indexOf(id.slice(0, length))
  if (prefix >= 0) return FIRST_PACKED + prefix
  return id.length > MOST.idLength ? -1 : id.length
}

export function isPacked(code: number): boolean {
  return code >= FIRST_PACKED
}

/** Returns the number of words for an id with this code. */
export function idWords(code: number): number {
  return isPacked(code) ? PACKED_ID_WORDS : (code + 3) >> 2
}

/** Writes an id of ASCII characters with this code: packed, or four characters to a word. */
export function writeId(id: string, code: number, words: Int32Array, start: number): void {
  if (isPacked(code)) {
    packId(id, words, start)
    return
  }
  for (let word = 0; word < idWords(code); word++) {
    let bits = 0
    for (let byte = 0; byte < 4; byte++) bits = (bits << 8) | (id.charCodeAt(4 * word + byte) & 0xff)
    words[start + word] = bits
  }
}

export function readId(code: number, words: Int32Array, start: number): string {
  if (isPacked(code)) return `${PREFIXES[code - FIRST_PACKED]}_${unpackId(words, start)}`
  let id = ''
  for (let at = 0; at < code; at++)
    id += String.fromCharCode((int32At(words, start + (at >> 2)) >>> (24 - 8 * (at & 3))) & 0xff)
  return id
}
