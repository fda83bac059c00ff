import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { message } from '../../../../shared/messages/index.ts'
import { rowMessage } from '../../details.ts'
import { UnreadableFile } from '../../source-row.ts'
import type { StoredFile } from '../stored-file.ts'

/** More parts than any real workbook has. */
const MAX_PARTS = 10_000
const MIB = 1024 * 1024

/** Parts of a workbook by name, in lower case and without a leading slash. */
export interface Parts {
  names: readonly string[]
  /** Opens a part. Null if it does not exist. Throws UnreadableFile if it is larger than `maxBytes` once unpacked. */
  open(name: string, maxBytes: number): Promise<Readable | null>
}

class StoredFileReader extends RandomAccessReader {
  readonly #file: StoredFile

  constructor(file: StoredFile) {
    super()
    this.#file = file
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#file.range(start, end), { objectMode: false })
  }
}

/** Lists the parts of a ZIP archive without unpacking them. Throws UnreadableFile. */
export async function openZip(file: StoredFile): Promise<Parts> {
  const zip = await orUnreadable(
    fromRandomAccessReaderPromise(new StoredFileReader(file), await file.size(), {
      lazyEntries: true,
      autoClose: false,
    }),
  )
  const entries = await orUnreadable(entriesOf(zip))
  return {
    names: [...entries.keys()],
    async open(name, maxBytes) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) return null
      if (entry.isEncrypted()) throw new UnreadableFile('workbook_damaged', PROTECTED)
      if (entry.uncompressedSize > maxBytes) throw tooLarge(maxBytes)
      // The stream fails if more bytes come out than the entry says.
      return await orUnreadable(zip.openReadStreamPromise(entry))
    },
  }
}

export const PROTECTED = rowMessage('workbook_protected')

export function tooLarge(maxBytes: number): UnreadableFile {
  return new UnreadableFile(
    'workbook_too_large',
    message('import_workbook_too_large', { mib: Math.round(maxBytes / MIB) }),
  )
}

export function damaged(): UnreadableFile {
  return new UnreadableFile('workbook_damaged', rowMessage('workbook_damaged'))
}

/** Tells whether an error says that a part can't be unpacked. */
export function isUnpackingFault(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof UnreadableFile) return false
  return ('code' in error && String(error.code).startsWith('Z_')) || /bytes in the stream/.test(error.message)
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MAX_PARTS) throw damaged()
    // Spreadsheet programs ignore a second part with the same name.
    const name = entry.fileName.toLowerCase()
    if (!entries.has(name)) entries.set(name, entry)
  }
  return entries
}

async function orUnreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UnreadableFile || !isZipError(error)) throw error
    throw damaged()
  }
}

/** Tells whether an error comes from the archive. Database errors pass through, so that the import is tried again. */
function isZipError(error: unknown): boolean {
  return (
    error instanceof Error && !('severity' in error) && !('code' in error && typeof error.code === 'string')
  )
}
