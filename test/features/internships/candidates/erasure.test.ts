import pg from 'pg'
import t from 'tap'
import { createLog } from '../../../../src/platform/telemetry/log.ts'
import { candidateBody, needBody, organizationBody, programBody } from '../../../support/bodies.ts'
import { upload } from '../../../support/office.ts'
import { startTestService } from '../../../support/service.ts'
import { workday } from '../../../support/workday.ts'
import { post } from '../../../support/world.ts'

const CANARY = 'zebrafinch'
const anyVersion = { 'if-match': '*' }
const lines: string[] = []
const service = await startTestService(t, {
  log: createLog('trace', { write: (line: string) => lines.push(line) }),
})

// The owner also sees the temporary tables of the service's connections.
const owner = new pg.Pool({ connectionString: service.database.ownerConnectionString, max: 1 })
t.teardown(() => owner.end())

/** The tables of the whole database that hold the text, readable or as bytes. */
async function tablesHolding(text: string): Promise<string[]> {
  const { rows } = await owner.query(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`)
  const forms = [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64').slice(0, 12)]
  const found: string[] = []
  for (const { name } of rows) {
    const held = await owner.query(
      `select from ${name} r where exists (select from unnest($1::text[]) form where strpos(lower(r::text), lower(form)) > 0) limit 1`,
      [forms],
    )
    if (held.rowCount) found.push(name)
  }
  return found
}

/** A candidate that leaves its mark wherever it can. */
async function plantedCandidate() {
  const office = await service.newPartner({ kind: 'internship_office' })
  const site = await service.newPartner()
  const programId = await post(office, '/v1/programs', programBody())
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const needId = await post(site, '/v1/needs', needBody(organizationId, { positions: 2 }))
  const { body: candidate } = await office.call('POST', '/v1/candidates', {
    headers: { 'idempotency-key': `key-${CANARY}` },
    body: candidateBody(programId, {
      external_id: `student-${CANARY}`,
      name: `Ada ${CANARY}`,
      preferred_name: `Addie ${CANARY}`,
      email: `ada@${CANARY}.example`,
      school_year: CANARY,
      majors: [`${CANARY} studies`],
      description: `My work on ${CANARY} songs`,
      skills: [`${CANARY} keeping`, 'bookkeeping'],
      learning_goals: [`${CANARY} care`],
      location: { country: 'US', city: `${CANARY} town` },
      resume: { basics: { summary: CANARY } },
      consent: {
        share_profile: true,
        share_contact: true,
        recorded_at: '2026-11-01T10:00:00Z',
        source: `Form ${CANARY}`,
      },
    }),
  })
  await office.call('GET', `/v1/candidates?external_id=student-${CANARY}`)
  // One row that changes the candidate, one that is rejected and holds it all.
  const file = `external_id,email,school_year,modality\nstudent-${CANARY},,senior,\nother-key,ada@${CANARY}.example,${CANARY},nowhere\n`
  await upload(service, office, `type=candidates&mode=apply&program_id=${programId}`, file)
  await service.services.background.works.run_imports.idle()
  await site.call('GET', `/v1/needs/${needId}/matches`)
  const introduction = await site.call('POST', '/v1/introductions', {
    headers: { 'idempotency-key': 'introduced' },
    body: { need_id: needId, offer_id: candidate.offer_id, message: `Dear ${CANARY}` },
  })
  await office.call('POST', `/v1/introductions/${introduction.body.id}/accept`)
  const { body: engagements } = await site.call('GET', '/v1/engagements')
  const engagementId = engagements.data[0].id
  await site.call('PUT', `/v1/engagements/${engagementId}/plan`, {
    headers: anyVersion,
    body: { outcome: `What ${CANARY} does`, learning_goals: [`${CANARY} care`] },
  })
  for (const side of [site, office])
    for (const address of [`introductions/${introduction.body.id}`, `engagements/${engagementId}`])
      await side.call('PATCH', `/v1/${address}`, {
        headers: anyVersion,
        body: { metadata: { note: `Of ${CANARY}` } },
      })
  const hours = await office.call('POST', `/v1/engagements/${engagementId}/hours`, {
    headers: { 'idempotency-key': 'hours' },
    body: { worked_on: workday(), hours: 2 },
  })
  await site.call('POST', `/v1/engagements/${engagementId}/hours/${hours.body.id}/dispute`, {
    headers: { 'idempotency-key': 'dispute' },
    body: { reason: `${CANARY} was away` },
  })
  return { office, site, needId, candidate, introductionId: introduction.body.id, engagementId }
}

t.test(
  'erasing a candidate leaves nothing of the person in the whole database, nor ever in the log',
  async (t) => {
    const { office, site, needId, candidate, introductionId, engagementId } = await plantedCandidate()
    t.ok((await tablesHolding(CANARY)).includes('public.candidates'), 'the search finds what is there')
    t.ok((await tablesHolding(CANARY)).includes('public.engagement_hours'))
    const address = `/v1/candidates/${candidate.id}`
    const erased = await office.call('DELETE', address, { headers: anyVersion })
    t.equal(erased.status, 204)

    t.same(await tablesHolding(CANARY), [])
    t.ok(lines.length > 10)
    t.notMatch(lines.join(''), new RegExp(CANARY, 'i'))

    t.match(await office.call('GET', address), { status: 410, body: { code: 'candidate_erased' } })
    t.match(await office.call('DELETE', address, { headers: anyVersion }), { status: 404 })
    t.same((await site.call('GET', `/v1/needs/${needId}/matches`)).body.data, [])
    t.match((await site.call('GET', `/v1/introductions/${introductionId}`)).body, {
      message: null,
      contacts: null,
    })
    t.match((await site.call('GET', `/v1/engagements/${engagementId}`)).body, {
      status: 'ended_early',
      end_reason: 'work_changed',
    })
    const { body: log } = await office.call('GET', `${address}/disclosures`)
    t.ok(log.data.length > 0, 'the log of disclosures outlives the person')
    const stranger = await service.newPartner()
    t.match(await stranger.call('GET', address), { status: 404 })
  },
)

t.test('the export holds all that is kept on a person, and nobody else can read it', async (t) => {
  const { office, site, candidate, introductionId, engagementId } = await plantedCandidate()
  const { status, body } = await office.call('GET', `/v1/candidates/${candidate.id}/export`)
  t.equal(status, 200)
  t.match(body, {
    candidate: { id: candidate.id, name: `Ada ${CANARY}`, resume: { basics: { summary: CANARY } } },
    introductions: [{ id: introductionId, message: `Dear ${CANARY}`, status: 'accepted' }],
    engagements: [{ id: engagementId, hours: [{ hours: 2, dispute_reason: `${CANARY} was away` }] }],
    disclosures: [{ shown: 'profile', to_partner_id: site.partnerId }],
    import_rows: [{ outcome: 'updated', external_id: `student-${CANARY}` }, { outcome: 'rejected' }],
  })
  t.match(await site.call('GET', `/v1/candidates/${candidate.id}/export`), { status: 404 })
})

t.test('while an import runs nobody is erased, since its file could bring them back', async (t) => {
  const { office, candidate } = await plantedCandidate()
  await service.services.background.works.run_imports.stop()
  await upload(service, office, 'type=candidates&mode=apply', 'external_id\n')
  t.match(await office.call('DELETE', `/v1/candidates/${candidate.id}`, { headers: anyVersion }), {
    status: 409,
    body: { code: 'import_running' },
  })
})
