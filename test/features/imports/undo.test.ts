import t from 'tap'
import { idToUuid, isId } from '../../../src/shared/ids.ts'
import { helperBody, needBody, offerBody, organizationBody, programBody } from '../../support/bodies.ts'
import { upload } from '../../support/office.ts'
import { until } from '../../support/process.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { propose } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const { pool } = service.database

/** Imports bodies, and reads the import with the ids of its records. */
async function imported(partner: Partner, type: string, bodies: object[], mode = 'apply') {
  const file = bodies.map((body, at) => JSON.stringify({ external_id: `r-${at}`, ...body })).join('\n')
  const query = `type=${type}&mode=${mode}`
  const reply = await upload(service, partner, query, file, 'application/x-ndjson')
  await service.services.background.works.run_imports.idle()
  const { body } = await partner.call('GET', String(reply.headers.location))
  const { data } = (await partner.call('GET', `/v1/imports/${body.id}/rows`)).body
  const ids: string[] = data.map((row: { resource_id: string }) => row.resource_id)
  return { ...body, ids }
}

const undo = (by: Partner, { id }: { id: string }) => by.call('POST', `/v1/imports/${id}/undo`)
const hasAll = async (by: Partner, type: string, ids: string[]) => {
  const replies = await Promise.all(ids.map((id) => by.call('GET', `/v1/${type}/${id}`)))
  return replies.map(({ status }) => status)
}

async function withNeeds(count = 2) {
  const partner = await service.newPartner()
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const bodies = Array.from({ length: count }, () => needBody(organizationId))
  return { partner, organizationId, run: await imported(partner, 'needs', bodies) }
}

async function withOffers() {
  const partner = await service.newPartner()
  const helperId = await post(partner, '/v1/helpers', helperBody())
  return {
    partner,
    helperId,
    run: await imported(partner, 'offers', [offerBody(helperId), offerBody(helperId)]),
  }
}

const refused = (code: string, ...codes: string[]) => ({
  status: 409,
  body: { code, errors: codes.map((code) => ({ code })) },
})

t.test('an undone import takes back all that it created, tells of each, and is undone once', async (t) => {
  const { partner, organizationId, run } = await withNeeds()
  t.match(run, { created: 2, undone_at: null })
  t.match(await undo(partner, run), { status: 200, body: { id: run.id, created: 2, undone_at: String } })
  t.same(await hasAll(partner, 'needs', run.ids), [404, 404])
  await service.services.background.works.number_events.idle()
  const { data } = (await partner.call('GET', '/v1/events?types=need.deleted')).body
  t.same(data.map((event: { resource_id: string }) => event.resource_id).sort(), [...run.ids].sort())
  t.match(await undo(partner, run), refused('import_undone'))
  const again = await imported(partner, 'needs', [needBody(organizationId)])
  t.match(again, { created: 1, undone_at: null }, 'its external ids are free')
})

t.test(
  'helpers, organizations and offers are taken back in the order in which they belong together',
  async (t) => {
    const partner = await service.newPartner()
    const helpers = await imported(partner, 'helpers', [helperBody()])
    const organizations = await imported(partner, 'organizations', [
      organizationBody({ helper_id: helpers.ids[0] }),
    ])
    const offers = await imported(partner, 'offers', [offerBody(helpers.ids[0])])
    const needs = await imported(partner, 'needs', [needBody(organizations.ids[0])])
    const inUse = await undo(partner, helpers)
    t.match(inUse, { status: 409, body: { code: 'import_in_use' } })
    t.same(inUse.body.errors.map(({ code }: { code: string }) => code).sort(), ['offer', 'organization'])
    t.match(inUse.body.errors[0].detail, helpers.ids[0])
    t.match(await undo(partner, organizations), refused('import_in_use', 'need'))
    t.same(await hasAll(partner, 'helpers', helpers.ids), [200])
    for (const run of [needs, offers, organizations, helpers]) t.equal((await undo(partner, run)).status, 200)
    t.same(await hasAll(partner, 'helpers', helpers.ids), [404])
    t.same(await hasAll(partner, 'organizations', organizations.ids), [404])
  },
)

