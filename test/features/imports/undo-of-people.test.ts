import t from 'tap'
import { forgetReplacedChoices } from '../../../src/features/internships/index.ts'
import { idToUuid } from '../../../src/shared/ids.ts'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { internWork } from '../../support/intern-work.ts'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { propose } from '../../support/two-partners.ts'
import { dayFromToday } from '../../support/workday.ts'
import { post } from '../../support/world.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let daysAgo = 0
const service = await startTestService(t, { clock: () => new Date(Date.now() - daysAgo * DAY_MS) })
const { pool } = service.database
const undo = (by: Partner, id: string) => by.call('POST', `/v1/imports/${id}/undo`)
const codesOf = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code).sort()

/** Imports students of these keys. */
async function withStudents(keys: readonly string[], names: Readonly<Record<string, string>> = {}) {
  const office = await newOffice(service)
  const file = [HEADER, ...keys.map((key) => candidateLine(key, names[key]))].join('\n')
  const { body } = await office.imported(file)
  return { office, run: body, file }
}

async function candidateIds(office: Partner): Promise<Map<string, string>> {
  const { data } = (await office.call('GET', '/v1/candidates?limit=100')).body
  return new Map(data.map((one: { external_id: string; id: string }) => [one.external_id, one.id]))
}

/** Rows of all tables in which a text stands anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const { rowCount } = await pool.query(
        `select from "${name}" one where strpos(lower(one::text), lower($1)) > 0 limit 1`,
        [text],
      )
      return rowCount === 0 ? [] : [name]
    }),
  )
  return found.flat()
}

t.test('students whom an import created are erased by its undo, as erasing each would', async (t) => {
  const names = { u1: 'Quintella Vandermolen', u2: 'Ed Moe' }
  const { office, run, file } = await withStudents(['u1', 'u2'], names)
  const ids = await candidateIds(office)
  t.equal(ids.size, 2)
  // The reports of a dry run hold them too: one row by its id, one by the address alone.
  const dry = `${file}\n${candidateLine('', 'Quintella Vandermolen').replace(',@', ',u1@').replace(',remote,', ',the moon,')}`
  await office.imported(dry, { mode: 'dry_run' })
  t.ok((await tablesWith('Quintella')).includes('import_rows'))
  t.match(await undo(office, run.id), { status: 200, body: { undone_at: String } })
  for (const id of ids.values())
    t.match(await office.call('GET', `/v1/candidates/${id}`), {
      status: 410,
      body: { code: 'candidate_erased' },
    })
  for (const text of ['Quintella', 'u1@student.example']) t.same(await tablesWith(text), [], text)
  await service.services.background.works.number_events.idle()
  const { data } = (await office.call('GET', '/v1/events?types=candidate.deleted&limit=100')).body
  t.same(new Set(data.map((one: { resource_id: string }) => one.resource_id)), new Set(ids.values()))
  t.match((await undo(office, run.id)).body, { code: 'import_undone' })
  t.match((await office.imported(file)).body, { created: 2, rejected: 0 }, 'their external ids are free')
})

t.test('a student whom something followed keeps the whole import', async (t) => {
  const site = await service.newPartner()
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const needId = await post(site, '/v1/needs', needBody(organizationId, { accepts: ['intern'] }))
  const followed: Record<string, (office: Office, id: string) => Promise<unknown>> = {
    introduction: (_, id) => propose(site, needId, id.replace('candidate_', 'offer_')),
    changed: (office, id) =>
      office.call('PATCH', `/v1/candidates/${id}`, {
        body: { school_year: 'senior' },
        headers: { 'if-match': '*' },
      }),
    removed: (office, id) => office.call('DELETE', `/v1/candidates/${id}`, { headers: { 'if-match': '*' } }),
    cohort: (office, id) => {
      const needs = [{ need_id: needId }]
      const cohort = { name: 'Spring', program_id: office.programId, needs, candidate_ids: [id] }
      return post(office, '/v1/cohorts', cohort)
    },
    disclosure: (office, id) =>
      pool.query(
        `insert into disclosures (partner_id, id, subject_partner_id, subject_id, disclosed_at, shown, day)
         values ($1, gen_random_uuid(), $2, $3, now(), 'profile', current_date)`,
        [idToUuid(site.partnerId), idToUuid(office.partnerId), id.replace('candidate_', 'helper_')],
      ),
  }
  for (const [code, follow] of Object.entries(followed)) {
    const { office, run } = await withStudents([`${code}-1`, `${code}-2`])
    const ids = await candidateIds(office)
    const id = ids.get(`${code}-1`) ?? ''
    await follow(office, id)
    const reply = await undo(office, run.id)
    t.match(reply, { status: 409, body: { code: 'import_in_use' } }, code)
    t.ok(codesOf(reply).includes(code), `${code}: ${codesOf(reply)}`)
    t.ok(
      reply.body.errors.some(({ detail }: { detail: string }) => detail.startsWith(id)),
      'the record is named',
    )
    const other = ids.get(`${code}-2`)
    t.equal((await office.call('GET', `/v1/candidates/${other}`)).status, 200, 'the other stays')
  }
})

t.test('students are not erased while another import runs, which could bring them back', async (t) => {
  const { office, run } = await withStudents(['w1'])
  const reply = await upload(
    service,
    office,
    `type=candidates&mode=dry_run&program_id=${office.programId}`,
    HEADER,
  )
  await service.services.background.works.run_imports.idle()
  await pool.query(
    `update imports set state = 'running', ended_at = null, claimed_until = now() + interval '1 hour' where id = $1`,
    [idToUuid(reply.body.id)],
  )
  t.match(await undo(office, run.id), { status: 409, body: { code: 'import_running' } })
  t.equal((await candidateIds(office)).size, 1)
})

async function withTimesheet(hours: readonly string[]) {
  // The work began before the days of the timesheet.
  daysAgo = 4
  const work = await internWork(service)
  daysAgo = 0
  const file = ['engagement_id,worked_on,hours', ...hours.map((one) => `${work.engagementId},${one}`)].join(
    '\n',
  )
  const headers = { 'content-type': 'text/csv' }
  const reply = await work.office.call('POST', '/v1/imports?type=hours&mode=apply', { headers, body: file })
  await service.services.background.works.run_imports.idle()
  const run = (await work.office.call('GET', String(reply.headers.location))).body
  const logged = async () => (await work.office.call('GET', '/v1/hours')).body.data
  return { work, run, logged }
}
const lately = dayFromToday(-2)

t.test('hours that an import logged are withdrawn by its undo, until the other side answers', async (t) => {
  const { work, run, logged } = await withTimesheet([`${lately},2`, `${lately},3`])
  t.match(run, { created: 2, rejected: 0 })
  const [first] = await logged()
  const at = `${work.address}/hours/${first.id}`
  t.equal((await work.site.call('POST', `${at}/confirm`, { headers: { 'if-match': '*' } })).status, 200)
  const refused = await undo(work.office, run.id)
  t.match(refused, { status: 409, body: { code: 'import_in_use', errors: [{ code: 'answered' }] } })
  t.equal((await logged()).length, 2)

  const again = await withTimesheet([`${lately},2`, `${lately},3`])
  t.equal((await undo(again.work.office, again.run.id)).status, 200)
  t.same(await again.logged(), [])
  await service.services.background.works.number_events.idle()
  const { data } = (await again.work.site.call('GET', '/v1/events?types=engagement.hours_withdrawn')).body
  t.equal(data.length, 2, 'the other side learns of it')
})

async function withChoices() {
  const { office } = await withStudents(['c1', 'c2'])
  const organizationId = await post(office, '/v1/organizations', organizationBody())
  const needIds = await Promise.all(
    ['N1', 'N2'].map((external_id) =>
      post(office, '/v1/needs', needBody(organizationId, { external_id, title: `Need ${external_id}` })),
    ),
  )
  const cohortId = await post(office, '/v1/cohorts', {
    ...{ name: 'Spring', program_id: office.programId, needs: needIds.map((need_id) => ({ need_id })) },
  })
  const imported = async (...rows: string[]) => {
    const file = ['external_id,choices', ...rows].join('\n')
    const query = `type=candidate_preferences&mode=apply&cohort_id=${cohortId}`
    const reply = await upload(service, office, query, file)
    await service.services.background.works.run_imports.idle()
    return (await office.call('GET', String(reply.headers.location))).body
  }
  const choices = async () => {
    const { body } = await office.call('GET', `/v1/cohorts/${cohortId}/preferences`)
    const ids = await candidateIds(office)
    const keyOf = new Map([...ids].map(([key, id]) => [id, key]))
    return Object.fromEntries(
      body.candidates.map((one: { candidate_id: string; choices: string[] }) => [
        keyOf.get(one.candidate_id),
        one.choices.map((need) => `N${needIds.indexOf(need) + 1}`).join(' '),
      ]),
    )
  }
  return { office, cohortId, imported, choices }
}

t.test('choices that an import wrote are taken back, and those that it replaced return', async (t) => {
  const { office, imported, choices } = await withChoices()
  await imported('c1,N1; N2')
  const second = await imported('c1,N2', 'c2,N2; N1')
  t.match(second, { created: 1, updated: 1 })
  t.same(await choices(), { c1: 'N2', c2: 'N2 N1' })
  t.equal((await undo(office, second.id)).status, 200)
  t.same(await choices(), { c1: 'N1 N2' })
  t.match((await undo(office, second.id)).body, { code: 'import_undone' })
})

t.test('choices that were changed since, or placed, keep their import', async (t) => {
  const { office, cohortId, imported, choices } = await withChoices()
  const first = await imported('c1,N1; N2', 'c2,N1')
  const second = await imported('c1,N2')
  t.match(await undo(office, first.id), { status: 409, body: { errors: [{ code: 'changed' }] } })
  t.equal((await undo(office, second.id)).status, 200)
  t.match(await undo(office, first.id), { status: 409 }, 'what returned is no longer of the first import')
  const third = await imported('c2,N2')
  await post(office, `/v1/cohorts/${cohortId}/placements`, { method: 'stable' })
  t.match(await undo(office, third.id), { status: 409, body: { errors: [{ code: 'placement' }] } })
  t.same(await choices(), { c1: 'N1 N2', c2: 'N2' })
})

t.test('what choices replaced is forgotten after a day', async (t) => {
  const { office, imported } = await withChoices()
  await imported('c1,N1')
  const run = await imported('c1,N2')
  const kept = async () =>
    (
      await pool.query('select from preferences where partner_id = $1 and imported is not null', [
        idToUuid(office.partnerId),
      ])
    ).rowCount
  t.equal(await kept(), 1)
  await pool.query(
    `update preferences set imported = jsonb_set(imported, '{at}', to_jsonb((now() - interval '26 hours')::text))
     where partner_id = $1`,
    [idToUuid(office.partnerId)],
  )
  await forgetReplacedChoices({ db: service.database.db, clock: () => new Date() })
  t.equal(await kept(), 0)
  t.match(await undo(office, run.id), { status: 409, body: { errors: [{ code: 'changed' }] } })
})

t.test('an undo of students and a simultaneous proposal to one of them: exactly one wins', async (t) => {
  const site = await service.newPartner()
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  for (let round = 0; round < 6; round++) {
    const { office, run } = await withStudents([`race-${round}`])
    const [id = ''] = (await candidateIds(office)).values()
    const needId = await post(site, '/v1/needs', needBody(organizationId, { accepts: ['intern'] }))
    const offerId = id.replace('candidate_', 'offer_')
    const early = round % 2 === 0 ? propose(site, needId, offerId) : undefined
    const [undone, proposal] = await Promise.all([
      undo(office, run.id),
      early ?? propose(site, needId, offerId),
    ])
    t.equal(
      Number(undone.status === 200) + Number(proposal.status === 201),
      1,
      `${undone.status} ${proposal.status}`,
    )
  }
})
