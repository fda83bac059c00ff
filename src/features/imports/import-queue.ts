import { type BackgroundWork, createBackgroundWork } from '../../platform/jobs/index.ts'
import { DAY_MS, HOUR_MS } from '../../shared/time.ts'
import { failureWith, rowMessage } from './details.ts'
import { CLAIM_MS, logFault } from './import-batches.ts'
import { createImportFilesRepository } from './import-files.repository.ts'
import { createImportsRepository } from './imports.repository.ts'
import { createPausedImports } from './paused-imports.ts'
import { endImport, type ProcessPorts, processImport } from './process-import.ts'

const MAX_ATTEMPTS = 5
const STALE_UPLOAD_MS = HOUR_MS
const KEPT_MS = 30 * DAY_MS
const FILES_AT_ONCE = 100

export interface ImportQueue extends BackgroundWork {
  /**
   * Removes imports that ended 30 days ago with their reports, uploads that broke off, and kept files whose time has passed.
   */
  removeOld(): Promise<void>
}

/**
 * Processes queued imports, one at a time in this process. A claim keeps other processes from the same import. Partners take
 * turns: while others wait, a turn is one batch. A stopped import ends after its current batch, and another process or the
 * next start continues it. Imports that name other partners' needs wait until this process has read all postings.
 */
export function createImportQueue(ports: ProcessPorts): ImportQueue {
  const { db, clock } = ports
  const repository = createImportsRepository(db)
  const files = createImportFilesRepository(db)
  const paused = createPausedImports()

  async function processAll(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      const now = clock()
      const at = { now, hasIndex: ports.isIndexReady() }
      const run = await repository.claim(at, new Date(now.getTime() + CLAIM_MS))
      if (!run) return paused.clear()
      if (run.attempts > MAX_ATTEMPTS) {
        const failure = failureWith('internal', [rowMessage('file_failed_on_our_side')])
        await endImport(ports, run, { status: 'failed', failure })
      } else {
        const opened = await processImport(ports, run, stopping, paused.take(run))
        if (opened) paused.keep(run.id, opened)
      }
    }
  }

  return {
    ...createBackgroundWork(processAll, (error) => logFault(ports.log, error, 'an import was interrupted')),
    async removeOld() {
      const now = clock().getTime()
      await repository.removeOld(new Date(now - STALE_UPLOAD_MS), new Date(now - KEPT_MS))
      while ((await files.dropKeptUntil(new Date(now), FILES_AT_ONCE)) === FILES_AT_ONCE);
    },
  }
}
