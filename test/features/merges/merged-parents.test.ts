import t from 'tap'
import { candidateBody, helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { newOffice, upload } from '../../support/office.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

/* Whoever names the former id of a merged record is told which one was kept, wherever an id is taken. */

const service = await startTestService(t)

/** The id of a record that was merged, and of the one that was kept. */
async function merged(partner: Partner, type: string, body: Record<string, unknown>) {
  const kept = await post(partner, `/v1/${type}`, { ...body, external_id: `kept-${type}` })
  const former = await post(partner, `/v1/${type}`, { ...body, external_id: `former-${type}` })
  const reply = await partner.call('POST', `/v1/${type}/${kept}/merge`, { body: { from_id: former } })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return { kept, former }
}

const told = (pointer: string, kept: string) => ({
  status: 422,
  body: {
    code: 'validation_failed',
    errors: [{ pointer, code: 'record_merged', detail: new RegExp(`merged into ${kept}`) }],
  },
})

t.test('needs name the kept organization, in each way of writing them', async (t) => {
  const partner = await service.newPartner()
  const { kept, former } = await merged(partner, 'organizations', organizationBody())
  const need = await post(partner, '/v1/needs', needBody(kept))
  const body = needBody(former)
  const expected = told('/organization_id', kept)
  t.match(await partner.call('POST', '/v1/needs', { body }), expected)
  t.match(await partner.call('PUT', '/v1/needs/by-external-id/N-1', { body }), expected)
  const patch = { body: { organization_id: former }, headers: { 'if-match': '*' } }
  t.match(await partner.call('PATCH', `/v1/needs/${need}`, patch), expected)
  const preview = await partner.call('POST', '/v1/matches/preview', { body: { need: body } })
  t.match(preview, told('/need/organization_id', kept))
  const sprint = await partner.call('POST', '/v1/sprints', {
    body: {
      organization_id: former,
      bottlenecks: [{ title: 'Books', description: 'Bring the books up to date', skills: [] }],
    },
  })
  t.match(sprint, { status: 422 })
  t.match(JSON.stringify(sprint.body), new RegExp(`merged into ${kept}`))
})

t.test('lists narrowed to the former id are those of the kept record', async (t) => {
  const partner = await service.newPartner()
  const organization = await merged(partner, 'organizations', organizationBody())
  const helper = await merged(partner, 'helpers', helperBody())
  const need = await post(partner, '/v1/needs', needBody(organization.kept))
  const offer = await post(partner, '/v1/offers', offerBody(helper.kept))
  const introduction = await post(partner, '/v1/introductions', { need_id: need, offer_id: offer })
  const idsIn = async (path: string) =>
    (await partner.call('GET', path)).body.data.map(({ id }: { id: string }) => id)
  for (const id of [organization.kept, organization.former]) {
    t.same(await idsIn(`/v1/needs?organization_id=${id}`), [need])
    t.same(await idsIn(`/v1/introductions?organization_id=${id}`), [introduction])
  }
  for (const id of [helper.kept, helper.former]) {
    t.same(await idsIn(`/v1/offers?helper_id=${id}`), [offer])
    t.same(await idsIn(`/v1/introductions?helper_id=${id}`), [introduction])
  }
  const stranger = await service.newPartner()
  t.same((await stranger.call('GET', `/v1/needs?organization_id=${organization.former}`)).body.data, [])
})

t.test('offers and organizations name the kept helper', async (t) => {
  const partner = await service.newPartner()
  const { kept, former } = await merged(partner, 'helpers', helperBody())
  const body = offerBody(former)
  t.match(await partner.call('POST', '/v1/offers', { body }), told('/helper_id', kept))
  const preview = await partner.call('POST', '/v1/matches/preview', { body: { offer: body } })
  t.match(preview, told('/offer/helper_id', kept))
  const organization = organizationBody({ helper_id: former })
  const posted = await partner.call('POST', '/v1/organizations', { body: organization })
  t.match(posted, told('/helper_id', kept))
})

t.test(
  'rows of imports name the kept record by its id, for the parent and for the record itself',
  async (t) => {
    const office = await newOffice(service)
    const organization = await merged(office, 'organizations', organizationBody())
    const helper = await merged(office, 'helpers', helperBody())
    const student = await merged(office, 'candidates', candidateBody(office.programId))
    const files = [
      ['needs', 'organization_id', `organization_id`, organization],
      ['needs', 'organization_external_id', `organization_external_id`, organization],
      ['offers', 'helper_id', 'helper_id', helper],
      ['offers', 'helper_external_id', 'helper_external_id', helper],
      ['candidates', 'external_id', 'name', student],
      ['helpers', 'external_id', 'name', helper],
      ['organizations', 'external_id', 'name', organization],
    ] as const
    for (const [type, column, other, { kept, former }] of files) {
      const cells =
        column === 'external_id'
          ? { external_id: former, [other]: 'Ada' }
          : { external_id: 'X-1', [column]: former }
      const file = [Object.keys(cells), Object.values(cells)].map((line) => line.join(',')).join('\n')
      const { body } = await office.imported(file, { type })
      const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body
      const fault = data[0].errors.find((one: { pointer: string }) => one.pointer === column)
      t.match(
        fault,
        { code: 'record_merged', detail: new RegExp(`merged into ${kept}`) },
        `${type} ${column}`,
      )
    }
  },
)

t.test('cohorts and choices name the kept student and organization', async (t) => {
  const office = await newOffice(service)
  const { kept, former } = await merged(office, 'candidates', candidateBody(office.programId))
  const organization = await merged(office, 'organizations', organizationBody())
  const need = await post(office, '/v1/needs', needBody(organization.kept))
  const cohort = { program_id: office.programId, name: 'Spring', needs: [{ need_id: need }] }
  const named = { ...cohort, candidate_ids: [kept, former] }
  t.match(await office.call('POST', '/v1/cohorts', { body: named }), told('/candidate_ids/1', kept))
  const id = await post(office, '/v1/cohorts', cohort)
  const preferences = { candidates: [{ candidate_id: former, choices: [need] }], organizations: [] }
  const put = await office.call('PUT', `/v1/cohorts/${id}/preferences`, {
    body: preferences,
    headers: { 'if-match': '*' },
  })
  t.match(put, told('/candidates/0/candidate_id', kept))
  for (const [type, row, column, expected] of [
    ['candidate_preferences', `${former},${need}`, 'external_id', kept],
    ['candidate_preferences', `former-candidates,${need}`, 'external_id', kept],
    ['organization_preferences', `${organization.former},${kept}`, 'external_id', organization.kept],
    ['organization_preferences', `${organization.kept},${former}`, 'choices', kept],
  ] as const) {
    const query = `type=${type}&mode=apply&cohort_id=${id}`
    const reply = await upload(service, office, query, `external_id,choices\n${row}`)
    await service.services.background.works.run_imports.idle()
    const { data } = (await office.call('GET', `${reply.headers.location}/rows`)).body
    t.match(data[0], {
      outcome: 'rejected',
      errors: [{ pointer: column, code: 'record_merged', detail: new RegExp(`merged into ${expected}`) }],
    })
  }
})
