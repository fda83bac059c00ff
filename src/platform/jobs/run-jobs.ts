import { Logger, parseCronItems, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import { openDatabase } from '../db/index.ts'

/** Periodic jobs by name. They are set-based and safe to run twice. */
export type Jobs = Record<string, () => Promise<unknown>>

/**
 * Does each job once a minute, in one process of all that share the database (graphile-worker's cron); what fell
 * due while none ran is done with the next round, since each job looks for all that is due. Returns what ends it.
 */
export async function runJobs(deps: {
  connectionString: string
  log: Log
  jobs: Jobs
}): Promise<() => Promise<void>> {
  const { connectionString, log, jobs } = deps
  // Connections of its own: it keeps one for good, and the service's pool may be small. And a pool of ours, since its own
  // may still be at work once it has stopped, and ends the process where the database goes then.
  const { pool, close } = openDatabase({
    connectionString,
    poolSize: 2,
    onError: (error) => log.warn({ reason: error.message }, 'jobs lost a connection'),
  })
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
  }).catch(async (error: Error) => {
    await close()
    throw error
  })
  runner.promise.catch((error: Error) => log.error({ reason: error.message }, 'jobs have stopped'))
  return async () => {
    await runner.stop()
    await close()
  }
}

/** Errors only, and of them no payload. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn({ reason: message }, 'the job runner reported an error')
  })
}
