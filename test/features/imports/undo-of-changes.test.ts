import t from 'tap'
import { forgetReplacedRecords } from '../../../src/features/postings/index.ts'
import { idToUuid } from '../../../src/shared/ids.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice, upload } from '../../support/office.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { propose } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const { pool } = service.database
const undo = (by: Partner, id: string) => by.call('POST', `/v1/imports/${id}/undo`)
const any = { headers: { 'if-match': '*' } }

async function imported(partner: Partner, type: string, bodies: readonly object[]) {
  const file = bodies.map((body) => JSON.stringify(body)).join('\n')
  const reply = await upload(service, partner, `type=${type}&mode=apply`, file, 'application/x-ndjson')
  await service.services.background.works.run_imports.idle()
  return (await partner.call('GET', String(reply.headers.location))).body
}

/** What stands in a record, without its version and times. */
async function shown(partner: Partner, address: string): Promise<Record<string, unknown>> {
  const { version: _, updated_at: __, ...rest } = (await partner.call('GET', address)).body
  return rest
}

const numbered = (count: number, bodyOf: (at: number) => object) =>
  Array.from({ length: count }, (_, at) => ({ external_id: `r-${at}`, ...bodyOf(at) }))

async function idsOf(partner: Partner, type: string): Promise<string[]> {
  const { data } = (await partner.call('GET', `/v1/${type}?sort=created_at`)).body
  return data
    .toSorted((a: { external_id: string }, b: { external_id: string }) =>
      a.external_id < b.external_id ? -1 : 1,
    )
    .map(({ id }: { id: string }) => id)
}

const kinds: Record<
  string,
  (partner: Partner) => Promise<{ before: (at: number) => object; after: (at: number) => object }>
> = {
  organizations: async () => ({
    before: () => organizationBody(),
    after: () => organizationBody({ name: 'Another', causes: ['other cause'] }),
  }),
  helpers: async () => ({ before: () => helperBody(), after: () => helperBody({ name: 'Someone Else' }) }),
  needs: async (partner) => {
    const id = await post(partner, '/v1/organizations', organizationBody())
    return {
      before: () => needBody(id),
      after: () => needBody(id, { title: 'Another title', metadata: { a: 'b' } }),
    }
  },
  offers: async (partner) => {
    const id = await post(partner, '/v1/helpers', helperBody())
    return { before: () => offerBody(id), after: () => offerBody(id, { title: 'Another title' }) }
  },
}

for (const [type, bodies] of Object.entries(kinds))
  t.test(`${type} that an import changed return to what they were, and what it created goes`, async (t) => {
    const partner = await service.newPartner()
    const { before, after } = await bodies(partner)
    await imported(partner, type, numbered(2, before))
    const ids = await idsOf(partner, type)
    const stood = await Promise.all(ids.map((id) => shown(partner, `/v1/${type}/${id}`)))
    const run = await imported(partner, type, numbered(3, after))
    t.match(run, { created: 1, updated: 2, kept: null })
    t.notSame(await shown(partner, `/v1/${type}/${ids[0]}`), stood[0])
    t.match(await undo(partner, run.id), { status: 200, body: { undone_at: String, kept: null } })
    t.same(await Promise.all(ids.map((id) => shown(partner, `/v1/${type}/${id}`))), stood)
    t.same(await idsOf(partner, type), ids)
    await service.services.background.works.number_events.idle()
    const events = (await partner.call('GET', '/v1/events?limit=100')).body.data
    t.equal(events.filter(({ resource_id }: { resource_id: string }) => resource_id === ids[0]).length, 3)
    const { rowCount } = await pool.query('select from replaced_records where import_id = $1', [
      idToUuid(run.id),
    ])
    t.equal(rowCount, 0)
    t.match((await undo(partner, run.id)).body, { code: 'import_undone' })
  })

t.test(
  'students return with their consent, helper and offer, and nothing of the import is left',
  async (t) => {
    const office = await newOffice(service)
    const file = [HEADER, candidateLine('k1'), candidateLine('k2')].join('\n')
    await office.imported(file)
    const ids = await idsOf(office, 'candidates')
    const offerOf = (id: unknown) => `/v1/offers/${String(id).replace('candidate_', 'offer_')}`
    const stood = await Promise.all(
      ids.flatMap((id) => [shown(office, `/v1/candidates/${id}`), shown(office, offerOf(id))]),
    )
    const { body: run } = await office.imported(
      file.replaceAll('remote', 'onsite').replaceAll('Excel', 'bookkeeping'),
    )
    t.match(run, { updated: 2 })
    t.match(await undo(office, run.id), { status: 200, body: { kept: null } })
    t.same(
      await Promise.all(
        ids.flatMap((id) => [shown(office, `/v1/candidates/${id}`), shown(office, offerOf(id))]),
      ),
      stood,
    )
  },
)

