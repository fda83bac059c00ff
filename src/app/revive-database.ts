import type { Logger } from 'pino'
import { isDatabaseAway } from '../platform/db/index.ts'
import { warn } from './warn.ts'

/**
 * Returns a handler that restarts the embedded database when an error says that it is down. Runs one restart
 * at a time, and none after `stop`, which would restart a database that is being stopped.
 */
export function createReviver(log: Logger, revive: () => Promise<void>) {
  let isStopped = false
  let reviving: Promise<void> | null = null
  return {
    onError(error: unknown): void {
      if (isStopped || !(error instanceof Error) || !isDatabaseAway(error)) return
      reviving ??= revive()
        .catch(warn(log, 'the database could not be started again'))
        .finally(() => {
          reviving = null
        })
    },
    async stop(): Promise<void> {
      isStopped = true
      await reviving
    },
  }
}