t.test('nothing is taken back once a record was changed or deleted', async (t) => {
  const { partner, run } = await withNeeds(3)
  const [first, second, third] = run.ids
  const change = { body: { title: 'Another title' }, headers: { 'if-match': '*' } }
  t.equal((await partner.call('PATCH', `/v1/needs/${first}`, change)).status, 200)
  t.equal((await partner.call('DELETE', `/v1/needs/${second}`, { headers: { 'if-match': '*' } })).status, 204)
  const reply = await undo(partner, run)
  t.match(reply, { status: 409, body: { code: 'import_in_use' } })
  t.same(
    new Map(
      reply.body.errors.map(({ code, detail }: { code: string; detail: string }) => [
        code,
        detail.split(':')[0],
      ]),
    ),
    new Map([
      ['changed', first],
      ['removed', second],
    ]),
  )
  t.same(await hasAll(partner, 'needs', [String(first), String(third)]), [200, 200])
  t.equal((await partner.call('GET', `/v1/imports/${run.id}`)).body.undone_at, null)
})

t.test('nothing is taken back once a record was introduced, from either side', async (t) => {
  const needs = await withNeeds()
  const offers = await withOffers()
  t.equal((await propose(needs.partner, needs.run.ids[1], offers.run.ids[0])).status, 201)
  for (const { partner, run } of [needs, offers])
    t.match(await undo(partner, run), refused('import_in_use', 'introduction'))
  t.same(await hasAll(needs.partner, 'needs', needs.run.ids), [200, 200])
  t.same(await hasAll(offers.partner, 'offers', offers.run.ids), [200, 200])
})

t.test('a cohort or a sprint that names a record holds its import', async (t) => {
  const office = await service.newPartner({ kind: 'internship_office' })
  const organizations = await imported(office, 'organizations', [organizationBody()])
  const organizationId = String(organizations.ids[0])
  const needs = await imported(office, 'needs', [needBody(organizationId), needBody(organizationId)])
  const cohort = {
    name: 'Spring',
    program_id: await post(office, '/v1/programs', programBody()),
    needs: [{ need_id: needs.ids[0] }],
    organizations: [{ organization_id: organizationId, capacity: 1 }],
  }
  await post(office, '/v1/cohorts', cohort)
  t.match(await undo(office, needs), refused('import_in_use', 'cohort'))
  const { title, description, skills, modality } = needBody(organizationId)
  await post(office, '/v1/sprints', {
    organization_id: organizationId,
    deadline_hours: 48,
    bottlenecks: [{ title, description, skills, modality }],
  })
  const codes = (await undo(office, organizations)).body.errors.map(({ code }: { code: string }) => code)
  t.same(codes.sort(), ['cohort', 'need', 'sprint'])
})

t.test('an import is not undone if it wrote nothing, or what it replaced is not kept', async (t) => {
  const { partner, organizationId, run } = await withNeeds(1)
  const changed = await imported(partner, 'needs', [
    needBody(organizationId, { title: 'Changed' }),
    needBody(organizationId),
  ])
  t.match(changed, { created: 1, updated: 1 })
  // An import of an earlier version kept nothing.
  await pool.query('delete from replaced_records where import_id = $1', [idToUuid(changed.id)])
  t.match(await undo(partner, changed), refused('import_not_undoable', 'rows_updated'))
  t.same(await hasAll(partner, 'needs', changed.ids), [200, 200])
  t.match(await undo(partner, run), refused('import_in_use', 'changed'))
  const same = await imported(partner, 'needs', [needBody(organizationId, { title: 'Changed' })])
  t.match(await undo(partner, same), refused('import_not_undoable', 'nothing_created'))
})

