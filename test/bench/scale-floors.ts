import { performance } from 'node:perf_hooks'
import pg from 'pg'

/** Rows a second that connections insert which do nothing else, each row in a transaction of its own. */
export async function measureInserts(
  connectionString: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const pool = new pg.Pool({ connectionString, max: connections })
  try {
    await pool.query('create table if not exists bench_rows (id bigserial primary key, body jsonb not null)')
    const body = JSON.stringify({
      title: 'Bring our books up to date',
      skills: ['bookkeeping', 'Data entry'],
    })
    const begunMs = performance.now()
    const endMs = begunMs + seconds * 1000
    const counts = await Promise.all(
      Array.from({ length: connections }, async () => {
        let count = 0
        for (; performance.now() < endMs; count++)
          await pool.query({
            name: 'floor',
            text: 'insert into bench_rows (body) values ($1)',
            values: [body],
          })
        return count
      }),
    )
    const inserted = counts.reduce((sum, count) => sum + count, 0)
    return (inserted * 1000) / (performance.now() - begunMs)
  } finally {
    await pool.query('drop table if exists bench_rows')
    await pool.end()
  }
}

/** How long each of some notices takes from one connection to another, in milliseconds. */
export async function measureNotices(connectionString: string, count: number): Promise<number[]> {
  const [from, to] = [new pg.Client({ connectionString }), new pg.Client({ connectionString })]
  await Promise.all([from.connect(), to.connect()])
  try {
    await to.query('listen bench_notice')
    const timesMs: number[] = []
    for (let i = 0; i < count; i++) {
      const noticed = new Promise((resolve) => to.once('notification', resolve))
      const sentMs = performance.now()
      await from.query('notify bench_notice')
      await noticed
      timesMs.push(performance.now() - sentMs)
    }
    return timesMs
  } finally {
    await Promise.all([from.end(), to.end()])
  }
}
