import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import t from 'tap'
import { migrate } from '../../src/platform/db/migrate.ts'
import { organizationBody } from '../support/bodies.ts'
import { acquireTestPostgres, databaseAt, runStatement } from '../support/postgres.ts'
import { newToken, serve, until } from '../support/process.ts'

const postgres = await acquireTestPostgres()
const name = `test_${randomBytes(8).toString('hex')}`
t.teardown(async () => {
  await runStatement(postgres.ownerConnectionString, `drop database ${name} with (force)`)
  await postgres.release()
})
await runStatement(postgres.ownerConnectionString, `create database ${name}`)
// One address for all: partners see that of the load balancer.
const env = {
  DATABASE_URL: databaseAt(postgres.ownerConnectionString, name),
  PUBLIC_URL: 'http://test.example',
}

t.test('processes that start at once on an empty database all come up, and are one service', async (t) => {
  const replicas = await Promise.all([serve(t, env), serve(t, env), serve(t, env)])
  const [first, second, third] = replicas
  for (const { address } of replicas)
    await until(async () => (await fetch(`${address}/readyz`)).status === 200)
  const authorization = `Bearer ${await newToken(first.address, env)}`
  const created = await fetch(`${first.address}/v1/organizations`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'once' },
    body: JSON.stringify(organizationBody()),
  })
  t.equal(created.status, 201)
  const { id } = (await created.json()) as { id: string }

  first.child.kill('SIGTERM')
  await once(first.child, 'exit')
  t.equal(first.child.exitCode, 0)
  for (const { address } of [second, third]) {
    const reply = await fetch(`${address}/v1/organizations/${id}`, { headers: { authorization } })
    t.equal(reply.status, 200, 'a token and a resource of the one that has gone')
  }
  const repeated = await fetch(`${second.address}/v1/organizations`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'once' },
    body: JSON.stringify(organizationBody()),
  })
  t.match(await repeated.json(), { id })
  t.equal(repeated.headers.get('idempotency-replayed'), 'true')
})

t.test('a process of the version before starts on the newer schema', async (t) => {
  const connectionString = env.DATABASE_URL
  await migrate(connectionString)
  await runStatement(connectionString, `insert into migrations (name, run_on) values ('9999_later', now())`)
  t.same(await migrate(connectionString), [])
})
