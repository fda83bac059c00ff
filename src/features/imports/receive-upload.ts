import { createHash } from 'node:crypto'
import chardet from 'chardet'
import type { Queryable } from '../../platform/db/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { createImportsRepository } from './imports.repository.ts'
import type { ImportRun } from './imports.table.ts'

export const MAX_BYTES = 100 * 1024 * 1024
/** Parsing this much blocks the event loop for about ten milliseconds. */
const CHUNK_BYTES = 128 * 1024

/**
 * Stores an upload piece by piece, never whole in memory; `onStored` may refuse to go on. Throws `body_too_large`, `upload_incomplete`, `import_ended` if
 * the import is cancelled, and `encoding_not_supported`, which names the encoding that the file seems to have.
 */
export async function receiveUpload(
  db: Queryable,
  run: Pick<ImportRun, 'partnerId' | 'id'>,
  source: AsyncIterable<Buffer>,
  { onStored }: { onStored: () => Promise<void> },
): Promise<{ bytes: number; sha256: string }> {
  const repository = createImportsRepository(db)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const hash = createHash('sha256')
  let bytes = 0
  let number = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const store = async () => {
    const chunk = { number: number++, data: Buffer.concat(waiting), received: bytes }
    if (!(await repository.addChunk(run, chunk))) throw cancelledMeanwhile()
    waiting = []
    waitingBytes = 0
    await onStored()
  }
  for await (const piece of untilEnd(source)) {
    bytes += piece.length
    if (bytes > MAX_BYTES) throw new DomainError('body_too_large', 'A file may have up to 100 MiB.')
    requireUtf8(decoder, piece, bytes === piece.length)
    hash.update(piece)
    waiting.push(piece)
    waitingBytes += piece.length
    if (waitingBytes >= CHUNK_BYTES) await store()
  }
  requireUtf8(decoder, null, bytes === 0)
  if (waitingBytes > 0) await store()
  return { bytes, sha256: hash.digest('hex') }
}

export function cancelledMeanwhile(): DomainError {
  return new DomainError(
    'import_ended',
    'The import was cancelled while its file was being received. Upload the file again to import it.',
  )
}

/** A connection that breaks off is the caller's fault, not an internal error. */
export async function* untilEnd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* source
  } catch (error) {
    if (error instanceof DomainError) throw error
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 413)
      throw new DomainError('body_too_large', 'A file may have up to 100 MiB.')
    throw new DomainError('upload_incomplete', 'The upload broke off. Nothing was imported.')
  }
}

/** Throws `encoding_not_supported` if the text is not UTF-8. */
export function requireUtf8Text(text: Buffer): void {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  requireUtf8(decoder, text, true)
  requireUtf8(decoder, null, false)
}

/** A null piece ends the text. UTF-16 without a byte order mark is valid UTF-8 in which every other character is NUL. */
function requireUtf8(decoder: TextDecoder, piece: Buffer | null, isFirst: boolean): void {
  try {
    if (piece) decoder.decode(piece, { stream: true })
    else decoder.decode()
    if (!isFirst || !piece || !isHalfNul(piece)) return
  } catch {
    // Refused below, with the encoding that it seems to have.
  }
  const found = piece && (isHalfNul(piece) ? 'UTF-16' : chardet.detect(piece))
  const named = found && found !== 'UTF-8' ? ` It looks like ${found}.` : ''
  throw new DomainError(
    'encoding_not_supported',
    `The file is not UTF-8.${named} Save it as UTF-8 and try again.`,
  )
}

/** A smaller sample proves nothing: one or two NULs reject a row, not the file. */
const MIN_SAMPLE_BYTES = 64

function isHalfNul(piece: Buffer): boolean {
  const sample = piece.subarray(0, 1000)
  return sample.length >= MIN_SAMPLE_BYTES && sample.filter((byte) => byte === 0).length > sample.length / 3
}
