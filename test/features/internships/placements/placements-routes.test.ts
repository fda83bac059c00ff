import { parse } from 'csv-parse/sync'
import t from 'tap'
import { createPlacements } from '../../../../src/features/internships/index.ts'
import { placementInput } from '../../../../src/features/internships/placements/placements.schemas.ts'
import { createMatches } from '../../../../src/features/matches/index.ts'
import { idToUuid, isId, newId } from '../../../../src/shared/ids.ts'
import { needBody, organizationBody } from '../../../support/bodies.ts'
import { type CohortWorld, newCohort } from '../../../support/cohort.ts'
import { upload } from '../../../support/office.ts'
import { startTestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)

const place = (world: CohortWorld, body: Record<string, unknown> = {}) =>
  world.office.call('POST', `/v1/cohorts/${world.cohortId}/placements`, {
    body: { method: 'stable', ...body },
  })

/** Who goes where, by places in the world's lists; -1 for nowhere. */
async function placesOf(world: CohortWorld, placementId: string): Promise<number[]> {
  const { body } = await world.office.call('GET', `/v1/placements/${placementId}/results`)
  const needOf = new Map(
    body.data.map((one: { candidate_id: string; need_id: string }) => [one.candidate_id, one.need_id]),
  )
  return world.candidates.map((id) => world.needs.indexOf(String(needOf.get(id))))
}

t.test('a stable placement follows the choices of both sides, and nobody would rather swap', async (t) => {
  const world = await newCohort(service, { candidates: 3, needs: 2 })
  await world.prefer({ 0: [0, 1], 1: [0], 2: [1, 0] }, { 0: [1, 0, 2], 1: [2, 0] })
  const { status, body, headers } = await place(world)
  t.equal(status, 201)
  t.match(body, {
    status: 'draft',
    candidates: 3,
    placed: 2,
    unplaced: { no_room: 1, no_match: 0, not_ranked: 0 },
    ranks: [2],
    blocking_pairs: 0,
    results: null,
  })
  t.same(await placesOf(world, body.id), [-1, 0, 1])
  t.match((await world.office.call('GET', String(headers.location))).body, { id: body.id, placed: 2 })
  const unplaced = await world.office.call('GET', `/v1/placements/${body.id}/results?outcome=unplaced`)
  t.match(unplaced.body.data, [{ candidate_id: world.candidates[0], reason: 'no_room', need_id: null }])
})

t.test('a draft is deleted once, with an event, and a published placement is not', async (t) => {
  const world = await newCohort(service, { candidates: 1, needs: 1 })
  const { office } = world
  const { body: draft } = await place(world)
  const url = `/v1/placements/${draft.id}`
  const replies = await Promise.all([1, 2].map(() => office.call('DELETE', url)))
  t.same(replies.map(({ status }) => status).sort(), [204, 404])
  t.match(await office.call('GET', `${url}/results`), { status: 404 })
  const { rows } = await service.database.pool.query(
    `select resource_id from events where partner_id = $1 and type = 'placement.deleted'`,
    [idToUuid(office.partnerId)],
  )
  t.same(rows, [{ resource_id: draft.id }])
  const { body: other } = await place(world)
  t.match(await world.site.call('DELETE', `/v1/placements/${other.id}`), { status: 404 })
  t.match(await office.call('POST', `/v1/placements/${other.id}/publish`), { status: 202 })
  t.match(await office.call('DELETE', `/v1/placements/${other.id}`), {
    status: 409,
    body: { code: 'placement_published', detail: /record of its introductions.*withdraw/ },
  })
})

t.test('most_placed places more where that is possible, and tells how many would rather swap', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  // The first takes either, the second only the first need, which wants the first.
  await world.prefer({ 0: [0, 1], 1: [0] }, { 0: [0, 1] })
  const stable = await place(world)
  const most = await place(world, { method: 'most_placed' })
  t.equal(stable.body.placed, 1)
  t.match(most.body, { placed: 2, ranks: [1, 1], blocking_pairs: 1 })
  t.same(await placesOf(world, most.body.id), [1, 0])
  const { body } = await world.office.call(
    'GET',
    `/v1/placements/${most.body.id}/comparison?with=${stable.body.id}`,
  )
  t.match(body, { placed: { this: 2, other: 1 }, same: 0, better: 1, worse: 1 })
  t.equal(body.moved.length, 2)
})

