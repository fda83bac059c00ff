import { once } from 'node:events'
import t from 'tap'
import { programBody } from '../../support/bodies.ts'
import { runHere } from '../../support/command.ts'
import { createTestDatabase } from '../../support/database.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { candidateLine, HEADER } from '../../support/office.ts'
import { serve, until } from '../../support/process.ts'

const ROWS = 6000

t.test(
  'an import whose process is killed again and again is finished, with each row applied once',
  async (t) => {
    const database = await createTestDatabase(t)
    const env = {
      DATABASE_URL: database.connectionString,
      DATA_DIR: temporaryFolder(t),
      RATE_LIMIT_PER_MINUTE: '100000',
    }
    const { stdout } = await runHere(
      ['partner', 'create', '--name', 'Office', '--kind', 'internship_office', '--json'],
      env,
    )
    const { client_id, client_secret } = JSON.parse(stdout)
    const progress = async () => {
      const { rows } = await database.pool.query('select state, rows_read, created from imports')
      return rows[0]
    }

    let service = await serve(t, env)
    const tokenOf = async (address: string) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
      const reply = await fetch(`${address}/oauth/token`, { method: 'POST', body })
      return ((await reply.json()) as { access_token: string }).access_token
    }
    const authorization = `Bearer ${await tokenOf(service.address)}`
    const program = await fetch(`${service.address}/v1/programs`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(programBody()),
    })
    const { id: programId } = (await program.json()) as { id: string }
    const file = [HEADER, ...Array.from({ length: ROWS }, (_, at) => candidateLine(`s-${at}`))].join('\n')
    const uploaded = await fetch(
      `${service.address}/v1/imports?type=candidates&mode=apply&program_id=${programId}`,
      {
        method: 'POST',
        headers: { authorization, 'content-type': 'text/csv' },
        body: file,
      },
    )
    t.equal(uploaded.status, 202)

    for (const atLeast of [500, 2000]) {
      await until(async () => (await progress()).rows_read >= atLeast)
      service.child.kill('SIGKILL')
      await once(service.child, 'exit')
      t.equal((await progress()).state, 'running', 'it was in the midst of it')
      // As if the time had passed in which a runner is believed to live.
      await database.pool.query('update imports set claimed_until = now()')
      service = await serve(t, env)
    }
    await until(async () => (await progress()).state === 'done')
    t.same(await progress(), { state: 'done', rows_read: ROWS, created: ROWS })
    const { rows } = await database.pool.query(`
    select (select count(*) from candidates)::int as candidates, (select count(*) from offers)::int as offers,
      (select count(*) from import_rows)::int as results, (select count(*) from import_chunks)::int as chunks,
      (select count(*) from events where type = 'candidate.posted')::int as events`)
    t.same(rows[0], { candidates: ROWS, offers: ROWS, results: ROWS, chunks: 0, events: ROWS })
  },
)
