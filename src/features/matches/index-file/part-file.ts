import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/** Kind, length and checksum of the content, and the checksum of these three: 32 bits each. */
const HEAD_BYTES = 16
/** Maximum length of a part, so that a damaged file can't make the reader allocate gigabytes. */
const MOST_PART_BYTES = 64 * 1024 * 1024

/** Says why a file can't be used. */
export class UnusableFileError extends Error {
  override name = 'UnusableFileError'
}

/** The position of a part in its file. */
export interface PartPlace {
  kind: number
  start: number
  length: number
}

/** Appends a part. */
export async function writePart(file: FileHandle, kind: number, content: Uint8Array): Promise<void> {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt32LE(kind, 0)
  head.writeUInt32LE(content.length, 4)
  head.writeUInt32LE(crc32(content), 8)
  head.writeUInt32LE(crc32(head.subarray(0, 12)), 12)
  await writeAll(file, head)
  await writeAll(file, content)
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; )
    from += (await file.write(bytes, from, bytes.length - from)).bytesWritten
}

export interface PartFile {
  /** In file order. All are complete. */
  parts: PartPlace[]
  read(part: PartPlace): Promise<Buffer>
  close(): Promise<void>
}

/** Opens a file and reads it once to the end. Throws an `UnusableFileError` if any part is damaged. */
export async function openPartFile(path: string): Promise<PartFile> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const parts: PartPlace[] = []
    for (let at = 0; at < size; ) {
      const head = await readAt(file, at, HEAD_BYTES)
      const length = head.readUInt32LE(4)
      if (crc32(head.subarray(0, 12)) !== head.readUInt32LE(12) || length > MOST_PART_BYTES)
        throw new UnusableFileError('a part of it is damaged')
      const part = { kind: head.readUInt32LE(0), start: at + HEAD_BYTES, length }
      if (crc32(await readAt(file, part.start, length)) !== head.readUInt32LE(8))
        throw new UnusableFileError('a part of it is damaged')
      parts.push(part)
      at = part.start + length
    }
    return {
      parts,
      read: ({ start, length }) => readAt(file, start, length),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let from = 0; from < length; ) {
    const { bytesRead } = await file.read(bytes, from, length - from, start + from)
    if (bytesRead === 0) throw new UnusableFileError('its end is missing')
    from += bytesRead
  }
  return bytes
}