t.test('choices that nobody posted are filled in from scores', async (t) => {
  const skills = ['bookkeeping', 'photography']
  const world = await newCohort(
    service,
    { candidates: 2, needs: 2 },
    {
      need: (at) => ({ skills: [{ skill: skills[at], importance: 'must' }] }),
      candidate: (at) => ({ skills: [skills[1 - at]] }),
    },
  )
  const { body } = await place(world)
  t.match(body, { placed: 2, ranks: [2] })
  t.same(await placesOf(world, body.id), [1, 0])
  const results = await world.office.call('GET', `/v1/placements/${body.id}/results`)
  t.ok(results.body.data.every((one: { score: number }) => one.score > 0 && one.score <= 1))
})

t.test('a pair that something keeps apart is never placed, even where both chose it', async (t) => {
  const world = await newCohort(
    service,
    { candidates: 1, needs: 2 },
    { candidate: (_, organizations) => ({ blocked_organization_ids: [organizations[0]] }) },
  )
  await world.prefer({ 0: [0] }, { 0: [0] })
  for (const method of ['stable', 'most_placed'])
    t.match((await place(world, { method })).body, { placed: 0, unplaced: { no_match: 1 } }, method)
})

t.test('who may not be ranked, and needs that are not open, are left out and told', async (t) => {
  const world = await newCohort(
    service,
    { candidates: 2, needs: 2 },
    {
      candidate: (at) => ({
        consent: {
          share_profile: at === 1,
          share_contact: true,
          recorded_at: '2026-11-01T00:00:00Z',
          source: 'Form',
        },
      }),
    },
  )
  await world.site.call('POST', `/v1/needs/${world.needs[0]}/close`)
  t.match((await place(world)).body, {
    candidates: 2,
    placed: 1,
    unplaced: { not_ranked: 1 },
    needs_left_out: [world.needs[0]],
  })
})

t.test(
  "capacities of needs, organizations and the program's quota hold, and a run may try others",
  async (t) => {
    const world = await newCohort(
      service,
      { candidates: 3, needs: 1 },
      { need: () => ({ positions: 3 }), program: { quotas: { placements_per_organization: 2 } } },
    )
    t.equal((await place(world)).body.placed, 2)
    const organizations = [{ organization_id: world.organizations[0], capacity: 1 }]
    t.equal((await place(world, { quotas: { organizations } })).body.placed, 1)
    t.equal((await place(world, { quotas: { placements_per_organization: 3 } })).body.placed, 3)
    const needs = [{ need_id: world.needs[0], capacity: 0 }]
    t.equal((await place(world, { quotas: { needs } })).body.placed, 0)
  },
)

t.test('a dry run answers with its results and keeps nothing', async (t) => {
  const world = await newCohort(service, { candidates: 1, needs: 1 })
  const { status, body } = await place(world, { dry_run: true })
  t.equal(status, 200)
  t.match(body, { id: null, placed: 1, results: [{ candidate_id: world.candidates[0], rank: 1 }] })
  t.same((await world.office.call('GET', `/v1/cohorts/${world.cohortId}/placements`)).body.data, [])
})

t.test('publishing makes one introduction of each pair, or tells why it could not', async (t) => {
  const world = await newCohort(
    service,
    { candidates: 8, needs: 2 },
    { need: (at) => ({ positions: at === 0 ? 7 : 1 }) },
  )
  await world.prefer({ 0: [1], ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((at) => [at, [0]])) })
  const { body: placement } = await place(world)
  t.equal(placement.placed, 8)
  // Gone between the placement and its publication.
  await world.site.call('POST', `/v1/needs/${world.needs[1]}/close`)
  const address = `/v1/placements/${placement.id}`
  const published = await Promise.all([
    world.office.call('POST', `${address}/publish`),
    world.office.call('POST', `${address}/publish`),
  ])
  t.same(published.map(({ status }) => status).sort(), [202, 409])
  service.services.background.works.publish_placements.wake()
  await service.services.background.works.publish_placements.idle()
  t.match((await world.office.call('GET', address)).body, { status: 'published', published_at: /T/ })
  const { body: results } = await world.office.call('GET', `${address}/results`)
  t.equal(results.data.filter((one: { introduction_id: string }) => one.introduction_id).length, 7)
  t.match(
    results.data.filter((one: { refusal: string }) => one.refusal),
    [{ candidate_id: world.candidates[0], refusal: /need_not/ }],
  )
  const { body: introductions } = await world.site.call('GET', '/v1/introductions?role=need')
  t.equal(introductions.data.length, 7)
  t.ok(introductions.data.every((one: { proposed_by: string }) => one.proposed_by === 'offer'))
})

