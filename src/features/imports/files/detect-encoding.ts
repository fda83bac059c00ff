import { DomainError } from '../../../shared/errors.ts'
import { message } from '../../../shared/messages/index.ts'
import type { FileNotice } from '../imports.table.ts'
import type { Encoding } from './file-facts.ts'
import { guessEncodings } from './guess-encodings.ts'
import { LatinEvidence } from './latin-evidence.ts'
import { Utf8Evidence } from './utf8-evidence.ts'

/** The encoding of a text, and notices about it. */
export interface FoundEncoding {
  encoding: Encoding
  notices: FileNotice[]
}

const HEAD_BYTES = 4096
/** A smaller sample proves nothing: one or two NULs reject a row, not the file. */
const MIN_SAMPLE_BYTES = 64
/** Minimum confidence for a guess without a notice. */
const SURE = 0.8
/** In Latin script, accented letters hardly ever occur in runs. */
const MAX_SHARE_IN_RUNS = 0.3
const LATIN_1 = 'windows-1252'

/**
 * Detects the encoding of a text that arrives in pieces. Checks every byte, since the first accented letter may come late in
 * a file. Keeps only a sample.
 */
export class EncodingDetector {
  readonly #utf8 = new Utf8Evidence()
  readonly #latin = new LatinEvidence()
  #head = Buffer.alloc(0)

  add(piece: Uint8Array): void {
    if (this.#head.length < HEAD_BYTES)
      this.#head = Buffer.concat([this.#head, piece.subarray(0, HEAD_BYTES - this.#head.length)])
    if (this.#utf8.add(piece)) this.#latin.skip(piece)
    else this.#latin.add(piece)
  }

  /** Returns the encoding. Throws `encoding_not_supported`, naming the encoding that the file seems to have. */
  async end(): Promise<FoundEncoding> {
    this.#utf8.end()
    this.#latin.end()
    const wide = wideEncoding(this.#head)
    if (wide) return { encoding: wide, notices: [] }
    const { invalid, characters } = this.#utf8
    if (invalid === 0) return { encoding: { name: 'UTF-8', confidence: 1 }, notices: [] }
    return characters > invalid ? this.#brokenUtf8() : await this.#oneByte()
  }

  #brokenUtf8(): FoundEncoding {
    const { invalid, characters, invalidLines } = this.#utf8
    const details = [message('import_encoding_mixed', { bytes: invalid, lines: [...invalidLines] })]
    const confidence = rounded(characters / (characters + invalid))
    return { encoding: { name: 'UTF-8', confidence }, notices: [{ code: 'encoding_mixed', details }] }
  }

  async #oneByte(): Promise<FoundEncoding> {
    const { bytes, high, inRuns, windows, implausible, macintosh, controls, sample } = this.#latin
    if (controls > bytes / 50) throw refused('a program or a picture, not text')
    const guesses = await guessEncodings(sample)
    const guess = guesses.find(({ name }) => name !== LATIN_1)
    if (inRuns > high * MAX_SHARE_IN_RUNS) throw refused(guess?.name)
    const isMacintosh = macintosh > windows || (macintosh > 0 && this.#utf8.endsLinesWithCr)
    if (isMacintosh) return sureOrNot('macintosh', { fit: macintosh, unfit: windows })
    const latin1 = guesses.find(({ name }) => name === LATIN_1)?.confidence ?? 0
    const isOther = guess && guess.confidence >= 50 && guess.confidence >= latin1 + 30
    if (implausible > windows || isOther) throw refused(guess?.name)
    if (this.#latin.isTurkish) throw refused('windows-1254')
    return sureOrNot('windows-1252', { fit: windows, unfit: implausible })
  }
}

function sureOrNot(
  name: 'macintosh' | 'windows-1252',
  { fit, unfit }: { fit: number; unfit: number },
): FoundEncoding {
  const confidence = Math.min(0.99, rounded((fit + 2) / (fit + unfit + 2.5)))
  const details = [message('import_encoding_unsure', { encoding: name })]
  return {
    encoding: { name, confidence },
    notices: confidence < SURE ? [{ code: 'encoding_unsure', details }] : [],
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100
}

/** Detects UTF-16 by its byte order mark, or because every other byte is NUL. Throws if the text is UTF-32. */
function wideEncoding(head: Buffer): Encoding | null {
  const nuls = [0, 0, 0, 0]
  const sample = head.subarray(0, 1000)
  for (const [at, byte] of sample.entries()) if (byte === 0) nuls[at % 4] = (nuls[at % 4] ?? 0) + 1
  const [first = 0, second = 0, third = 0, fourth = 0] = nuls
  const all = first + second + third + fourth
  const isLong = sample.length >= MIN_SAMPLE_BYTES
  if (isLong && all > sample.length * 0.6) throw refused('UTF-32')
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'UTF-16LE', confidence: 1 }
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'UTF-16BE', confidence: 1 }
  if (!isLong || all <= sample.length / 3) return null
  const low = second + fourth
  if (low >= all * 0.9) return { name: 'UTF-16LE', confidence: rounded(low / all) }
  if (low <= all * 0.1) return { name: 'UTF-16BE', confidence: rounded(1 - low / all) }
  throw refused('a program or a picture, not text')
}

function refused(looksLike: string | undefined): DomainError {
  const found = looksLike ? `It looks like ${looksLike}.` : 'Its encoding is not known.'
  return new DomainError(
    'encoding_not_supported',
    `The file can't be read as text. ${found} Save it as UTF-8 (in Excel: "CSV UTF-8") and try again.`,
  )
}
