import { sql } from 'drizzle-orm'
import t from 'tap'
import { openDatabase } from '../../../src/platform/db/index.ts'
import { startPrimary } from '../../support/standby.ts'

t.test('connections have room for what indexes find in large lists, with and without JIT', async (t) => {
  const { ownerConnectionString: connectionString } = await startPrimary(t)
  for (const [withoutJit, jit] of [
    [false, 'on'],
    [true, 'off'],
  ] as const) {
    const { db, close } = openDatabase({ connectionString, poolSize: 1, onError: () => {}, withoutJit })
    const { rows } = await db.execute(
      sql`select current_setting('work_mem') as work_mem, current_setting('jit') as jit`,
    )
    await close()
    t.same(rows, [{ work_mem: '32MB', jit }])
  }
})