t.test(
  'a spreadsheet of preferences carries ties, and one without keeps those that are stored',
  async (t) => {
    const world = await newCohort(service, { candidates: 1, needs: 3 })
    const [a, b, c] = world.needs
    const send = async (choices: string) => {
      const file = `Student ID,Choices\nstudent-0,${choices}\n`
      const query = `type=candidate_preferences&mode=apply&cohort_id=${world.cohortId}`
      const reply = await upload(service, world.office, query, file)
      await service.services.background.works.run_imports.idle()
      return (await world.office.call('GET', String(reply.headers.location))).body
    }
    const stored = async () => {
      const { body } = await world.office.call('GET', `/v1/cohorts/${world.cohortId}/preferences`)
      const [{ choices, tied }] = body.candidates
      return { choices, tied }
    }
    t.match(await send(`${a} = ${b}; ${c}`), { created: 1 })
    t.same(await stored(), { choices: [a, b, c], tied: [b] })
    t.match(await send(`${a}; ${b}; ${c}`), { unchanged: 1 })
    t.same(await stored(), { choices: [a, b, c], tied: [b] })
    t.match(await send(`${c}; ${a}; ${b}`), { updated: 1 })
    t.same(await stored(), { choices: [c, a, b], tied: [b] }, 'the same choice still comes before it')
    t.match(await send(`${b}; ${a}; ${c}`), { updated: 1 })
    t.same(await stored(), { choices: [b, a, c], tied: [] }, 'another choice comes before it')
    t.match(await send(`${a}; ${b} = ${c}`), { updated: 1 })
    t.same(await stored(), { choices: [a, b, c], tied: [c] })
  },
)

t.test('preferences come by spreadsheet too', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  const send = async (type: string, file: string) => {
    const reply = await upload(
      service,
      world.office,
      `type=${type}&mode=apply&cohort_id=${world.cohortId}`,
      file,
    )
    await service.services.background.works.run_imports.idle()
    return (await world.office.call('GET', String(reply.headers.location))).body
  }
  const [a, b] = world.needs
  const choices = `Student ID,Choice 1,Choice 2\nstudent-0,${b},${a}\nstudent-1,${b},\nnobody,${a},\n`
  t.match(await send('candidate_preferences', choices), { created: 2, rejected: 1 })
  t.match(await send('candidate_preferences', choices), { unchanged: 2, rejected: 1 })
  t.match(
    await send('candidate_preferences', 'Student ID,Choices\nstudent-0,\nstudent-1,N/A\n'),
    { unchanged: 2, rejected: 0 },
    'a row without an answer changes nothing',
  )
  const ranking = `organization id,ranking\n${world.organizations[1]},student-1; student-0\n`
  t.match(await send('organization_preferences', ranking), { created: 1, rejected: 0 })
  t.match((await world.office.call('GET', `/v1/cohorts/${world.cohortId}/preferences`)).body, {
    candidates: [{ choices: [b, a] }, { choices: [b] }],
    organizations: [{ ranking: [world.candidates[1], world.candidates[0]] }],
  })
  t.same(await placesOf(world, (await place(world)).body.id), [0, 1])
  const own = await post(world.office, '/v1/organizations', organizationBody({ name: 'Harbor Pantry' }))
  t.match(
    await send('organization_preferences', 'Organization,ranking\nHARBOR pantry,student-0\n'),
    { created: 1, rejected: 0 },
    'an organization of the office may be called by its name',
  )
  t.match(
    await send(
      'organization_preferences',
      `Organization,ranking\nHarbor Pantry,student-0\n${own},student-1\n`,
    ),
    { unchanged: 1, rejected: 1 },
    'of two rows of one organization the first counts',
  )
  const blank = 'Student ID,Choices\nstudent-0,\nstudent-1,N/A\n'
  t.match(await send('candidate_preferences', blank), { updated: 0, created: 0 }, 'no answer changes nothing')
  t.match((await world.office.call('GET', `/v1/cohorts/${world.cohortId}/preferences`)).body, {
    candidates: [{ choices: [b, a] }, { choices: [b] }],
  })
  t.match(await send('candidate_preferences', 'Student ID,Choices\nstudent-1,**CLEAR**\n'), { updated: 1 })
  t.match((await world.office.call('GET', `/v1/cohorts/${world.cohortId}/preferences`)).body, {
    candidates: [{ choices: [b, a] }, { choices: [] }],
  })
  t.match(await upload(service, world.office, 'type=candidate_preferences&mode=apply', 'external_id\n'), {
    status: 422,
    body: { errors: [{ pointer: '?cohort_id' }] },
  })
})

