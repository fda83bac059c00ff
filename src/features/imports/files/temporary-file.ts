import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredFile } from './stored-file.ts'

const PIECE_BYTES = 64 * 1024

/** A file on disk that can be read from any position. */
export interface TemporaryFile extends StoredFile {
  /** Appends a piece. */
  write(piece: Uint8Array): Promise<void>
}

/**
 * Runs `work` with a temporary file. The file's name is removed before anything is written, so nothing stays on the disk,
 * however the process ends.
 */
export async function withTemporaryFile<T>(work: (file: TemporaryFile) => Promise<T>): Promise<T> {
  const handle = await openWithoutName()
  try {
    return await work(createTemporaryFile(handle))
  } finally {
    await handle.close()
  }
}

async function openWithoutName(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'smartsource-'))
  try {
    return await open(join(folder, 'upload'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function createTemporaryFile(handle: FileHandle): TemporaryFile {
  let written = 0
  async function* range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < Math.min(end, written); ) {
      const buffer = Buffer.alloc(Math.min(PIECE_BYTES, end - at, written - at))
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }
  return {
    async write(piece) {
      await handle.appendFile(piece)
      written += piece.length
    },
    chunks: () => range(0, written),
    size: async () => written,
    range,
  }
}