t.test('a record that something followed stays and is named, and the others return', async (t) => {
  const { partner, organizationId } = await withOrganization()
  await imported(
    partner,
    'needs',
    numbered(5, () => needBody(organizationId)),
  )
  const ids = await idsOf(partner, 'needs')
  const offers = await service.newPartner()
  const offerId = await post(offers, '/v1/offers', offerBody(await post(offers, '/v1/helpers', helperBody())))
  t.equal((await propose(partner, String(ids[4]), offerId)).status, 201, 'one was introduced before')
  const run = await imported(
    partner,
    'needs',
    numbered(5, () => needBody(organizationId, { title: 'Changed' })),
  )
  t.equal(run.updated, 5)
  await partner.call('PATCH', `/v1/needs/${ids[0]}`, { body: { title: 'By hand' }, ...any })
  const other = await post(offers, '/v1/offers', offerBody(await post(offers, '/v1/helpers', helperBody())))
  t.equal((await propose(partner, String(ids[1]), other)).status, 201)
  await partner.call('DELETE', `/v1/needs/${ids[2]}`, any)
  const undone = await undo(partner, run.id)
  t.match(undone, { status: 200, body: { kept: { count: 3 } } })
  t.same(
    undone.body.kept.named.map(({ id, code }: Record<string, string>) => [id, code]).sort(),
    [
      [ids[0], 'changed'],
      [ids[1], 'introduction'],
      [ids[2], 'removed'],
    ].sort(),
  )
  t.match((await partner.call('GET', `/v1/imports/${run.id}`)).body.kept, undone.body.kept)
  const title = async (id: unknown) => (await partner.call('GET', `/v1/needs/${id}`)).body.title
  t.equal(await title(ids[0]), 'By hand')
  t.equal(await title(ids[1]), 'Changed')
  for (const id of ids.slice(3))
    t.equal(await title(id), needBody(organizationId).title, 'an introduction from before holds nothing')
})

t.test(
  'if something followed from all, nothing is undone, also if what it was can no longer be',
  async (t) => {
    const { partner, organizationId } = await withOrganization()
    await imported(
      partner,
      'needs',
      numbered(1, () => needBody(organizationId)),
    )
    const next = await post(partner, '/v1/organizations', organizationBody())
    const run = await imported(
      partner,
      'needs',
      numbered(1, () => needBody(next)),
    )
    t.equal((await partner.call('DELETE', `/v1/organizations/${organizationId}`, any)).status, 204)
    const refused = await undo(partner, run.id)
    t.match(refused, { status: 409, body: { code: 'import_in_use', errors: [{ code: 'no_way_back' }] } })
    t.equal((await partner.call('GET', `/v1/imports/${run.id}`)).body.undone_at, null)
  },
)

t.test('imports are undone one after the other, the last one first', async (t) => {
  const { partner, organizationId } = await withOrganization()
  const titled = (title: string) =>
    imported(
      partner,
      'needs',
      numbered(2, () => needBody(organizationId, { title })),
    )
  await titled('First')
  const [second, third] = [await titled('Second'), await titled('Third')]
  const titles = async () =>
    (await partner.call('GET', '/v1/needs')).body.data.map((one: { title: string }) => one.title)
  t.match(await undo(partner, second.id), {
    status: 409,
    body: { errors: [{ code: 'changed' }, { code: 'changed' }] },
  })
  t.match(await undo(partner, third.id), { status: 200, body: { kept: null } })
  t.same(await titles(), ['Second', 'Second'])
  t.match(await undo(partner, second.id), { status: 200, body: { kept: null } })
  t.same(await titles(), ['First', 'First'])
})

t.test(
  'what a person was before an import is erased with the person, and forgotten after a day',
  async (t) => {
    const office = await newOffice(service)
    const file = [
      HEADER,
      candidateLine('k1', 'Quirina Oldname'),
      candidateLine('k2', 'Wendelin Oldname'),
    ].join('\n')
    await office.imported(file)
    await office.imported(file.replaceAll('Oldname', 'Newname'))
    const held = async (text: string) =>
      (await pool.query('select from replaced_records where body::text like $1', [`%${text}%`])).rowCount
    t.equal(await held('Quirina Oldname'), 1)
    const [first] = await idsOf(office, 'candidates')
    t.equal((await office.call('DELETE', `/v1/candidates/${first}`, any)).status, 204)
    t.equal(await held('Quirina'), 0)
    t.equal(await held('Wendelin'), 1)
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    await forgetReplacedRecords({ db: service.database.db, clock: () => at(24) })
    t.equal(await held('Wendelin'), 1)
    await forgetReplacedRecords({ db: service.database.db, clock: () => at(26) })
    t.equal(await held('Wendelin'), 0)

    const partner = await service.newPartner()
    const bodyOf = (name: string) => numbered(1, () => helperBody({ name }))
    await imported(partner, 'helpers', bodyOf('Odalys Oldname'))
    await imported(partner, 'helpers', bodyOf('Odalys Newname'))
    t.equal(await held('Odalys'), 1)
    const [helper] = await idsOf(partner, 'helpers')
    t.equal((await partner.call('DELETE', `/v1/helpers/${helper}`, any)).status, 204)
    t.equal(await held('Odalys'), 0)
  },
)

async function withOrganization() {
  const partner = await service.newPartner()
  return { partner, organizationId: await post(partner, '/v1/organizations', organizationBody()) }
}
