import type { Queryable } from '../../../platform/db/index.ts'
import { createImportFilesRepository } from '../import-files.repository.ts'
import type { ImportRun } from '../imports.table.ts'

/** A stored file, readable in order or from any position. */
export interface StoredFile {
  chunks(): AsyncGenerator<Buffer>
  size(): Promise<number>
  /** Yields the bytes from `start` up to but excluding `end`, piece by piece. */
  range(start: number, end: number): AsyncGenerator<Buffer>
}

export function createStoredFile(
  db: Queryable,
  { partnerId, id }: Pick<ImportRun, 'partnerId' | 'id'>,
): StoredFile {
  const repository = createImportFilesRepository(db)
  let sizes: number[] | null = null
  const sizesOfChunks = async () => {
    sizes ??= await repository.chunkSizes(partnerId, id)
    return sizes
  }
  return {
    async *chunks() {
      for (let number = 0; ; number++) {
        const data = await repository.chunk(partnerId, id, number)
        if (!data) return
        yield data
      }
    },
    size: async () => (await sizesOfChunks()).reduce((sum, bytes) => sum + bytes, 0),
    async *range(start, end) {
      let from = 0
      for (const [number, bytes] of (await sizesOfChunks()).entries()) {
        if (from >= end) return
        if (from + bytes > start) {
          const data = await repository.chunk(partnerId, id, number)
          if (!data) return
          yield data.subarray(Math.max(0, start - from), end - from)
        }
        from += bytes
      }
    },
  }
}
