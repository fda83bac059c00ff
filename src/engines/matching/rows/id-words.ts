/** Returns the number of words for an id of this many characters. */
export function idWords(characters: number): number {
  return (characters + 3) >> 2
}

/** Writes an id of ASCII characters, four to a word. */
export function writeId(id: string, words: Int32Array, start: number): void {
  for (let word = 0; word < idWords(id.length); word++) {
    let bits = 0
    for (let byte = 0; byte < 4; byte++) bits = (bits << 8) | (id.charCodeAt(4 * word + byte) & 0xff)
    words[start + word] = bits
  }
}