t.test('preferences of strangers, and choices outside of the cohort, are refused together', async (t) => {
  const world = await newCohort(service, { candidates: 1, needs: 1 })
  const other = await newCohort(service, { candidates: 1, needs: 1 })
  const put = (headers: Record<string, string>) =>
    world.office.call('PUT', `/v1/cohorts/${world.cohortId}/preferences`, {
      headers,
      body: { candidates: [{ candidate_id: other.candidates[0], choices: [other.needs[0]] }] },
    })
  t.match(await put({ 'if-match': '*' }), {
    status: 422,
    body: {
      errors: [
        { pointer: '/candidates/0/candidate_id', code: 'candidate_not_found' },
        { pointer: '/candidates/0/choices/0', code: 'need_not_found' },
      ],
    },
  })
  t.equal((await put({})).status, 428)
})

t.test('the chart of ranks is an SVG', async (t) => {
  const world = await newCohort(service, { candidates: 1, needs: 1 })
  const { body } = await place(world)
  const chart = await world.office.call('GET', `/v1/placements/${body.id}/ranks.svg`)
  t.match(chart.headers['content-type'], 'image/svg+xml')
  t.match(chart.body, /1 of 1 placed \(stable\)/)
})

t.test('a cohort is not placed while the market is still loading', async (t) => {
  const { office, cohortId } = await newCohort(service, { candidates: 1, needs: 1 })
  if (!isId('cohort', cohortId)) throw new Error(`${cohortId} is no cohort`)
  const { runtime, market, background } = service.services
  const loading = createPlacements({
    ...createMatches({ ...market, feed: { ready: false, unappliedKeys: async () => [] } }),
    place: background.place,
    wakePublishing() {},
  })
  const ctx = { ...runtime, actor: { partnerId: office.partnerId } }
  const run = loading.run(ctx, { cohortId, ...placementInput.parse({ method: 'stable' }) })
  await t.rejects(run, { code: 'not_ready' })
})

t.test('results are exported with the names of students and the titles of needs', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 1 })
  const { office, cohortId, needs, candidates } = world
  const id = await post(office, `/v1/cohorts/${cohortId}/placements`, { method: 'stable' })
  const { body, headers } = await office.call('GET', `/v1/placements/${id}/results.csv`)
  t.equal(headers['content-disposition'], 'attachment; filename="placement-results.csv"')
  const rows: Record<string, string>[] = parse(String(body), { columns: true })
  t.same(
    rows.map(({ candidate_id }) => candidate_id),
    [...candidates].sort(),
  )
  const [placed] = rows.filter(({ reason }) => reason === '')
  const [unplaced] = rows.filter(({ reason }) => reason !== '')
  t.match(placed, {
    candidate_external_id: /^student-\d$/,
    candidate_name: 'Priya Raman',
    need_id: needs[0],
    need_title: 'Bring our books up to date',
    organization_name: '',
    rank: '1',
    reason: '',
  })
  t.match(unplaced, { need_id: '', rank: '', reason: 'no_room' })
  const only = await office.call('GET', `/v1/placements/${id}/results?outcome=placed`, {
    headers: { accept: 'text/csv' },
  })
  t.equal(parse(String(only.body), { columns: true }).length, 1)
})

