import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import t from 'tap'
import { runJobs } from '../../../src/platform/jobs/index.ts'
import { createTestDatabase } from '../../support/database.ts'

const MINUTE_MS = 60_000
/** In which jobs get ready. */
const LEFT_MS = 300
const log = pino({ level: 'silent' })

const RealDate = Date
const { now } = Date
t.afterEach(() => {
  globalThis.Date = RealDate
})

/** Sets the clock of this process so that the next minute begins in so many milliseconds. */
function setClockBeforeMinute(leftMs: number): void {
  const aheadMs = MINUTE_MS - (now() % MINUTE_MS) - leftMs
  globalThis.Date = class extends RealDate {
    constructor(...given: []) {
      if (given.length === 0) super(now() + aheadMs)
      else super(...given)
    }
    static override now = () => now() + aheadMs
  } as DateConstructor
}

t.test(
  'stopped just as the minute begins, nothing of them is left that a database could take down',
  async (t) => {
    const { connectionString, pool } = await createTestDatabase(t)
    for (let afterMs = 0; afterMs < 24; afterMs += 2) {
      setClockBeforeMinute(LEFT_MS)
      const stopAt = performance.now() + LEFT_MS + afterMs
      const stop = await runJobs({ connectionString, log, jobs: { count: async () => {} } })
      await setTimeout(stopAt - performance.now())
      await stop()
      // As a server does that ends.
      await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
      )
    }
    const { rowCount } = await pool.query('select from graphile_worker.jobs')
    t.equal(rowCount, 1, 'the minute has begun')
  },
)
