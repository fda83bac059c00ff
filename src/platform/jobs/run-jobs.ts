import { Logger, parseCronItems, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import { openDatabase } from '../db/index.ts'

/** Periodic jobs by name. Each handles everything that is due and is safe to run twice. */
export type Jobs = Record<string, () => Promise<unknown>>

/**
 * Runs each job once a minute, in one of the processes that share the database (graphile-worker's cron). The
 * next round makes up for missed ones. Returns a function that stops it.
 */
export async function runJobs(deps: {
  connectionString: string
  log: Log
  jobs: Jobs
}): Promise<() => Promise<void>> {
  const { connectionString, log, jobs } = deps
  // Uses its own connections, because it keeps one permanently and the service's pool may be small. The pool
  // is ours, because graphile-worker's own may still be in use after it has stopped, and ends the process if
  // the database goes away then.
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

/** Logs only errors, without payloads. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn({ reason: message }, 'the job runner reported an error')
  })
}
