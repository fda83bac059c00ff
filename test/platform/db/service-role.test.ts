import { randomBytes } from 'node:crypto'
import t, { type Test } from 'tap'
import { grantServiceRole } from '../../../src/platform/db/service-role.ts'
import { runHere } from '../../support/command.ts'
import { createTestDatabase } from '../../support/database.ts'
import { acquireTestPostgres, databaseAt, runStatement } from '../../support/postgres.ts'

const refused = { code: '42501' }

/** An empty database, and the address of a role that does not exist yet. */
async function emptyDatabase(t: Test) {
  const postgres = await acquireTestPostgres()
  const name = `test_${randomBytes(8).toString('hex')}`
  await runStatement(postgres.ownerConnectionString, `create database ${name}`)
  t.teardown(async () => {
    await runStatement(postgres.ownerConnectionString, `drop database ${name} with (force)`)
    await runStatement(postgres.ownerConnectionString, `drop role if exists "${name} role"`)
    await postgres.release()
  })
  const service = new URL(databaseAt(postgres.connectionString, name))
  service.username = encodeURIComponent(`${name} role`)
  service.password = encodeURIComponent(`it's a "password"`)
  return {
    DATABASE_OWNER_URL: databaseAt(postgres.ownerConnectionString, name),
    DATABASE_URL: service.toString(),
  }
}

t.test(
  'the role of the service can change rows and not the schema, its rights or the migrations',
  async (t) => {
    const { pool } = await createTestDatabase(t)
    const { rows } = await pool.query(`select current_setting('is_superuser') as is_superuser`)
    t.same(rows, [{ is_superuser: 'off' }])
    for (const statement of [
      'create table more (id int)',
      'alter table needs add column more int',
      'drop table webhook_attempts',
      'truncate events',
      `insert into migrations (name, run_on) values ('9999_more', now())`,
      'create role more superuser',
      'alter role current_user superuser',
      `copy needs to program 'true'`,
      `select pg_read_file('/etc/passwd')`,
      'set session_replication_role = replica',
    ])
      await t.rejects(pool.query(statement), refused, statement)
  },
)

t.test('migrate creates the role with any name and password, also many times at once', async (t) => {
  const env = await emptyDatabase(t)
  t.match(await runHere(['migrate'], env), { code: 0, stdout: /^Applied 0001/ })
  const addresses = { connectionString: env.DATABASE_URL, ownerConnectionString: env.DATABASE_OWNER_URL }
  await Promise.all(Array.from({ length: 8 }, () => grantServiceRole(addresses)))
  t.match(await runHere(['partner', 'list'], { DATABASE_URL: env.DATABASE_URL }), { code: 0 })
})

t.test('a role without rights that finds migrations to run ends with what to do', async (t) => {
  const env = await emptyDatabase(t)
  t.equal((await runHere(['migrate'], env)).code, 0)
  await runStatement(env.DATABASE_OWNER_URL, `delete from migrations where name like '0020%'`)
  const { code, stderr } = await runHere(['partner', 'list'], { DATABASE_URL: env.DATABASE_URL })
  t.equal(code, 1)
  t.match(stderr, /needs the migrations 0020_sandboxes.*DATABASE_OWNER_URL/)
})

t.test('a role that grants cannot limit is refused', async (t) => {
  const { DATABASE_OWNER_URL } = await emptyDatabase(t)
  const { code, stderr } = await runHere(['migrate'], {
    DATABASE_OWNER_URL,
    DATABASE_URL: DATABASE_OWNER_URL,
  })
  t.equal(code, 1)
  t.match(stderr, /has rights of an owner/)
})
