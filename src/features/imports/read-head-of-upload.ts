import { DomainError } from '../../shared/errors.ts'
import { asUtf8 } from './files/as-utf8.ts'
import { EncodingDetector, type FoundEncoding } from './files/detect-encoding.ts'
import { isWorkbook } from './files/file-kind.ts'
import type { TemporaryFile } from './files/temporary-file.ts'
import { MAX_BYTES, untilEnd } from './receive-upload.ts'

/** Enough for a hundred rows of ordinary length. */
const HEAD_BYTES = 512 * 1024
const LF = 0x0a
const CR = 0x0d

/** The beginning of a file as whole lines in UTF-8, and the encoding of the whole file. */
export interface UploadHead extends FoundEncoding {
  bytes: Buffer
  /** Whether `bytes` is the whole file. */
  isWhole: boolean
}

/**
 * Stores an upload in a file and returns the beginning of its text, or null for a workbook. Reads the upload to its end,
 * because a caller answered earlier may take it for a broken connection. Throws `body_too_large`, `upload_incomplete`,
 * `encoding_not_supported` and `unsupported_media_type`.
 */
export async function readHeadOfUpload(
  source: AsyncIterable<Buffer>,
  file: TemporaryFile,
): Promise<UploadHead | null> {
  let bytes = 0
  const detector = new EncodingDetector()
  for await (const piece of untilEnd(source)) {
    bytes += piece.length
    if (bytes > MAX_BYTES) throw new DomainError('body_too_large', 'A file may have up to 100 MiB.')
    detector.add(piece)
    await file.write(piece)
  }
  if (await isWorkbook(file)) return null
  const head: Buffer[] = []
  for await (const piece of file.range(0, HEAD_BYTES)) head.push(piece)
  const isWhole = bytes <= HEAD_BYTES
  const found = await detector.end()
  const text = await inUtf8(Buffer.concat(head), found)
  return { bytes: isWhole ? text : wholeLines(text), isWhole, ...found }
}

async function inUtf8(head: Buffer, { encoding }: FoundEncoding): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of asUtf8(onePiece(head), encoding)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* onePiece(head: Buffer): AsyncGenerator<Buffer> {
  yield head
}

/**
 * Returns the whole lines of a head. If its first line is longer than the head, returns the bytes up to a whole character.
 */
function wholeLines(head: Buffer): Buffer {
  const end = Math.max(head.lastIndexOf(LF), head.lastIndexOf(CR)) + 1
  if (end > 0) return head.subarray(0, end)
  const text = new TextDecoder().decode(head, { stream: true })
  return Buffer.from(text)
}
