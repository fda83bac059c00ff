import pg from 'pg'
import t from 'tap'
import { candidateBody, helperBody, organizationBody } from '../../support/bodies.ts'
import { newOffice, type Office, upload } from '../../support/office.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

/*
 * Two writes of one e-mail at the same moment end in one record, or the second one's answer names the first. A lock on a
 * table that a writer needs last holds it back until the other one waits for it.
 */

const service = await startTestService(t)
const owner = new pg.Client({ connectionString: service.database.ownerConnectionString })
await owner.connect()
t.teardown(() => owner.end())

/** Waits until a writer waits for this table, and returns its process. Work of the background may wait for other locks. */
async function waitingFor(table: string): Promise<number> {
  const found = await foundSoon(
    'select pid from pg_locks where not granted and relation = $1::regclass',
    table,
  )
  return found.pid
}

async function waitingBehind(pid: number): Promise<void> {
  await foundSoon('select pid from pg_locks where not granted and $1::int = any(pg_blocking_pids(pid))', pid)
}

async function foundSoon(query: string, value: unknown): Promise<{ pid: number }> {
  const found: { pid: number }[] = []
  await until(async () => {
    found.push(...(await owner.query(query, [value])).rows)
    return found.length > 0
  })
  const [first] = found
  if (!first) throw new Error('nobody waits')
  return first
}

/** Runs `first` until it needs this table, then `second` until it waits for its e-mail, then both to their ends. */
async function overlapping<A, B>(table: string, first: () => Promise<A>, second: () => Promise<B>) {
  await owner.query(`begin; lock table ${table} in share mode`)
  try {
    const one = first()
    const pid = await waitingFor(table)
    const other = second()
    await waitingBehind(pid)
    await owner.query('commit')
    return { first: await one, second: await other }
  } finally {
    await owner.query('rollback')
  }
}

const EMAIL = 'rui@lake.example'
const FILE = {
  candidates: `external_id,name,email,languages,time_zone,modality,share_profile,share_contact,consent_recorded_at,consent_source
R-1,Rui Alves,Rui@Lake.example,en,America/Chicago,remote,yes,no,2026-11-01T00:00:00Z,Form`,
  helpers: `external_id,name,kind,contact_name,email,time_zone,languages
R-1,Rui Alves,person,Rui Alves,Rui@Lake.example,America/Chicago,en`,
  organizations: `external_id,name,kind,contact_name,email,time_zone,languages
R-1,Lake Shop,small_business,Rui Alves,Rui@Lake.example,America/Chicago,en`,
} as const
type Type = keyof typeof FILE

function bodyOf(type: Type, office: Office): Record<string, unknown> {
  if (type === 'candidates') return { ...candidateBody(office.programId), email: EMAIL }
  const body = type === 'helpers' ? helperBody() : organizationBody()
  return { ...body, contact: { ...body.contact, email: EMAIL } }
}

async function importFile(office: Office, type: Type, key: string) {
  const program = type === 'candidates' ? `&program_id=${office.programId}` : ''
  const reply = await upload(service, office, `type=${type}&mode=apply&key=${key}${program}`, FILE[type])
  await service.services.background.works.run_imports.idle()
  const { data } = (await office.call('GET', `${reply.headers.location}/rows`)).body
  return data[0]
}

for (const type of ['candidates', 'helpers', 'organizations'] as const) {
  t.test(`a POST of ${type} waits for an import's row of the same e-mail and names its record`, async (t) => {
    for (const key of ['email', 'external_id']) {
      const office = await newOffice(service)
      const { first, second } = await overlapping(
        'import_rows',
        () => importFile(office, type, key),
        () => office.call('POST', `/v1/${type}`, { body: bodyOf(type, office) }),
      )
      t.match(first, { outcome: 'created', notices: [] })
      t.match(second, { status: 201, body: { notices: [{ code: 'same_email' }] } })
      t.match(second.body.notices[0].detail, first.resource_id)
    }
  })

  t.test(`an import's row waits for a POST of ${type} of the same e-mail`, async (t) => {
    for (const key of ['email', 'external_id']) {
      const office = await newOffice(service)
      const { first, second } = await overlapping(
        'events',
        () => office.call('POST', `/v1/${type}`, { body: bodyOf(type, office) }),
        () => importFile(office, type, key),
      )
      t.match(first, { status: 201, body: { notices: [] } })
      const { data } = (await office.call('GET', `/v1/${type}`)).body
      if (key === 'email') {
        t.match(second, { outcome: 'updated', resource_id: first.body.id })
        t.equal(data.length, 1)
      } else {
        t.match(second, { outcome: 'created', notices: [{ code: 'same_email' }] })
        t.match(second.notices[0].detail, first.body.id)
      }
    }
  })

  t.test(`of two ${type} posted or changed at once, one answer names the other`, async (t) => {
    const office = await newOffice(service)
    const body = bodyOf(type, office)
    const other = type === 'candidates' ? { ...body, email: 'ana@lake.example' } : body
    const replies = await Promise.all([
      office.call('POST', `/v1/${type}`, { body }),
      office.call('PUT', `/v1/${type}/by-external-id/P-1`, { body }),
      office.call('POST', `/v1/${type}`, { body: other }),
    ])
    const noticed = replies.filter(({ body: answer }) => answer.notices.length > 0)
    t.equal(noticed.length, type === 'candidates' ? 1 : 2)
    const [one, two] = await Promise.all(
      ['x@lake.example', 'y@lake.example'].map((email) => {
        const mine = type === 'candidates' ? { email } : { contact: { name: 'Rui', email } }
        return post(office, `/v1/${type}`, { ...body, ...mine })
      }),
    )
    const patch =
      type === 'candidates' ? { email: 'Z@lake.example' } : { contact: { email: 'Z@lake.example' } }
    const changed = await Promise.all(
      [one, two].map((id) =>
        office.call('PATCH', `/v1/${type}/${id}`, { body: patch, headers: { 'if-match': '*' } }),
      ),
    )
    const said = changed.flatMap(({ body: answer }) => answer.notices)
    t.equal(said.length, 1)
    t.match(said[0].detail, new RegExp(`^Same e-mail as (${one}|${two})\\. If they are one`))
  })
}

t.test('writes of different e-mails do not wait for an import', async (t) => {
  const office = await newOffice(service)
  await owner.query('begin; lock table import_rows in share mode')
  const imported = importFile(office, 'candidates', 'email')
  await waitingFor('import_rows')
  const body = { ...candidateBody(office.programId), email: 'other@lake.example' }
  t.match(await office.call('POST', '/v1/candidates', { body }), { status: 201, body: { notices: [] } })
  await owner.query('commit')
  t.match(await imported, { outcome: 'created' })
  t.equal((await owner.query('select from email_claims')).rowCount, 0)
})
