import type { Logger } from 'pino'
import { isDatabaseAway } from '../platform/db/index.ts'
import { warn } from './warn.ts'

/**
 * Returns a handler that starts the embedded database again when an error says that it is away. It starts one at a time,
 * and none once `stop` was called: that would start the database which is being left.
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
