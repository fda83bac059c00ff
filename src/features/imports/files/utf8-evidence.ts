import { isAscii, isUtf8 } from 'node:buffer'

/** For each first byte of UTF-8: the number of bytes that follow it, and the range of the first of them. */
const FOLLOWING: readonly ({ count: number; least: number; most: number } | null)[] = Array.from(
  { length: 256 },
  (_, byte) => {
    if (byte >= 0xc2 && byte <= 0xdf) return { count: 1, least: 0x80, most: 0xbf }
    if (byte >= 0xe0 && byte <= 0xef)
      return { count: 2, least: byte === 0xe0 ? 0xa0 : 0x80, most: byte === 0xed ? 0x9f : 0xbf }
    if (byte >= 0xf0 && byte <= 0xf4)
      return { count: 3, least: byte === 0xf0 ? 0x90 : 0x80, most: byte === 0xf4 ? 0x8f : 0xbf }
    return null
  },
)
/** From here on, a byte begins a character of several bytes. */
const FIRST_OF_MANY = 0xc2
const MAX_LINES_KEPT = 3

/** Counts, piece by piece, the characters beyond ASCII that are UTF-8 and the bytes that are not. */
export class Utf8Evidence {
  /** Characters of more than one byte. */
  characters = 0
  /** Bytes that are not UTF-8. */
  invalid = 0
  /** First lines that are not UTF-8. */
  readonly invalidLines: number[] = []
  #lfs = 0
  #crs = 0
  #missing = 0
  #least = 0x80
  #most = 0xbf

  /** Whether lines end with CR only, as those of old Macintosh programs do. */
  get endsLinesWithCr(): boolean {
    return this.#crs > 0 && this.#lfs === 0
  }

  /** Adds a piece. Returns true if it is UTF-8 and ends with a whole character. */
  add(piece: Uint8Array): boolean {
    const whole = this.#missing > 0 ? 0 : wholeCharacters(piece)
    const checked = piece.subarray(0, whole)
    // Checking each byte is slow and rarely needed.
    const isValid = isUtf8(checked)
    if (isValid) {
      this.#countLines(checked)
      if (!isAscii(checked)) for (const byte of checked) if (byte >= FIRST_OF_MANY) this.characters++
    }
    for (const byte of isValid ? piece.subarray(whole) : piece) this.#addByte(byte)
    return isValid && whole === piece.length
  }

  /** Ends the text. A character cut off at the end is not UTF-8. */
  end(): void {
    if (this.#missing > 0) this.#addInvalid()
  }

  #addByte(byte: number): void {
    if (this.#missing > 0) {
      if (byte >= this.#least && byte <= this.#most) {
        this.#expect(this.#missing - 1, 0x80, 0xbf)
        if (this.#missing === 0) this.characters++
        return
      }
      this.#addInvalid()
    }
    if (byte < 0x80) {
      if (byte === 0x0a) this.#lfs++
      else if (byte === 0x0d) this.#crs++
      return
    }
    const following = FOLLOWING[byte]
    if (following) this.#expect(following.count, following.least, following.most)
    else this.#addInvalid()
  }

  #expect(missing: number, least: number, most: number): void {
    this.#missing = missing
    this.#least = least
    this.#most = most
  }

  #addInvalid(): void {
    this.#missing = 0
    this.invalid++
    const line = 1 + Math.max(this.#lfs, this.#crs)
    if (this.invalidLines.length < MAX_LINES_KEPT && this.invalidLines.at(-1) !== line)
      this.invalidLines.push(line)
  }

  #countLines(piece: Uint8Array): void {
    for (let at = piece.indexOf(0x0a); at >= 0; at = piece.indexOf(0x0a, at + 1)) this.#lfs++
    for (let at = piece.indexOf(0x0d); at >= 0; at = piece.indexOf(0x0d, at + 1)) this.#crs++
  }
}

/** Returns the length of the piece without a character that may be cut off at its end. */
function wholeCharacters(piece: Uint8Array): number {
  const last = piece.length - 1
  for (let at = last; at >= 0 && at > last - 3; at--) if ((piece[at] ?? 0) >= FIRST_OF_MANY) return at
  return piece.length
}
