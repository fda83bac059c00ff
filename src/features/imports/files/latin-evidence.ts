/**
 * Bytes that are quotation marks, dashes and the like in one of the encodings. They also occur inside words, so they prove
 * nothing.
 */
const PUNCTUATION = new Set([
  0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xad, 0xb4, 0xb7, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5,
])
/** Capital letters of windows-1252 in a range where the Macintosh has frequent small letters. */
const RARE_CAPITALS = new Set([0x8a, 0x8c, 0x8e, 0x9f])
const SMALL_IN_LOW_RANGE = new Set([0x83, 0x9a, 0x9c, 0x9e])
const SHARP_S_OF_MACINTOSH = 0xa7
/** ð, ý, þ and their capitals in windows-1252 are ğ, ı, ş and theirs in the Turkish encoding. */
const TURKISH = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe])
/** Vowels that occur next to these in Icelandic, Faroese and Czech, and hardly ever in Turkish. */
const NOT_TURKISH = new Set([0xc1, 0xc9, 0xcd, 0xd3, 0xda, 0xe1, 0xe6, 0xe9, 0xed, 0xf3, 0xfa])
/** From here on, windows-1252 has letters, except for two signs. */
const FIRST_LETTER = 0xc0
const MAX_SAMPLE_BYTES = 16 * 1024

/** Collects evidence, piece by piece, for the single-byte encoding of a text with accents. */
export class LatinEvidence {
  bytes = 0
  /** Bytes beyond ASCII, and those of them in runs. In Latin script at most two occur in a row, as in “Núñez”. */
  high = 0
  inRuns = 0
  /** Within words: letters of windows-1252, and bytes that are signs in it. */
  windows = 0
  implausible = 0
  /** Signs of windows-1252 that are letters on the Macintosh. */
  macintosh = 0
  /** Control characters. A text has hardly any. */
  controls = 0
  #turkish = 0
  #notTurkish = 0
  #before = 0
  #byte = 0
  readonly #samples: Uint8Array[] = []
  #sampleBytes = 0

  /** Pieces with bytes beyond ASCII, to guess the language from. */
  get sample(): Uint8Array {
    return Buffer.concat(this.#samples)
  }

  /** Whether letters that are only Icelandic in windows-1252 occur more often than its vowels. */
  get isTurkish(): boolean {
    return this.#turkish > this.#notTurkish
  }

  add(piece: Uint8Array): void {
    this.bytes += piece.length
    for (const byte of piece) this.#next(byte)
    this.#keep(piece)
  }

  /** Skips a piece that proves nothing, because it is UTF-8. */
  skip(piece: Uint8Array): void {
    if (piece.length === 0) return
    this.bytes += piece.length
    this.#next(piece[0] ?? 0)
    this.#before = piece.at(-2) ?? this.#before
    this.#byte = piece.at(-1) ?? this.#byte
  }

  end(): void {
    this.#next(0x0a)
  }

  /** Classifies the previous byte by its neighbours. */
  #next(after: number): void {
    const byte = this.#byte
    if (byte >= 0x80) this.#judge(byte, this.#before, after)
    if (after < 0x20 && after !== 0x09 && after !== 0x0a && after !== 0x0d) this.controls++
    this.#before = byte
    this.#byte = after
  }

  #judge(byte: number, before: number, after: number): void {
    this.high++
    if (TURKISH.has(byte)) this.#turkish++
    if (NOT_TURKISH.has(byte)) this.#notTurkish++
    if (isInRun(byte, before, after)) this.inRuns++
    if (PUNCTUATION.has(byte) || !(isLetter(before) || isLetter(after))) return
    const isInSmallLetters = before >= 0x61 && before <= 0x7a
    if (isWindowsLetter(byte, isInSmallLetters)) this.windows++
    else {
      this.implausible++
      if (byte < 0xa0 || byte === SHARP_S_OF_MACINTOSH) this.macintosh++
    }
  }

  #keep(piece: Uint8Array): void {
    const first = piece.findIndex((byte) => byte >= 0x80)
    if (first < 0 || this.#sampleBytes >= MAX_SAMPLE_BYTES) return
    const kept = piece.slice(Math.max(0, first - 1000), first + 4000)
    this.#samples.push(kept)
    this.#sampleBytes += kept.length
  }
}

/** Tells whether a byte is between two bytes beyond ASCII, or next to one with which it can't be a pair of letters. */
function isInRun(byte: number, before: number, after: number): boolean {
  if (before >= 0x80 && after >= 0x80) return true
  const other = Math.max(before, after)
  return other >= 0x80 && (byte < FIRST_LETTER || other < FIRST_LETTER)
}

/** Tells whether a byte is a letter of windows-1252. A capital inside a lower-case word is more likely another character. */
function isWindowsLetter(byte: number, isInSmallLetters: boolean): boolean {
  if (byte === 0xd7 || byte === 0xf7) return false
  if (byte >= 0xdf || SMALL_IN_LOW_RANGE.has(byte)) return true
  return !isInSmallLetters && (byte >= 0xc0 || RARE_CAPITALS.has(byte))
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}