t.test('a cohort names only needs that its office may see and that are open', async (t) => {
  const { office, site, programId, needs, cohortId } = await newCohort(service, { candidates: 0, needs: 2 })
  const [open, closed] = needs
  await site.call('POST', `/v1/needs/${closed}/close`)
  const unknown = newId('need')
  const body = {
    program_id: programId,
    name: 'Next',
    needs: [open, closed, unknown].map((need_id) => ({ need_id })),
  }
  t.match(await office.call('POST', '/v1/cohorts', { body }), {
    status: 422,
    body: {
      errors: [
        { pointer: '/needs/1/need_id', code: 'need_not_found' },
        { pointer: '/needs/2/need_id', code: 'need_not_found' },
      ],
    },
  })
  // The closed one was named before, so the cohort can still be changed.
  const change = { headers: { 'if-match': '*' }, body: { name: 'Renamed' } }
  t.equal((await office.call('PATCH', `/v1/cohorts/${cohortId}`, change)).status, 200)
})

t.test('a cohort whose placement was published stays, and one with drafts can go', async (t) => {
  for (const publishes of [true, false]) {
    const { office, cohortId } = await newCohort(service, { candidates: 1, needs: 1 })
    const id = await post(office, `/v1/cohorts/${cohortId}/placements`, { method: 'stable' })
    if (publishes) t.equal((await office.call('POST', `/v1/placements/${id}/publish`)).status, 202)
    const reply = await office.call('DELETE', `/v1/cohorts/${cohortId}`, { headers: { 'if-match': '*' } })
    t.match(reply, publishes ? { status: 409, body: { code: 'cohort_has_placements' } } : { status: 204 })
  }
})

t.test('nobody is published in two placements of a cohort, even if both are published at once', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  const { office } = world
  const publish = (id: string) => office.call('POST', `/v1/placements/${id}/publish`)
  const drafts = [await place(world), await place(world)].map(({ body }) => String(body.id))
  const replies = await Promise.all(drafts.map(publish))
  t.same(replies.map(({ status }) => status).sort(), [202, 409])
  const [winner = ''] = drafts.filter((_, at) => replies[at]?.status === 202)
  const [loser = ''] = drafts.filter((id) => id !== winner)
  t.match(replies.find(({ status }) => status === 409)?.body, {
    code: 'candidates_published',
    detail: new RegExp(`^2 students of this draft are published in ${winner} of the same cohort`),
  })
  t.match((await office.call('GET', `/v1/placements/${loser}`)).body, { status: 'draft' })

  await service.services.background.works.publish_placements.idle()
  const { body: results } = await office.call('GET', `/v1/placements/${winner}/results`)
  t.match(await publish(loser), { status: 409, body: { code: 'candidates_published' } }, 'now introduced')
  for (const { introduction_id: id } of results.data)
    await office.call('POST', `/v1/introductions/${id}/withdraw`)
  t.equal((await publish(loser)).status, 202, 'after a withdrawal they can be placed anew')
})

t.test(
  'students whom a published placement left out can be published by another of the cohort',
  async (t) => {
    const world = await newCohort(service, { candidates: 2, needs: 1 })
    const { office, cohortId, site } = world
    const { body: first } = await place(world)
    t.equal((await office.call('POST', `/v1/placements/${first.id}/publish`)).status, 202)
    const { body: results } = await office.call('GET', `/v1/placements/${first.id}/results?outcome=unplaced`)
    const unplaced = results.data[0].candidate_id
    const organizationId = await post(site, '/v1/organizations', organizationBody())
    const needId = await post(site, '/v1/needs', needBody(organizationId))
    const change = { candidate_ids: [unplaced], needs: [{ need_id: needId }] }
    const headers = { 'if-match': '*' }
    t.equal((await office.call('PATCH', `/v1/cohorts/${cohortId}`, { headers, body: change })).status, 200)
    const { body: second } = await place(world)
    t.match(second, { candidates: 1, placed: 1 })
    t.equal((await office.call('POST', `/v1/placements/${second.id}/publish`)).status, 202)
  },
)
