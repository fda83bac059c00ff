import t from 'tap'
import { newId } from '../../../../src/shared/ids.ts'
import { candidateBody, programBody } from '../../../support/bodies.ts'
import { type CohortWorld, newCohort } from '../../../support/cohort.ts'
import { startTestService } from '../../../support/service.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)

const place = (world: CohortWorld, method = 'stable') =>
  world.office.call('POST', `/v1/cohorts/${world.cohortId}/placements`, { body: { method } })

const change = (world: CohortWorld, body: Record<string, unknown>) =>
  world.office.call('PATCH', `/v1/cohorts/${world.cohortId}`, { headers: { 'if-match': '*' }, body })

const pair = ({ candidates, needs }: CohortWorld, [candidate, need]: [number, number]) => ({
  candidate_id: candidates[candidate],
  need_id: needs[need],
})

async function resultsOf(world: CohortWorld, placementId: string) {
  const { body } = await world.office.call('GET', `/v1/placements/${placementId}/results`)
  const byId = new Map<string, Record<string, unknown>>(
    body.data.map((one: { candidate_id: string }) => [one.candidate_id, one]),
  )
  return world.candidates.map((id) => {
    const one = byId.get(id)
    return { need: world.needs.indexOf(String(one?.need_id)), rank: one?.rank, reason: one?.reason }
  })
}

t.test('a locked pair is placed whatever both prefer, and takes its place from nobody else', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  await world.prefer({ 0: [0], 1: [1] }, { 1: [1, 0] })
  const rules = { locked_pairs: [pair(world, [0, 1])] }
  t.match(await change(world, { rules }), { status: 200, body: { rules } })
  for (const method of ['stable', 'most_placed']) {
    const { status, body } = await place(world, method)
    t.match(
      { status, body },
      { status: 201, body: { placed: 1, blocking_pairs: 0, is_fewest_blocking: true } },
    )
    t.same(await resultsOf(world, body.id), [
      { need: 1, rank: null, reason: null },
      { need: -1, rank: null, reason: 'no_room' },
    ])
  }
})

t.test('a locked pair that cannot hold is refused with its reason, and nothing is placed', async (t) => {
  const world = await newCohort(
    service,
    { candidates: 2, needs: 2 },
    { candidate: (at, organizations) => (at === 0 ? { blocked_organization_ids: [organizations[0]] } : {}) },
  )
  const refused = { status: 409, body: { code: 'locked_pairs_impossible' } }
  await change(world, { rules: { locked_pairs: [pair(world, [0, 0])] } })
  t.match(await place(world), refused, 'something keeps the pair apart')
  await change(world, { rules: { locked_pairs: [pair(world, [0, 1]), pair(world, [1, 1])] } })
  t.match(await place(world), refused, 'one position')
  await change(world, {
    rules: {
      locked_pairs: [pair(world, [0, 1])],
      apart: [{ candidate_ids: world.candidates, at: 'need' }],
    },
  })
  t.equal((await place(world)).status, 201)
  await world.site.call('POST', `/v1/needs/${world.needs[1]}/close`)
  t.match(await place(world), refused, 'the need is closed')
  t.equal((await world.office.call('GET', `/v1/cohorts/${world.cohortId}/placements`)).body.data.length, 1)
})

t.test('a forbidden pair is never placed', async (t) => {
  const world = await newCohort(service, { candidates: 1, needs: 2 })
  await world.prefer({ 0: [0, 1] })
  await change(world, { rules: { forbidden_pairs: [pair(world, [0, 0])] } })
  for (const method of ['stable', 'most_placed']) {
    const { body } = await place(world, method)
    t.same(await resultsOf(world, body.id), [{ need: 1, rank: 1, reason: null }])
  }
})

t.test('a need that does not reach its minimum closes, and its candidates move on', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 }, { need: () => ({ positions: 2 }) })
  await world.prefer({ 0: [0, 1], 1: [1] })
  const needs = world.needs.map((need_id, at) => ({ need_id, minimum_positions: at === 0 ? 2 : 0 }))
  t.match(await change(world, { needs }), { body: { needs } })
  for (const method of ['stable', 'most_placed']) {
    const { body } = await place(world, method)
    t.match(body, { placed: 2, blocking_pairs: 0, needs_closed: [world.needs[0]] })
    t.same(await resultsOf(world, body.id), [
      { need: 1, rank: 2, reason: null },
      { need: 1, rank: 1, reason: null },
    ])
  }
  await world.prefer({ 0: [0], 1: [1] })
  t.match((await place(world)).body, { placed: 1, unplaced: { kept_by_rule: 1, no_room: 0 } })
})

t.test('two candidates go together or apart', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 }, { need: () => ({ positions: 2 }) })
  await world.prefer({ 0: [0, 1], 1: [1, 0] })
  const both = [{ candidate_ids: world.candidates, at: 'need' }]
  await change(world, { rules: { together: both } })
  for (const method of ['stable', 'most_placed']) {
    const { body } = await place(world, method)
    const [one, other] = await resultsOf(world, body.id)
    t.equal(body.placed, 2, method)
    t.equal(one?.need, other?.need, method)
  }
  await world.prefer({ 0: [0, 1], 1: [0, 1] })
  await change(world, { rules: { together: [], apart: both } })
  for (const method of ['stable', 'most_placed']) {
    const { body } = await place(world, method)
    const [one, other] = await resultsOf(world, body.id)
    t.equal(body.placed, 2, method)
    t.not(one?.need, other?.need, method)
  }
  t.match(
    await change(world, {
      rules: { apart: [{ candidate_ids: [world.candidates[0], world.candidates[0]] }] },
    }),
    {
      status: 422,
      body: { errors: [{ pointer: '/rules/apart/0', code: 'invalid_value' }] },
    },
  )
})

