import { once } from 'node:events'
import t from 'tap'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { createTestDatabase } from '../../support/database.ts'
import { newToken, serve, until } from '../../support/process.ts'

const NEEDS = 20

t.test(
  'a process killed while it makes meanings costs no posting its meaning: the next process makes what is missing',
  async (t) => {
    const { connectionString, pool } = await createTestDatabase(t)
    const env = { DATABASE_URL: connectionString, PUBLIC_URL: 'http://meanings.example', EMBEDDINGS: 'local' }
    const killed = await serve(t, env)
    const token = await newToken(killed.address, env)
    const post = async (path: string, body: unknown) => {
      const reply = await fetch(killed.address + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      t.equal(reply.status, 201)
      return ((await reply.json()) as { id: string }).id
    }
    const organizationId = await post('/v1/organizations', organizationBody())
    const made = async () => {
      const { rows } = await pool.query(
        `select from needs join need_meanings using (partner_id)
         where need_id = needs.id and posting_version = needs.version and vector is not null`,
      )
      return rows.length
    }
    const client = await pool.connect()
    await client.query('begin; lock table need_meanings in exclusive mode')
    for (let at = 0; at < NEEDS; at++)
      await post(
        '/v1/needs',
        needBody(organizationId, { description: `Our newsletter number ${at} is late` }),
      )
    await until(async () => {
      const { rows } = await pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows.length > 0
    })
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    await client.query('rollback')
    client.release()
    t.ok((await made()) < NEEDS, 'it was killed before it had stored all of them')

    await serve(t, env)
    await until(async () => (await made()) === NEEDS)
    t.equal(await made(), NEEDS)
  },
)
