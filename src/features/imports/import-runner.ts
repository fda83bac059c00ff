import type { Logger } from 'pino'
import { type BackgroundWork, createBackgroundWork } from '../../platform/jobs/index.ts'
import { DAY_MS, HOUR_MS } from '../../shared/time.ts'
import { CLAIM_MS, type ImportDeps } from './import-batches.ts'
import { createImportsRepository } from './imports.repository.ts'
import { runImport } from './run-import.ts'

const MAX_ATTEMPTS = 5
const STALE_UPLOAD_MS = HOUR_MS
const KEPT_MS = 30 * DAY_MS

export interface ImportRunner extends BackgroundWork {
  /** Removes imports that ended 30 days ago, with their reports, and uploads that broke off. */
  removeOld(): Promise<void>
}

/**
 * Runs imports one at a time in this process; several processes share them out by claims. One that is stopped ends
 * after the batch at hand, and is gone on with by another process, or at the next start.
 */
export function createImportRunner(deps: ImportDeps & { log: Logger }): ImportRunner {
  const repository = createImportsRepository(deps.db)

  async function runAll(isStopping: () => boolean): Promise<void> {
    while (!isStopping()) {
      const now = deps.clock()
      const run = await repository.claim(now, new Date(now.getTime() + CLAIM_MS))
      if (!run) return
      if (run.attempts > MAX_ATTEMPTS) {
        const failure = { code: 'internal', detail: 'Something went wrong here. Upload the file again.' }
        await repository.update(run, { state: 'failed', failure, endedAt: now, updatedAt: now })
        await repository.removeChunks(run.partnerId, run.id)
      } else await runImport(deps, run, isStopping)
    }
  }

  return {
    ...createBackgroundWork(runAll, (error) => {
      // Of an error of a query no message: it may hold a row.
      const code = 'code' in error ? String(error.code) : ''
      deps.log.warn({ reason: `${error.name} ${code}`.trim() }, 'an import was interrupted')
    }),
    async removeOld() {
      const now = deps.clock().getTime()
      await repository.removeOld(new Date(now - STALE_UPLOAD_MS), new Date(now - KEPT_MS))
    },
  }
}
