import t from 'tap'
import { createOrganizationsRepository } from '../../../src/features/postings/index.ts'
import { idToUuid } from '../../../src/shared/ids.ts'
import { helperBody, organizationBody, programBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

/** Imports candidates under these headers, with the office's program only if `program` says so. */
async function importStudents(office: Office, header: string, cells: string[], program: string | null) {
  const lines = cells.map((cell, at) => `${candidateLine(`S-${at}`)},${cell}`)
  const query = `type=candidates&mode=apply${program === null ? '' : `&program_id=${program}`}`
  const reply = await upload(service, office, query, [`${HEADER},${header}`, ...lines].join('\n'))
  await service.services.background.works.run_imports.idle()
  const { body } = await office.call('GET', String(reply.headers.location))
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  const students = (await office.call('GET', '/v1/candidates?limit=100')).body.data
  const programOf = new Map(
    students.map((one: { external_id: string; program_id: string }) => [one.external_id, one.program_id]),
  )
  return { body, rows, programs: cells.map((_, at) => programOf.get(`S-${at}`)) }
}

t.test('a program is known by its id, external id or name in whichever column of programs', async (t) => {
  const office = await newOffice(service)
  const fall = await post(
    office,
    '/v1/programs',
    programBody({ name: 'Fall internships', external_id: 'FALL' }),
  )
  for (const header of ['Program ID', 'Program code', 'Program Name']) {
    const { programs, rows } = await importStudents(
      office,
      header,
      ['FALL', 'fall INTERNSHIPS', fall, 'Spring internships', ''],
      office.programId,
    )
    t.same(programs, [fall, fall, fall, office.programId, office.programId], header)
    t.equal(rows.filter((row: { outcome: string }) => row.outcome === 'rejected').length, 0)
  }
})

t.test(
  'an unknown program gives way to that of the import with a notice, and is a fault without one',
  async (t) => {
    const office = await newOffice(service)
    const given = await importStudents(office, 'Program Code', ['BS-ACCT'], office.programId)
    t.same(given.programs, [office.programId])
    t.match(given.rows, [
      {
        outcome: 'created',
        notices: [
          { code: 'unknown_left_out', detail: /“BS-ACCT” is not one of your programs\./, value: 'BS-ACCT' },
        ],
      },
    ])
    const bare = await newOffice(service)
    const refused = await importStudents(bare, 'Program Code', ['BS-ACCT'], null)
    t.match(refused.rows, [
      { outcome: 'rejected', errors: [{ code: 'program_not_found', detail: /is not one of your programs/ }] },
    ])
  },
)

t.test('an ambiguous name of a program names those that have it', async (t) => {
  const office = await newOffice(service)
  for (const external_id of ['A', 'B'])
    await post(office, '/v1/programs', programBody({ name: 'Twin', external_id }))
  const { rows } = await importStudents(office, 'Program', ['x'], office.programId)
  t.match(rows, [{ outcome: 'created' }])
  const twins = await importStudents(office, 'Program Name', ['Twin'], null)
  t.match(twins.rows, [{ errors: [{ code: 'program_ambiguous', detail: /A or B/ }] }])
})

t.test('the organization of a need is found by its name under many headers, and never guessed', async (t) => {
  const office = await newOffice(service)
  const pantry = await post(
    office,
    '/v1/organizations',
    organizationBody({ name: 'Harbor Pantry', external_id: 'ORG-1' }),
  )
  for (const external_id of ['ORG-2', 'ORG-3'])
    await post(office, '/v1/organizations', organizationBody({ name: 'Twin Garden', external_id }))
  const rest = 'Keep our books,Each month for the whole year,volunteer,remote,4'
  for (const header of [
    'Organization',
    'Organisation',
    'Empresa',
    'Client',
    'Entreprise',
    'Verein',
    'organization_id',
  ]) {
    const file = [
      `external_id,${header},title,description,accepts,modality,hours_per_week`,
      `N-1,harbor pantry,${rest}`,
      `N-2,ORG-1,${rest}`,
      `N-3,Twin Garden,${rest}`,
      `N-4,Nowhere House,${rest}`,
    ].join('\n')
    const { body } = await office.imported(file, { type: 'needs' })
    const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
    t.match(
      rows,
      [
        { external_id: 'N-1', notices: [] },
        { external_id: 'N-2', notices: [] },
        { outcome: 'rejected', errors: [{ code: 'organization_ambiguous', detail: /ORG-2 or ORG-3/ }] },
        { outcome: 'rejected', errors: [{ code: 'organization_not_found', value: 'Nowhere House' }] },
      ],
      header,
    )
  }
  const needs = (await office.call('GET', '/v1/needs')).body.data
  t.match(
    needs.map((need: { organization_id: string }) => need.organization_id),
    [pantry, pantry],
  )
})

t.test('the helper of an offer is found by name, and an id and a name that differ are a fault', async (t) => {
  const office = await newOffice(service)
  await post(office, '/v1/helpers', helperBody({ name: 'Lee Moreno', external_id: 'H-1' }))
  await post(office, '/v1/helpers', helperBody({ name: 'Rui Gil', external_id: 'H-2' }))
  const rest = 'volunteer,Books,Ten years of books for charities,bookkeeping,remote,4'
  const file = [
    'external_id,Helper ID,Volunteer,kind,title,description,skills,modality,hours_per_week',
    `O-1,,Lee Moreno,${rest}`,
    `O-2,H-1,Lee Moreno,${rest}`,
    `O-3,H-1,Rui Gil,${rest}`,
  ].join('\n')
  const { body } = await office.imported(file, { type: 'offers' })
  t.match(body, { created: 2, rejected: 1 })
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body.data
  t.match(rows, [{ external_id: 'O-3', errors: [{ code: 'two_values', detail: /H-1.* and .*H-2/ }] }])
})

t.test('the name of a parent is found by an index', async (t) => {
  const client = await service.database.pool.connect()
  t.teardown(() => client.release())
  // With scans of whole tables and of all rows of a partner forbidden, a plan without the index would show it.
  await client.query('set enable_seqscan = off; set enable_sort = off')
  for (const table of ['programs', 'organizations', 'helpers']) {
    const query = `select id, external_id, name from ${table}
      where partner_id = '00000000-0000-0000-0000-000000000000'
        and lower(btrim(name)) = any(array(select lower(btrim(wanted)) from unnest('{Fall,Spring}'::text[]) wanted))`
    const plan = JSON.stringify((await client.query(`explain (format json) ${query}`)).rows)
    t.match(plan, `${table}_by_folded_name`)
    t.notMatch(plan, /Seq Scan/)
  }
})

t.test('of many names in one batch each is told from its namesakes', async (t) => {
  const office = await newOffice(service)
  const { pool, db } = service.database
  await post(office, '/v1/organizations', organizationBody({ name: 'Twin 0' }))
  await pool.query(
    `insert into organizations select (jsonb_populate_record(o, jsonb_build_object(
       'id', gen_random_uuid(), 'external_id', 'TWIN-' || i, 'name', case when i < 1400 then 'Twin ' || i / 2 else 'Many' end))).*
     from organizations o, generate_series(1, 1420) i where o.partner_id = $1`,
    [idToUuid(office.partnerId)],
  )
  const names = Array.from({ length: 700 }, (_, at) => `twin ${at}`)
  const found = await createOrganizationsRepository(db).findByNames(office.partnerId, [...names, 'MANY'])
  const called = Map.groupBy(found, ({ name }) => name.toLowerCase())
  t.ok(names.every((name) => called.get(name)?.length === 2))
  t.ok((called.get('many')?.length ?? 0) > 1, 'a name of many is ambiguous, and not all of them are read')
  t.ok((called.get('many')?.length ?? 0) < 10)
})
