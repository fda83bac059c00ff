import { sql } from 'drizzle-orm'
import pg from 'pg'
import { LIMITS, type Queryable, STATEMENT_TIMEOUT_MS } from './database.ts'

/** Thrown if the database can't be prepared. The message says what to do, for a person at a terminal. */
export class DatabaseRoleError extends Error {}

/** Role attributes that would let the service role bypass its grants. */
interface RoleRights {
  rolsuper: boolean
  rolcreaterole: boolean
  rolbypassrls: boolean
  owns_database: boolean
}

/**
 * Lets the role of `connectionString` read and write rows of the migrated database, and nothing more: it can
 * neither change the schema nor read other databases. The owner creates the role if it is missing, with the
 * password of the address. Safe to repeat and to run in several processes at once. Throws DatabaseRoleError
 * if the role has rights that grants cannot limit.
 */
export async function grantServiceRole(options: {
  ownerConnectionString: string
  connectionString: string
}): Promise<void> {
  const { username, password } = new URL(options.connectionString)
  const role = decodeURIComponent(username)
  const client = new pg.Client({ connectionString: options.ownerConnectionString })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(72002)')
    const rights = await readRights(client, role)
    if (!rights) {
      const name = client.escapeIdentifier(role)
      await client.query(
        `create role ${name} login password ${client.escapeLiteral(decodeURIComponent(password))}`,
      )
    } else if (Object.values(rights).some(Boolean)) {
      throw new DatabaseRoleError(
        `DATABASE_URL uses the role ${role}, which has rights of an owner. Use a role without them; the migration creates it if it is missing.`,
      )
    }
    await client.query(grantsTo(client.escapeIdentifier(role)))
    await limitTime(client, role)
    await allowJobRows(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function readRights(client: pg.Client, role: string): Promise<RoleRights | undefined> {
  const { rows } = await client.query<RoleRights>(
    `select rolsuper, rolcreaterole, rolbypassrls,
      oid = (select datdba from pg_database where datname = current_database()) as owns_database
    from pg_roles where rolname = $1`,
    [role],
  )
  return rows[0]
}

/** The list of migrations stays the owner's: the service only reads it. */
function grantsTo(name: string): string {
  return `
    grant usage on schema public, graphile_worker to ${name};
    grant select, insert, update, delete on all tables in schema public, graphile_worker to ${name};
    grant usage, select on all sequences in schema public, graphile_worker to ${name};
    grant execute on all functions in schema public, graphile_worker to ${name};
    revoke insert, update, delete on migrations, graphile_worker.migrations from ${name};`
}

/**
 * graphile-worker enables row security on its tables without policies, so only their owner would see rows.
 * The grants already decide who may use these tables. A policy that named the role could not be restored on a
 * server without that role.
 */
async function allowJobRows(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class c
    where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid)`,
  )
  const statements = rows.map(
    ({ relname }) =>
      `create policy granted on graphile_worker.${client.escapeIdentifier(relname)} using (true) with check (true);`,
  )
  await client.query(statements.join('\n'))
}

/**
 * Clients can't set limits through a pooler, so they are set on the role. If the owner may not do this,
 * `requireTimeLimits` reports it.
 */
async function limitTime(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  await client.query(`
    do $$ begin ${limitsOfRole(client.escapeIdentifier(role), database)}
    exception when insufficient_privilege then null; end $$`)
}

/** Returns the statements that set a role's limits in a database. Escapes both names. */
function limitsOfRole(role: string, database: string): string {
  return LIMITS.map(
    (limit) => `alter role ${role} in database ${database} set ${limit} = ${STATEMENT_TIMEOUT_MS};`,
  ).join(' ')
}

/**
 * Throws DatabaseRoleError if statements on these connections may run too long. The message says what to do.
 */
export async function requireTimeLimits(db: Queryable): Promise<void> {
  const { rows } = await db.execute<{ role: string; database: string; limited: number }>(sql`
    select quote_ident(current_user) as role, quote_ident(current_database()) as database, count(*)::int as limited
    from pg_settings where name = any(${sql.param([...LIMITS])})
      and setting::int between 1 and ${STATEMENT_TIMEOUT_MS}`)
  const [found] = rows
  if (!found || found.limited === LIMITS.length) return
  throw new DatabaseRoleError(
    `Connections of the pooler at DATABASE_URL have no time limits. Run the command migrate with DATABASE_OWNER_URL, or these statements as an administrator, and let the pooler connect anew: ${limitsOfRole(found.role, found.database)}`,
  )
}
