import pg from 'pg'
import t from 'tap'
import { prepareDatabase } from '../../src/platform/db/index.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../support/bodies.ts'
import { createTestDatabase } from '../support/database.ts'
import { hasPgBouncer, startPgBouncer } from '../support/pgbouncer.ts'
import { newToken, runCli, serve, until } from '../support/process.ts'

const skip = hasPgBouncer ? false : 'PgBouncer is not installed'

/** A partner of a service. */
async function callerAt(address: string, env: Record<string, string>) {
  const authorization = `Bearer ${await newToken(address, env)}`
  return async (method: string, url: string, body?: object, at = address) => {
    const reply = await fetch(`${at}${url}`, {
      method,
      headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: reply.status, body: (await reply.json()) as Record<string, string> & { data: object[] } }
  }
}

t.test('two processes behind a pooler in transaction mode are one service', { skip }, async (t) => {
  const address = await createTestDatabase(t)
  const { connectionString } = address
  await prepareDatabase(address)
  const env = {
    DATABASE_URL: await startPgBouncer(t, connectionString),
    DATABASE_DIRECT_URL: connectionString,
    PUBLIC_URL: 'http://test.example',
  }
  const [one, other] = await Promise.all([serve(t, env), serve(t, env)])
  for (const { address } of [one, other])
    await until(async () => (await fetch(`${address}/readyz`)).status === 200)
  const call = await callerAt(one.address, env)
  const idOf = async (url: string, body: object) => {
    const reply = await call('POST', url, body)
    t.equal(reply.status, 201, url)
    return String(reply.body.id)
  }
  const organizationId = await idOf('/v1/organizations', organizationBody())
  const helperId = await idOf('/v1/helpers', helperBody())
  const needId = await idOf('/v1/needs', needBody(organizationId))
  await Promise.all(Array.from({ length: 30 }, () => idOf('/v1/offers', offerBody(helperId))))

  // Notifications reach the other process, whose pages read rows by statements that it would prepare without a pooler.
  const pageAtOther = () => call('GET', `/v1/needs/${needId}/matches?limit=50`, undefined, other.address)
  await until(async () => (await pageAtOther()).body.data.length === 30)
  const pages = await Promise.all(Array.from({ length: 40 }, pageAtOther))
  t.same(new Set(pages.map(({ status }) => status)), new Set([200]))
  t.equal((await call('GET', '/v1/offers?limit=50', undefined, other.address)).body.data.length, 30)

  const rows = Array.from({ length: 20 }, (_, row) => ({
    external_id: `o${row}`,
    name: `Pantry ${row}`,
    kind: 'nonprofit',
  }))
  const imported = await call('POST', '/v1/imports?type=organizations&mode=apply', rows)
  t.equal(imported.status, 202, JSON.stringify(imported.body))
  const ended = await until(async () => {
    const { body } = await call('GET', `/v1/imports/${imported.body.id}`)
    return body.ended_at === null ? null : body
  })
  t.match(ended, { status: 'done' }, 'rows went through staging tables of the connections')
})

t.test(
  'behind a pooler statements have the time limits of the role, or nothing starts',
  { skip },
  async (t) => {
    const { connectionString, ownerConnectionString } = await createTestDatabase(t)
    const { username } = new URL(connectionString)
    const owner = new pg.Client({ connectionString: ownerConnectionString })
    await owner.connect()
    t.teardown(() => owner.end())
    const database = owner.database ?? ''
    await owner.query(`alter role ${username} in database ${database} reset all`)
    const env = {
      DATABASE_URL: await startPgBouncer(t, connectionString),
      DATABASE_DIRECT_URL: connectionString,
      PORT: '0',
    }
    const refused = await runCli(['serve'], env)
    t.equal(refused.code, 1)
    const [statements] = refused.stderr.match(/alter role .*;/) ?? []
    t.ok(statements, refused.stderr)
    await owner.query(statements ?? '')
    await serve(t, { ...env, DATABASE_URL: await startPgBouncer(t, connectionString) })
  },
)

t.test('whoever names a pooler only is told what else to set', { skip }, async (t) => {
  const { connectionString } = await createTestDatabase(t)
  const refused = await runCli(['serve'], {
    DATABASE_URL: await startPgBouncer(t, connectionString),
    PORT: '0',
  })
  t.equal(refused.code, 1)
  t.match(refused.stderr, /DATABASE_DIRECT_URL/)
})
