import { once } from 'node:events'
import t from 'tap'
import { programBody } from '../../support/bodies.ts'
import { createTestDatabase } from '../../support/database.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { candidateLine, HEADER } from '../../support/office.ts'
import { pollNeeds } from '../../support/polls.ts'
import { newToken, serve, until } from '../../support/process.ts'

const FILES = 10
const ROWS = 2500
const BATCH_ROWS = 1000
const PROCESSES = 2

t.test(
  'ten large imports of one partner hold up nobody, and a killed process costs and repeats no row',
  async (t) => {
    const { pool, connectionString } = await createTestDatabase(t)
    const env = {
      DATABASE_URL: connectionString,
      DATA_DIR: temporaryFolder(t),
      RATE_LIMIT_PER_MINUTE: '100000',
      // Tokens of one process are good for the other.
      PUBLIC_URL: 'http://test.example',
    }
    const services = [await serve(t, env), await serve(t, env)] as const
    const { address } = services[0]
    const [greedy, modest] = [await newToken(address, env), await newToken(address, env)]

    const send = async (token: string, path: string, [type, body]: [type: string, body: string]) => {
      const reply = await fetch(`${address}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
      })
      if (!reply.ok) throw new Error(await reply.text())
      return ((await reply.json()) as { id: string }).id
    }
    const program = async (token: string) =>
      send(token, '/v1/programs', ['application/json', JSON.stringify(programBody())])
    const importRows = (token: string, programId: string, keys: string[]) =>
      send(token, `/v1/imports?type=candidates&mode=apply&program_id=${programId}`, [
        'text/csv',
        [HEADER, ...keys.map((key) => candidateLine(key))].join('\n'),
      ])
    const greedyRows = async () =>
      (await pool.query(`select coalesce(sum(rows_read), 0)::int as rows from imports where bytes > 100000`))
        .rows[0].rows

    const [greedyProgram, modestProgram] = [await program(greedy), await program(modest)]
    for (let file = 0; file < FILES; file++)
      await importRows(
        greedy,
        greedyProgram,
        Array.from({ length: ROWS }, (_, at) => `f${file}-${at}`),
      )
    await until(async () => (await greedyRows()) > 0)

    const before = await greedyRows()
    const startMs = performance.now()
    const id = await importRows(modest, modestProgram, ['only'])
    await until(async () => {
      const reply = await fetch(`${address}/v1/imports/${id}`, {
        headers: { authorization: `Bearer ${modest}` },
      })
      return ((await reply.json()) as { status: string }).status === 'done'
    })
    const waitedMs = performance.now() - startMs
    const rows = (await greedyRows()) - before
    t.comment(`the small import took ${waitedMs.toFixed(0)} ms, and ${rows} rows of the others`)
    // Each process may be in the midst of one, and one more may end before the end is noticed.
    t.ok(rows <= 2 * PROCESSES * BATCH_ROWS, `it waited for ${rows} rows of others`)

    const { statuses } = await pollNeeds(address, modest, { polls: 50, pause_ms: 10 })
    t.same(statuses, { 200: 50 })

    services[1].child.kill('SIGKILL')
    await once(services[1].child, 'exit')
    // As if the time had passed in which a runner is believed to live.
    await pool.query(`update imports set claimed_until = now() where state = 'running'`)
    await until(async () => (await pool.query(`select from imports where state <> 'done'`)).rowCount === 0)
    const { rows: counted } = await pool.query(`
      select (select count(*) from candidates)::int as candidates, (select count(*) from import_rows)::int as results,
        (select count(*) from import_chunks)::int as chunks,
        (select count(*) from events where type = 'candidate.posted')::int as events`)
    const all = FILES * ROWS + 1
    t.same(counted, [{ candidates: all, results: all, chunks: 0, events: all }])
  },
)