t.test('dry runs, late undos and large ones are refused with the reason', async (t) => {
  const { partner, organizationId, run } = await withNeeds()
  const dry = await imported(partner, 'needs', [needBody(organizationId, { external_id: 'x' })], 'dry_run')
  t.match(await undo(partner, dry), refused('import_not_undoable', 'dry_run'))
  await pool.query(`update imports set ended_at = ended_at - interval '24 hours' where id = $1`, [
    idToUuid(run.id),
  ])
  t.match(await undo(partner, run), refused('import_not_undoable', 'too_late'))
  await pool.query('update imports set ended_at = now(), created = 5001, rows_read = 5001 where id = $1', [
    idToUuid(run.id),
  ])
  t.match(await undo(partner, run), refused('import_not_undoable', 'too_many'))
  await pool.query(
    `update imports set ended_at = null, state = 'running', claimed_until = now() + interval '1 hour' where id = $1`,
    [idToUuid(run.id)],
  )
  t.match(await undo(partner, run), refused('import_running'))
  t.same(await hasAll(partner, 'needs', run.ids), [200, 200])
})

t.test('another partner cannot undo an import, nor learn of it', async (t) => {
  const { partner, run } = await withNeeds()
  const other = await service.newPartner()
  t.match(await undo(other, run), { status: 404, body: { code: 'import_not_found' } })
  t.same(await hasAll(partner, 'needs', run.ids), [200, 200])
})

/** Holds the row of a helper, for which proposals wait once they have the need. */
async function holdHelper(partner: Partner, helperId: string) {
  if (!isId('helper', helperId)) throw new Error(`${helperId} is no helper`)
  const client = await pool.connect()
  await client.query('begin')
  await client.query('select from helpers where partner_id = $1 and id = $2 for no key update', [
    idToUuid(partner.partnerId),
    idToUuid(helperId),
  ])
  return async () => {
    await client.query('commit')
    client.release()
  }
}

// On Citus those who wait do so on a worker.
const ACTIVITY = process.env.TESTS_RUN_ON === 'citus' ? 'citus_stat_activity' : 'pg_stat_activity'

const waiting = (count: number) =>
  until(async () => {
    const { rowCount } = await pool.query(
      `select from ${ACTIVITY} where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount === count
  })

t.test('an undo that a proposal precedes waits for it, and is refused', async (t) => {
  const { partner, run } = await withNeeds(1)
  const offers = await withOffers()
  const letGo = await holdHelper(offers.partner, offers.helperId)
  const proposal = propose(partner, run.ids[0], offers.run.ids[0])
  await waiting(1)
  const undoing = undo(partner, run)
  await waiting(2)
  await letGo()
  t.equal((await proposal).status, 201)
  t.match(await undoing, refused('import_in_use', 'introduction'))
  t.same(await hasAll(partner, 'needs', run.ids), [200])
})

t.test('a proposal whose offer is taken back while it waits finds none', async (t) => {
  const { partner, run } = await withNeeds(1)
  const offers = await withOffers()
  const letGo = await holdHelper(offers.partner, offers.helperId)
  const proposal = propose(partner, run.ids[0], offers.run.ids[0])
  await waiting(1)
  t.equal((await undo(offers.partner, offers.run)).status, 200)
  await letGo()
  t.match(await proposal, { status: 404, body: { code: 'offer_not_found' } })
  t.equal((await undo(partner, run)).status, 200, 'the need is not held')
})

t.test('of an undo and a simultaneous proposal to one of its records exactly one wins', async (t) => {
  const ROUNDS = 12
  for (let round = 0; round < ROUNDS; round++) {
    const needs = await withNeeds(1)
    const offers = await withOffers()
    const { partner, run } = round % 2 === 0 ? needs : offers
    const start = [
      () => undo(partner, run),
      () => propose(needs.partner, needs.run.ids[0], offers.run.ids[0]),
    ] as const
    const proposedFirst = round % 4 < 2 ? start[1]() : undefined
    const [undone, proposal] = await Promise.all([start[0](), proposedFirst ?? start[1]()])
    t.equal(
      Number(undone.status === 200) + Number(proposal.status === 201),
      1,
      `${undone.status} ${proposal.status}`,
    )
    const left = await hasAll(partner, run === needs.run ? 'needs' : 'offers', run.ids)
    t.same(new Set(left), new Set([undone.status === 200 ? 404 : 200]))
  }
})
