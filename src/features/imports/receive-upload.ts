import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Queryable } from '../../platform/db/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { storedNotice } from './details.ts'
import { EncodingDetector } from './files/detect-encoding.ts'
import type { Encoding } from './files/file-facts.ts'
import { isWorkbook } from './files/file-kind.ts'
import { createStoredFile } from './files/stored-file.ts'
import { createImportFilesRepository } from './import-files.repository.ts'
import type { ImportRun, StoredNotice } from './imports.table.ts'

export const MAX_BYTES = 100 * 1024 * 1024
/** Parsing this much blocks the event loop for about 10 ms. */
const CHUNK_BYTES = 128 * 1024
/** Detecting the encoding of this much takes some milliseconds. */
const PIECE_BYTES = 64 * 1024

/** A file that has arrived, and its format and encoding. */
export interface Received {
  format: ImportRun['format']
  encoding: Encoding | null
  notices: StoredNotice[]
  bytes: number
  sha256: string
}

/**
 * Stores an upload piece by piece, never whole in memory; `onStored` may throw to stop it. Throws `body_too_large`,
 * `upload_incomplete`, `import_ended` if the import is cancelled, and `encoding_not_supported` or `unsupported_media_type`
 * if the content is neither text nor a workbook.
 */
export async function receiveUpload(
  db: Queryable,
  run: Pick<ImportRun, 'partnerId' | 'id' | 'format'>,
  source: AsyncIterable<Buffer>,
  { onStored }: { onStored: () => Promise<void> },
): Promise<Received> {
  const repository = createImportFilesRepository(db)
  const detector = new EncodingDetector()
  const hash = createHash('sha256')
  let bytes = 0
  let number = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const store = async () => {
    const chunk = { number: number++, data: Buffer.concat(waiting), received: bytes }
    if (!(await repository.add(run, chunk))) throw cancelledMeanwhile()
    waiting = []
    waitingBytes = 0
    await onStored()
  }
  for await (const piece of untilEnd(source)) {
    bytes += piece.length
    if (bytes > MAX_BYTES) throw new DomainError('body_too_large', 'A file may have up to 100 MiB.')
    detector.add(piece)
    hash.update(piece)
    waiting.push(piece)
    waitingBytes += piece.length
    if (waitingBytes >= CHUNK_BYTES) await store()
  }
  if (waitingBytes > 0) await store()
  const received = { bytes, sha256: hash.digest('hex') }
  if (await isWorkbook(createStoredFile(db, run)))
    return { ...received, format: 'xlsx', encoding: null, notices: [] }
  // A file is not a workbook because its name says so.
  const format = run.format === 'xlsx' ? 'csv' : run.format
  const { encoding, notices } = await detector.end()
  return { ...received, format, encoding, notices: notices.map(storedNotice) }
}

export function cancelledMeanwhile(): DomainError {
  return new DomainError(
    'import_ended',
    'The import was cancelled while its file was being received. Upload the file again to import it.',
  )
}

/**
 * Yields the file in pieces of at most 64 KiB, even if it arrives at once. Reports a broken connection as the caller's
 * fault, not as an internal error.
 */
export async function* untilEnd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    for await (const piece of source)
      for (let at = 0; at < piece.length; at += PIECE_BYTES) {
        if (at > 0) await setImmediate()
        yield piece.subarray(at, at + PIECE_BYTES)
      }
  } catch (error) {
    if (error instanceof DomainError) throw error
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 413)
      throw new DomainError('body_too_large', 'A file may have up to 100 MiB.')
    throw new DomainError(
      'upload_incomplete',
      'The upload broke off. Nothing was imported. Send the file again.',
    )
  }
}
