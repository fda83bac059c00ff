import type { ImportId } from './imports.repository.ts'
import type { ImportRun } from './imports.table.ts'
import type { OpenImport } from './process-import.ts'

/** Each paused import keeps the keys of the rows it has read, at most about 10 MB. */
const MAX_PAUSED = 4
/** An import that this process has not continued for this long is left to others. */
const KEPT_MS = 60_000

/**
 * Keeps imports that gave their turn to another partner, with their place in the file, so that this process reads the file
 * only once. An import that is not kept is read again from the beginning, and its turn is longer for that.
 */
export function createPausedImports() {
  const paused = new Map<ImportId, { opened: OpenImport; sinceMs: number }>()
  return {
    keep(id: ImportId, opened: OpenImport): void {
      const nowMs = performance.now()
      for (const [key, { sinceMs }] of paused) if (nowMs - sinceMs > KEPT_MS) paused.delete(key)
      if (paused.size < MAX_PAUSED) paused.set(id, { opened, sinceMs: nowMs })
    },

    take({ id, rowsRead }: ImportRun): OpenImport | undefined {
      const opened = paused.get(id)?.opened
      paused.delete(id)
      return opened && opened.batches.rowsPassed <= rowsRead ? opened : undefined
    },

    clear(): void {
      paused.clear()
    },
  }
}
