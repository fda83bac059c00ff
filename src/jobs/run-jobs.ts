import { Logger, parseCronItems, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { DatabaseConnection } from '../db/database.ts'

/** What is done again and again, by name: set-based, and safe to do twice. */
export type Jobs = Record<string, () => Promise<unknown>>

/**
 * Does each job once a minute, in one process of all that share the database (graphile-worker's cron); what fell
 * due while none ran is done with the next round, since each job looks for all that is due. Returns what ends it.
 */
export async function runJobs(deps: {
  pool: DatabaseConnection['pool']
  log: Log
  jobs: Jobs
}): Promise<() => Promise<void>> {
  const { pool, log, jobs } = deps
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    noPreparedStatements: true,
    logger: quietLogger(log),
    taskList: Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [name, async () => void (await job())]),
    ),
    parsedCronItems: parseCronItems(
      Object.keys(jobs).map((name) => ({
        task: name,
        match: '* * * * *',
        options: { backfillPeriod: 0, maxAttempts: 1, jobKey: name, queueName: 'minutely' },
      })),
    ),
  })
  runner.promise.catch((error: Error) => log.error({ reason: error.message }, 'jobs have stopped'))
  return () => runner.stop()
}

/** Warnings and errors only, and of them no payload. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn({ reason: message }, 'a job failed')
  })
}
