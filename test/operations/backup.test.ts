import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import t, { type Test } from 'tap'
import { openDatabase } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { acceptAll, linksOf, threeInARing } from '../support/barterers.ts'
import { candidateBody, needBody } from '../support/bodies.ts'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'
import { findInstalledPostgres, startInstalledPostgres } from '../support/installed-postgres.ts'
import { newOffice } from '../support/office.ts'
import { until } from '../support/process.ts'
import { listen } from '../support/server.ts'
import { type Partner, startTestService, type TestService } from '../support/service.ts'
import { proposed, twoPartners } from '../support/two-partners.ts'
import { workday } from '../support/workday.ts'
import { post } from '../support/world.ts'

const installed = await findInstalledPostgres()
const run = promisify(execFile)

t.test(
  'a dump of pg_dump, restored by pg_restore on another server, serves the same',
  { skip: installed === undefined && 'no PostgreSQL with pg_dump and pg_restore is installed' },
  async (t) => {
    const folder = installed ?? ''
    const file = join(temporaryFolder(t), 'smartsource.dump')
    const old = await startInstalledPostgres(t, folder)
    await migrate(old)
    await giveNumbers(old, 5000)
    const database = openDatabase({ connectionString: old, poolSize: 5, onError: () => {} })
    const service = await startTestService(t, {
      database: { ...database, connectionString: old, ownerConnectionString: old },
    })
    t.teardown(() => database.close())
    const partners = await fill(service)

    // As docs/guides/operations.md says it.
    await run(join(folder, 'pg_dump'), ['--format=custom', '--no-owner', `--file=${file}`, old])
    const restored = await startInstalledPostgres(t, folder)
    await run(join(folder, 'pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${restored}`, file])
    await servesTheSame(t, partners, restored)
  },
)

t.test('rows copied into the database of a younger server serve the same', async (t) => {
  const [old, young] = [await createTestDatabase(t), await createTestDatabase(t)]
  await old.pool.query('update event_clock set ahead_by = 1000000000')
  const service = await startTestService(t, { database: old })
  const partners = await fill(service)
  await copyAll(old.ownerConnectionString, young.ownerConnectionString)
  await young.pool.query('update event_clock set ahead_by = 0')
  await servesTheSame(t, partners, young.connectionString)
})

t.test(
  'a copy of the data folder, made while nothing uses it, serves the same',
  { skip: process.platform === 'win32' && 'there is no cp -a' },
  async (t) => {
    const dataDir = join(temporaryFolder(t), 'data')
    const copy = `${dataDir}-copy`
    const { stdout } = await runHere(['partner', 'create', '--name', 'P', '--kind', 'site', '--json'], {
      DATA_DIR: dataDir,
    })
    const { client_id, client_secret } = JSON.parse(stdout)
    await run('cp', ['-a', dataDir, copy])
    const address = await listen(t, { DATA_DIR: copy })
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
    t.equal((await fetch(`${address}/oauth/token`, { method: 'POST', body })).status, 200)
  },
)

/** Uses up numbers of transactions, so that those of another server lie behind. */
async function giveNumbers(connectionString: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  for (let at = 0; at < count; at++) await client.query('select pg_current_xact_id()')
  await client.end()
}

interface Filled {
  partner: Partner
  addresses: string[]
}

/** Some of everything: each partner with what it may read. */
async function fill(service: TestService): Promise<Filled[]> {
  const pair = await twoPartners(service)
  const { needSide, offerSide, needId, offerId, organizationId } = pair
  const introductionId = await proposed(pair)
  await offerSide.call('POST', `/v1/introductions/${introductionId}/accept`)
  const engagementId = (await needSide.call('GET', '/v1/engagements')).body.data[0].id
  await post(offerSide, `/v1/engagements/${engagementId}/hours`, { worked_on: workday(), hours: 2 })
  const bottlenecks = [{ title: 'Books', description: 'Our books are behind', skills: ['bookkeeping'] }]
  const sprintId = await post(needSide, '/v1/sprints', {
    organization_id: organizationId,
    deadline_hours: 72,
    bottlenecks,
  })
  const parties = await threeInARing(service)
  const ring = await parties[0].partner.call('POST', '/v1/rings', { body: { links: linksOf(parties) } })
  await acceptAll(parties.slice(1), ring.body.id)

  const office = await newOffice(service)
  const candidateId = await post(office, '/v1/candidates', candidateBody(office.programId))
  await office.imported('external_id,name\none,\n')
  const openNeedId = await post(needSide, '/v1/needs', needBody(organizationId))
  const cohortId = await post(office, '/v1/cohorts', {
    program_id: office.programId,
    name: 'Spring',
    needs: [{ need_id: openNeedId }],
  })
  const placementId = await post(office, `/v1/cohorts/${cohortId}/placements`, { method: 'stable' })
  // Whom the student is shown to is noted, also when the answers are compared: so the office comes first.
  await needSide.call('GET', `/v1/needs/${needId}/matches`)
  const common = [
    'organizations',
    'helpers',
    'needs',
    'offers',
    'introductions',
    'engagements',
    'rings',
    'events',
  ]
  // Transactions of other tests on the same server hold events back.
  const waiting = 'select from events where xid >= pg_snapshot_xmin(event_snapshot()) limit 1'
  await until(async () => (await service.database.pool.query(waiting)).rowCount === 0)
  // A backup of an event without a position would give it one after the restore, behind what was read before.
  service.services.background.works.number_events.wake()
  await service.services.background.works.number_events.idle()
  const lists = common.map((list) => `/v1/${list}`)
  return [
    {
      partner: office,
      addresses: [
        ...lists,
        '/v1/programs',
        '/v1/candidates',
        '/v1/imports',
        `/v1/candidates/${candidateId}/disclosures`,
        `/v1/cohorts/${cohortId}`,
        `/v1/placements/${placementId}/results`,
      ],
    },
    {
      partner: needSide,
      addresses: [
        ...lists,
        `/v1/needs/${needId}/matches`,
        `/v1/needs/${needId}/matches/${offerId}`,
        `/v1/introductions/${introductionId}`,
        `/v1/engagements/${engagementId}/hours`,
        `/v1/sprints/${sprintId}`,
      ],
    },
    { partner: offerSide, addresses: [...lists, `/v1/offers/${offerId}/matches`] },
    {
      partner: parties[0].partner,
      addresses: [
        ...lists,
        `/v1/rings/${ring.body.id}`,
        `/v1/credits/${parties[0].organizationId}/statement`,
      ],
    },
  ]
}

/** Starts the service on the restored database, and holds its answers against those of the one that it was taken from. */
async function servesTheSame(t: Test, partners: Filled[], connectionString: string) {
  const address = await listen(t, { DATABASE_URL: connectionString, PUBLIC_URL: 'http://test.example' })
  for (const { partner, addresses } of partners) {
    const { clientId: client_id, clientSecret: client_secret } = partner
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
    const reply = await fetch(`${address}/oauth/token`, { method: 'POST', body })
    t.equal(reply.status, 200, 'the client has its secret still')
    const { access_token } = (await reply.json()) as { access_token: string }
    for (const path of addresses) {
      const expected = await partner.call('GET', path)
      t.equal(expected.status, 200, path)
      // A token of before is good too.
      for (const token of [access_token, partner.token])
        t.same(withoutEnd(await get(address + path, token)), withoutEnd(expected.body), path)
    }
    await goesOn(t, partner, address)
  }
}

/** After a restore positions go on further ahead: the end of the feed, which tells whether there is more, stands there. */
function withoutEnd({ has_more, next_cursor, ...body }: Record<string, unknown>): Record<string, unknown> {
  return has_more === false ? body : { ...body, has_more, next_cursor }
}

/** What is posted after the restore comes behind what was read before it. */
async function goesOn(t: Test, partner: Partner, address: string): Promise<void> {
  const read = (await partner.call('GET', '/v1/events?limit=100')).body
  t.ok(read.data.length > 0)
  await fetch(`${address}/v1/organizations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${partner.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'New',
      kind: 'nonprofit',
      contact: { name: 'N', email: 'n@example.org' },
      time_zone: 'UTC',
      languages: ['en'],
    }),
  })
  const later = await until(async () => {
    const page = await get(`${address}/v1/events?cursor=${read.next_cursor}`, partner.token)
    return Array.isArray(page.data) && page.data.length > 0 ? page : null
  })
  t.match(later, { data: [{ type: 'organization.posted' }], has_more: false })
}

async function get(url: string, token: string) {
  const reply = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  return (await reply.json()) as Record<string, unknown>
}

/** Copies all rows, as a dump of the data alone is restored: without triggers and checks of keys. */
async function copyAll(from: string, to: string): Promise<void> {
  const [source, target] = [new pg.Client(from), new pg.Client(to)]
  await Promise.all([source.connect(), target.connect()])
  await target.query('set session_replication_role = replica')
  const { rows } = await source.query<{ name: string }>(`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'`)
  await target.query(`truncate ${rows.map(({ name }) => name)}`)
  for (const { name } of rows)
    await pipeline(
      source.query(copyTo(`copy ${name} to stdout`)),
      target.query(copyFrom(`copy ${name} from stdin`)),
    )
  await Promise.all([source.end(), target.end()])
}