t.test(
  'rules that no placement can keep are refused, whichever side of a pair they name first',
  async (t) => {
    const world = await newCohort(service, { candidates: 2, needs: 1 })
    const bond = (at: string, ids: readonly string[] = world.candidates) => [{ candidate_ids: ids, at }]
    const refusal = (pointer: string) => ({
      status: 422,
      body: { errors: [{ pointer, code: 'invalid_value' }] },
    })
    for (const [together, apart] of [
      ['need', 'need'],
      ['need', 'organization'],
      ['organization', 'organization'],
    ] as const)
      t.match(
        await change(world, {
          rules: { together: bond(together), apart: bond(apart, world.candidates.toReversed()) },
        }),
        refusal('/rules/apart/0'),
        `together at the ${together}, apart at the ${apart}`,
      )
    t.equal(
      (await change(world, { rules: { together: bond('organization'), apart: bond('need') } })).status,
      200,
      'two needs of one organization',
    )
    const minimum = (minimum_positions: number) =>
      change(world, { needs: [{ need_id: world.needs[0], capacity: 1, minimum_positions }] })
    t.match(await minimum(2), refusal('/needs/0/minimum_positions'))
    t.equal((await minimum(1)).status, 200)
  },
)

t.test('equal choices share a rank, and nobody would rather swap with an equal', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  const put = (body: Record<string, unknown>) =>
    world.office.call('PUT', `/v1/cohorts/${world.cohortId}/preferences`, {
      headers: { 'if-match': '*' },
      body,
    })
  const [a, b] = world.needs
  const [first, second] = world.candidates
  const candidates = [
    { candidate_id: first, choices: [a, b], tied: [b] },
    { candidate_id: second, choices: [a], tied: [] },
  ]
  const organizations = [
    { organization_id: world.organizations[0], ranking: [first, second], tied: [second] },
  ]
  t.match(await put({ candidates, organizations }), { status: 200, body: { candidates, organizations } })
  const { body } = await place(world, 'most_placed')
  t.match(body, { placed: 2, ranks: [2], blocking_pairs: 0 })
  t.same(await resultsOf(world, body.id), [
    { need: 1, rank: 1, reason: null },
    { need: 0, rank: 1, reason: null },
  ])
  t.match(await put({ candidates: [{ candidate_id: first, choices: [a, b], tied: [a] }] }), {
    status: 422,
    body: { errors: [{ pointer: '/candidates/0/tied/0' }] },
  })
})

t.test('rules name only what is in the cohort, and do not contradict themselves', async (t) => {
  const world = await newCohort(service, { candidates: 1, needs: 1 })
  const twice = pair(world, [0, 0])
  t.match(await change(world, { rules: { locked_pairs: [{ ...twice, need_id: newId('need') }] } }), {
    status: 422,
    body: { errors: [{ pointer: '/rules/locked_pairs/0/need_id', code: 'need_not_found' }] },
  })
  t.match(await change(world, { rules: { locked_pairs: [twice, twice] } }), {
    status: 422,
    body: { errors: [{ pointer: '/rules/locked_pairs/1' }] },
  })
  t.match(await change(world, { rules: { locked_pairs: [twice], forbidden_pairs: [twice] } }), {
    status: 422,
    body: { errors: [{ pointer: '/rules/locked_pairs/0' }] },
  })
})

t.test('locked pairs that can never hold are refused when they are sent', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 2 })
  const both = [pair(world, [0, 0]), pair(world, [1, 0])]
  const needs = world.needs.map((need_id) => ({ need_id, capacity: 1 }))
  t.match(await change(world, { needs, rules: { locked_pairs: both } }), {
    status: 422,
    body: { errors: [{ pointer: '/rules/locked_pairs/1', code: 'invalid_value' }] },
  })
  const at = (field: 'apart' | 'together', where: string) => ({
    [field]: [{ candidate_ids: world.candidates, at: where }],
  })
  for (const where of ['need', 'organization'])
    t.match(await change(world, { rules: { locked_pairs: both, ...at('apart', where) } }), {
      status: 422,
      body: { errors: [{ pointer: '/rules/apart/0' }] },
    })
  const split = [pair(world, [0, 0]), pair(world, [1, 1])]
  t.match(await change(world, { rules: { locked_pairs: split, ...at('together', 'need') } }), {
    status: 422,
    body: { errors: [{ pointer: '/rules/together/0' }] },
  })
  t.match(await change(world, { rules: { locked_pairs: split, ...at('apart', 'need') } }), { status: 200 })
  const otherProgram = await post(world.office, '/v1/programs', programBody())
  const foreign = await post(world.office, '/v1/candidates', candidateBody(otherProgram))
  for (const candidate_id of [foreign, newId('candidate')])
    t.match(await change(world, { rules: { locked_pairs: [{ candidate_id, need_id: world.needs[0] }] } }), {
      status: 422,
      body: { errors: [{ pointer: '/rules/locked_pairs/0/candidate_id', code: 'candidate_not_found' }] },
    })
})

t.test('a merged candidate keeps its place in rules', async (t) => {
  const world = await newCohort(service, { candidates: 2, needs: 1 })
  const [kept, ended] = world.candidates
  await change(world, { rules: { locked_pairs: [pair(world, [1, 0])] } })
  const merged = await world.office.call('POST', `/v1/candidates/${kept}/merge`, { body: { from_id: ended } })
  t.equal(merged.status, 200)
  const { body } = await world.office.call('GET', `/v1/cohorts/${world.cohortId}`)
  t.match(body.rules, { locked_pairs: [{ candidate_id: kept, need_id: world.needs[0] }] })
})
