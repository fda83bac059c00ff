import t, { type Test } from 'tap'
import { createIntroductionsRepository } from '../../../../src/features/introductions/introductions.repository.ts'
import { type Id, idToUuid, isId, sameNumber } from '../../../../src/shared/ids.ts'
import { candidateBody, needBody, organizationBody, programBody } from '../../../support/bodies.ts'
import { movedEventsOf } from '../../../support/moved-events.ts'
import { candidateLine, HEADER, newOffice, type Office } from '../../../support/office.ts'
import { openTransaction, untilItWaits } from '../../../support/open-transaction.ts'
import { type Partner, startTestService } from '../../../support/service.ts'
import { workday } from '../../../support/workday.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }
const consent = (overrides: Record<string, unknown> = {}) => ({
  share_profile: true,
  share_contact: true,
  recorded_at: '2026-11-01T10:00:00Z',
  source: 'Signed form',
  ...overrides,
})

interface Student {
  id: Id<'candidate'>
  offer_id: string
  helper_id: string
}

/** An office with two records of one student, and a site. */
async function twoRecords(
  keptFields: Record<string, unknown> = {},
  fromFields: Record<string, unknown> = {},
) {
  const office = await newOffice(service)
  const site = await service.newPartner()
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const add = async (fields: Record<string, unknown>): Promise<Student> => {
    const reply = await office.call('POST', '/v1/candidates', {
      body: candidateBody(office.programId, fields),
    })
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
    return reply.body as unknown as Student
  }
  const kept = await add({ external_id: 'S1', ...keptFields })
  const from = await add({ external_id: 'S2', ...fromFields })
  const newNeed = (fields = {}) =>
    post(site, '/v1/needs', needBody(organizationId, { positions: 3, ...fields }))
  return { office, site, organizationId, kept, from, newNeed }
}

async function propose(site: Partner, needId: string, student: Student): Promise<string> {
  return post(site, '/v1/introductions', { need_id: needId, offer_id: student.offer_id })
}

const merge = (office: Partner, kept: Student, from: Student, more = {}) =>
  office.call('POST', `/v1/candidates/${kept.id}/merge`, { body: { from_id: from.id, ...more } })

async function eventsOf(partner: Partner, type: string) {
  const { rows } = await service.database.pool.query(
    'select resource_id, data from events where partner_id = $1 and type = $2',
    [idToUuid(partner.partnerId), type],
  )
  return rows
}

/** All rows of the partner's tables that a merge could change, as text. */
async function snapshot(office: Office): Promise<string> {
  const texts: string[] = []
  for (const table of [
    'candidates',
    'helpers',
    'offers',
    'cohorts',
    'preferences',
    'merged_records',
    'events',
  ]) {
    const { rows } = await service.database.pool.query(
      `select r::text from ${table} r where partner_id = $1 order by 1`,
      [idToUuid(office.partnerId)],
    )
    texts.push(JSON.stringify(rows))
  }
  const { rows } = await service.database.pool.query(
    'select r::text from introductions r where offer_partner_id = $1 order by 1',
    [idToUuid(office.partnerId)],
  )
  return [...texts, JSON.stringify(rows)].join('\n')
}

t.test(
  'introductions, engagements and hours follow to the kept record, and events tell of each',
  async (t) => {
    const { office, site, kept, from, newNeed } = await twoRecords()
    const [open, working] = [await newNeed(), await newNeed()]
    const openId = await propose(site, open, from)
    const workId = await propose(site, working, from)
    t.match(await office.call('POST', `/v1/introductions/${workId}/accept`), { status: 200 })
    const { body: engagements } = await office.call('GET', '/v1/engagements')
    const [{ id: engagementId }] = engagements.data
    await office.call('POST', `/v1/engagements/${engagementId}/hours`, {
      headers: { 'idempotency-key': 'hours' },
      body: { worked_on: workday(), hours: 2 },
    })

    const merged = await merge(office, kept, from)
    t.match(merged, {
      status: 200,
      body: {
        dry_run: false,
        from_id: from.id,
        candidate: { id: kept.id, external_id: 'S1' },
        moved: { introductions: 2, engagements: 1 },
        withdrawn: { introductions: 0 },
      },
    })
    for (const id of [openId, workId])
      t.match((await site.call('GET', `/v1/introductions/${id}`)).body, {
        offer_id: kept.offer_id,
        helper_id: kept.helper_id,
      })
    const { body: held } = await office.call('GET', `/v1/candidates/${kept.id}/export`)
    t.match(held.engagements, [{ id: engagementId, helper_id: kept.helper_id, hours: [{ hours: 2 }] }])
    const both = { body: { overcommit: true } }
    t.match(await office.call('POST', `/v1/introductions/${openId}/accept`, both), { status: 200 })
    t.same(await eventsOf(office, 'candidate.merged'), [
      { resource_id: kept.id, data: { from_id: from.id, changed: [] } },
    ])
    t.same(await eventsOf(office, 'candidate.deleted'), [])
    const data = { offer_id: kept.offer_id, helper_id: kept.helper_id, changed: ['offer_id', 'helper_id'] }
    for (const partner of [office, site])
      t.match(await movedEventsOf(service, partner), [
        { type: 'engagement.changed', id: engagementId, data },
        ...[openId, workId].sort().map((id) => ({ type: 'introduction.changed', id, data })),
      ])
  },
)

t.test('a dry run answers what the merge then does, and writes nothing', async (t) => {
  const { office, site, kept, from, newNeed } = await twoRecords({ phone: undefined })
  await propose(site, await newNeed(), from)
  const before = await snapshot(office)
  const dry = await merge(office, kept, from, { dry_run: true })
  t.equal(await snapshot(office), before)
  const real = await merge(office, kept, from)
  const comparable = ({ body }: typeof dry) => {
    const { dry_run: _, candidate, ...rest } = body
    return { ...rest, candidate: { ...candidate, updated_at: null } }
  }
  t.equal(real.status, 200)
  t.same(comparable(dry), comparable(real))
  t.match([dry.body.dry_run, real.body.dry_run], [true, false])
})

t.test("the kept record's fields win, blank ones are filled, and the stricter consent holds", async (t) => {
  const { office, kept, from } = await twoRecords(
    { phone: undefined, title: undefined, description: '', external_id: undefined },
    {
      title: 'Help with your books',
      school_year: 'senior',
      consent: consent({ share_contact: false, source: 'Later form' }),
    },
  )
  const { body } = await merge(office, kept, from)
  t.match(body.candidate, {
    external_id: 'S2',
    phone: '+1 510 555 0177',
    title: 'Help with your books',
    school_year: 'junior',
    consent: { share_profile: true, share_contact: false, source: 'Later form' },
  })
  const outcomes = body.fields.map(({ name, outcome }: Record<string, string>) => `${name} ${outcome}`)
  for (const one of [
    'phone filled',
    'title filled',
    'school_year kept',
    'consent combined',
    'external_id filled',
  ])
    t.ok(outcomes.includes(one), one)
})

t.test(
  'without consent on either record, the kept one is shown to nobody and its open introductions end',
  async (t) => {
    const { office, site, kept, from, newNeed } = await twoRecords(
      {},
      { consent: consent({ share_profile: false }) },
    )
    const needId = await newNeed()
    const id = await propose(site, needId, kept)
    t.match((await merge(office, kept, from)).body, {
      candidate: { is_ranked: false },
      withdrawn: { introductions: 1 },
    })
    t.match((await site.call('GET', `/v1/introductions/${id}`)).body, {
      status: 'withdrawn',
      reason: 'consent_withdrawn',
    })
    const { body } = await site.call('GET', `/v1/needs/${needId}/matches?limit=100`)
    t.notOk(body.data.some((match: { offer_id: string }) => match.offer_id === kept.offer_id))
  },
)

t.test('of two open introductions with one need one stays, and an accepted one wins', async (t) => {
  const { office, site, kept, from, newNeed } = await twoRecords()
  const [bothOpen, oneAccepted] = [await newNeed(), await newNeed()]
  const keptOpen = await propose(site, bothOpen, kept)
  const fromOpen = await propose(site, bothOpen, from)
  const keptProposed = await propose(site, oneAccepted, kept)
  const fromAccepted = await propose(site, oneAccepted, from)
  await office.call('POST', `/v1/introductions/${fromAccepted}/accept`)
  t.match((await merge(office, kept, from)).body.withdrawn, { introductions: 2 })
  const stateOf = async (id: string) => (await site.call('GET', `/v1/introductions/${id}`)).body
  t.match(await stateOf(keptOpen), { status: 'proposed' })
  t.match(await stateOf(fromOpen), { status: 'withdrawn', reason: 'merged', offer_id: kept.offer_id })
  t.match(await stateOf(keptProposed), { status: 'withdrawn', reason: 'merged' })
  t.match(await stateOf(fromAccepted), { status: 'accepted', offer_id: kept.offer_id })
})

t.test(
  'two records that one need accepted are not merged, and the refusal names both introductions',
  async (t) => {
    const { office, site, kept, from, newNeed } = await twoRecords()
    const needId = await newNeed()
    const ids = [await propose(site, needId, kept), await propose(site, needId, from)]
    for (const id of ids) await office.call('POST', `/v1/introductions/${id}/accept`)
    const before = await snapshot(office)
    const refused = await merge(office, kept, from)
    t.match(refused, { status: 409, body: { code: 'merge_blocked', errors: [{ code: 'both_accepted' }] } })
    for (const id of ids) t.match(refused.body.errors[0].detail, id)
    t.equal(await snapshot(office), before)
  },
)

t.test('two records of a student with more than 24 hours on a day are refused, with the day', async (t) => {
  const { office, site, kept, from, newNeed } = await twoRecords()
  for (const student of [kept, from]) {
    const id = await propose(site, await newNeed(), student)
    const { body } = await office.call('POST', `/v1/introductions/${id}/accept`)
    await post(office, `/v1/engagements/${body.engagement_id}/hours`, { worked_on: workday(), hours: 20 })
  }
  const before = await snapshot(office)
  t.match(await merge(office, kept, from), {
    status: 409,
    body: { code: 'merge_blocked', errors: [{ code: 'too_many_hours', detail: /^40 hours on / }] },
  })
  t.equal(await snapshot(office), before)
})

t.test('records of different programs, of another partner, gone ones and itself are refused', async (t) => {
  const { office, kept, from } = await twoRecords()
  const other = await twoRecords()
  t.match(await merge(office, kept, kept), { status: 422, body: { errors: [{ pointer: '/from_id' }] } })
  t.match(await merge(office, kept, other.kept), {
    status: 422,
    body: { errors: [{ code: 'candidate_not_found' }] },
  })
  t.match(await merge(office, other.kept, kept), { status: 404, body: { code: 'candidate_not_found' } })
  const secondId = await post(office, '/v1/programs', programBody())
  const elsewhere = await office.call('POST', '/v1/candidates', { body: candidateBody(secondId) })
  t.match(await merge(office, kept, elsewhere.body as unknown as Student), {
    status: 409,
    body: { code: 'merge_blocked', errors: [{ code: 'different_programs' }] },
  })
  await office.call('DELETE', `/v1/candidates/${from.id}`, { headers: anyVersion })
  t.match(await merge(office, kept, from), { status: 410, body: { code: 'candidate_erased' } })
})

t.test('the ended id and external id name the kept record, in requests and in imports', async (t) => {
  const { office, kept, from } = await twoRecords()
  await merge(office, kept, from)
  const gone = {
    status: 410,
    body: { code: 'record_merged', errors: [{ code: 'merged_into', detail: kept.id }] },
  }
  const address = `/v1/candidates/${from.id}`
  t.match(await office.call('GET', address), gone)
  t.match(await office.call('GET', `${address}/export`), gone)
  t.match(await office.call('PATCH', address, { headers: anyVersion, body: { status: 'paused' } }), gone)
  t.match(await office.call('DELETE', address, { headers: anyVersion }), gone)
  t.match(await merge(office, kept, from), gone)
  const again = { body: candidateBody(office.programId) }
  const taken = { status: 409, body: { code: 'external_id_taken', detail: new RegExp(kept.id) } }
  t.match(await office.call('POST', '/v1/candidates', { body: { ...again.body, external_id: 'S2' } }), taken)
  t.match(await office.call('PUT', '/v1/candidates/by-external-id/S2', again), taken)
  const { body } = await office.imported(`${HEADER}\n${candidateLine('S2')}\n${candidateLine('S1')}\n`)
  t.match(body, { rejected: 1 })
  const { body: rows } = await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)
  t.match(rows.data, [{ external_id: 'S2' }])
  t.match(JSON.stringify(rows.data), kept.id)
})

t.test('a record that was merged before is found under the one that stays in the end', async (t) => {
  const { office, kept, from } = await twoRecords()
  const last = (await office.call('POST', '/v1/candidates', { body: candidateBody(office.programId) }))
    .body as unknown as Student
  await merge(office, kept, from)
  t.equal((await merge(office, last, kept)).status, 200)
  t.match((await office.call('GET', `/v1/candidates/${from.id}`)).body, {
    errors: [{ code: 'merged_into', detail: last.id }],
  })
})

t.test('choices, rankings and cohorts follow, and choices of the kept record win', async (t) => {
  const { office, kept, from, newNeed, organizationId } = await twoRecords()
  const needs = [await newNeed(), await newNeed()]
  const newCohort = (name: string) =>
    post(office, '/v1/cohorts', {
      program_id: office.programId,
      name,
      candidate_ids: [from.id, kept.id],
      needs: needs.map((need_id) => ({ need_id })),
    })
  const [own, both] = [await newCohort('own'), await newCohort('both')]
  const put = (id: string, body: unknown) =>
    office.call('PUT', `/v1/cohorts/${id}/preferences`, { headers: anyVersion, body })
  const ranking = { organizations: [{ organization_id: organizationId, ranking: [from.id, kept.id] }] }
  await put(own, { candidates: [{ candidate_id: from.id, choices: needs }], ...ranking })
  await put(both, {
    candidates: [
      { candidate_id: from.id, choices: needs },
      { candidate_id: kept.id, choices: needs.toReversed() },
    ],
    organizations: [],
  })
  t.match((await merge(office, kept, from)).body, {
    moved: { preferences: 1, rankings: 1, cohorts: 2 },
    dropped: { preferences: 1 },
  })
  const read = async (id: string) => (await office.call('GET', `/v1/cohorts/${id}/preferences`)).body
  t.match(await read(own), {
    candidates: [{ candidate_id: kept.id, choices: needs }],
    organizations: [{ organization_id: organizationId, ranking: [kept.id] }],
  })
  t.same((await read(both)).candidates, [{ candidate_id: kept.id, choices: needs.toReversed(), tied: [] }])
  t.same((await office.call('GET', `/v1/cohorts/${own}`)).body.candidate_ids, [kept.id])
})

t.test('an organization of another partner that blocked the ended record blocks the kept one', async (t) => {
  const { office, site, organizationId, kept, from, newNeed } = await twoRecords()
  const address = `/v1/organizations/${organizationId}`
  await site.call('PATCH', address, { headers: anyVersion, body: { blocked_helper_ids: [from.helper_id] } })
  t.match((await merge(office, kept, from)).body.moved, { blocks: 1 })
  t.same((await site.call('GET', address)).body.blocked_helper_ids, [kept.helper_id])
  const needId = await newNeed()
  const { body } = await site.call('GET', `/v1/needs/${needId}/matches?limit=100`)
  t.notOk(body.data.some((match: { offer_id: string }) => match.offer_id === kept.offer_id))
})

t.test('the ended record leaves the rankings with the answer', async (t) => {
  const { office, site, kept, from, newNeed } = await twoRecords()
  const needId = await newNeed()
  const shown = async () => {
    const { body } = await site.call('GET', `/v1/needs/${needId}/matches?limit=100`)
    return body.data.map((match: { offer_id: string }) => match.offer_id)
  }
  t.ok((await shown()).includes(from.offer_id))
  await merge(office, kept, from)
  t.notOk((await shown()).includes(from.offer_id))
  t.ok((await shown()).includes(kept.offer_id))
})

t.test(
  'the log of disclosures stays as written, and the kept record lists both, also after its erasure',
  async (t) => {
    const { office, site, kept, from, newNeed } = await twoRecords()
    await propose(site, await newNeed(), from)
    const log = async (id: string) => (await office.call('GET', `/v1/candidates/${id}/disclosures`)).body.data
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const [ofKept, ofFrom] = [idsOf(await log(kept.id)), idsOf(await log(from.id))]
    t.ok(ofFrom.length > 0)
    await merge(office, kept, from)
    t.same(idsOf(await log(kept.id)).sort(), [...ofKept, ...ofFrom].sort())
    await office.call('DELETE', `/v1/candidates/${kept.id}`, { headers: anyVersion })
    t.same(idsOf(await log(kept.id)).sort(), [...ofKept, ...ofFrom].sort())
  },
)

t.test('erasing the kept record erases all that came from the other', async (t) => {
  const word = 'quetzalfeather'
  const { office, site, kept, from, newNeed } = await twoRecords(
    {},
    {
      external_id: `own-${word}`,
      name: `Ada ${word}`,
      email: `ada@${word}.example`,
      title: 'Books in order',
    },
  )
  await propose(site, await newNeed(), from)
  await office.imported(
    `external_id,email,modality\nelse,ada@${word}.example,nowhere\nown-${word},,nowhere\n`,
  )
  await merge(office, kept, from)
  await office.imported(`external_id,email,modality\nown-${word},,remote\n`)
  const erased = await office.call('DELETE', `/v1/candidates/${kept.id}`, { headers: anyVersion })
  t.equal(erased.status, 204)
  for (const table of [
    'candidates',
    'helpers',
    'offers',
    'introductions',
    'import_rows',
    'merged_records',
    'idempotency_keys',
    'events',
  ]) {
    const { rowCount } = await service.database.pool.query(
      `select from ${table} r where strpos(lower(r::text), $1) > 0`,
      [word],
    )
    t.equal(rowCount, 0, table)
  }
  t.match(await office.call('GET', `/v1/candidates/${from.id}`), {
    status: 410,
    body: { code: 'record_merged' },
  })
  t.match(await office.call('GET', `/v1/candidates/${kept.id}`), {
    status: 410,
    body: { code: 'candidate_erased' },
  })
})

/** Runs a race several times, since one run may miss the moment. */
async function inRounds(t: Test, race: (t: Test) => Promise<void>): Promise<void> {
  for (let round = 0; round < 5; round++) await race(t)
}

t.test('of two opposite merges at once exactly one happens', (t) =>
  inRounds(t, async (t) => {
    const { office, kept, from } = await twoRecords()
    const replies = await Promise.all([merge(office, kept, from), merge(office, from, kept)])
    t.same(replies.map(({ status }) => status).sort(), [200, 410])
  }),
)

t.test('a merge and an acceptance at once leave the work with the kept record', (t) =>
  inRounds(t, async (t) => {
    const { office, site, kept, from, newNeed } = await twoRecords()
    const id = await propose(site, await newNeed(), from)
    const [merged, accepted] = await Promise.all([
      merge(office, kept, from),
      office.call('POST', `/v1/introductions/${id}/accept`),
    ])
    t.same([merged.status, accepted.status], [200, 200])
    const { body } = await office.call('GET', '/v1/engagements')
    t.match(body.data, [{ helper_id: kept.helper_id, offer_id: kept.offer_id }])
  }),
)

t.test('an acceptance that began before a merge goes on with the kept record', async (t) => {
  const { office, site, kept, from, newNeed } = await twoRecords()
  const needId = await newNeed()
  const id = await propose(site, needId, from)
  if (!isId('need', needId)) throw new Error(needId)
  const held = await openTransaction(service, site, (ctx) =>
    createIntroductionsRepository(ctx.db).lockNeed({ needPartnerId: site.partnerId, needId }),
  )
  const accepting = office.call('POST', `/v1/introductions/${id}/accept`)
  await untilItWaits(service, accepting)
  t.match(await merge(office, kept, from), { status: 200 })
  await held.commit()
  t.match(await accepting, { status: 200, body: { offer_id: kept.offer_id, helper_id: kept.helper_id } })
})

t.test('a merge and a proposal at once leave no introduction with the ended record', (t) =>
  inRounds(t, async (t) => {
    const { office, site, kept, from, newNeed } = await twoRecords()
    const needId = await newNeed()
    const body = { need_id: needId, offer_id: from.offer_id }
    const [merged, proposed] = await Promise.all([
      merge(office, kept, from),
      site.call('POST', '/v1/introductions', { body }),
    ])
    t.equal(merged.status, 200)
    t.ok([201, 404].includes(proposed.status), `${proposed.status}`)
    const { rowCount } = await service.database.pool.query('select from introductions where helper_id = $1', [
      idToUuid(sameNumber('helper', from.id)),
    ])
    t.equal(rowCount, 0)
  }),
)

t.test('of a merge and an erasure of the other record at once one is refused', (t) =>
  inRounds(t, async (t) => {
    const { office, kept, from } = await twoRecords()
    const [merged, erased] = await Promise.all([
      merge(office, kept, from),
      office.call('DELETE', `/v1/candidates/${from.id}`, { headers: anyVersion }),
    ])
    t.ok(
      ['200 410', '410 204'].includes(`${merged.status} ${erased.status}`),
      `${merged.status} ${erased.status}`,
    )
  }),
)

t.test('a merge during an import of the ended record leaves one record', (t) =>
  inRounds(t, async (t) => {
    const { office, kept, from } = await twoRecords()
    const [merged] = await Promise.all([
      merge(office, kept, from),
      office.imported(`${HEADER}\n${candidateLine('S2')}\n`),
    ])
    t.equal(merged.status, 200)
    const { body } = await office.call('GET', '/v1/candidates')
    t.same(
      body.data.map(({ id }: { id: string }) => id),
      [kept.id],
    )
  }),
)

t.test(
  'every column that may point to a candidate, its helper or its offer is known to the merge',
  async (t) => {
    const moved = [
      ...[
        'introductions.helper_id',
        'introductions.offer_id',
        'engagements.helper_id',
        'engagements.offer_id',
      ],
      ...[
        'placement_results.candidate_id',
        'cohorts.candidate_ids',
        'preferences.choices',
        'organizations.helper_id',
      ],
      'organizations.blocked_helper_ids',
    ]
    // Removed with the ended record.
    const removed = [
      ...['offers.helper_id', 'offer_meanings.offer_id', 'offer_readings.offer_id'],
      'replaced_records.resource_id',
    ]
    // True as written: what was shown, told and imported under the old id.
    const history = [
      'credential_reminders.helper_id',
      'disclosures.subject_id',
      'told_matches.other_id',
      'told_matches.posting_id',
      'import_rows.resource_id',
      'tried_hours.helper_id',
    ]
    // Keeps the id that it was given: whoever reads it looks for the kept record.
    const looked = ['calendars.subject_id']
    const log = [
      'events.resource_id',
      'event_positions.event_id',
      'idempotency_keys.resource_id',
      'webhook_deliveries.resource_id',
    ]
    // Only barter offers are in rings, and a candidate's offer is never one.
    const barter = ['ring_parties.helper_id', 'ring_parties.offer_id', 'ring_holds.offer_id']
    const credits = ['credit_accounts.party_id', 'credit_entries.party_id', 'credit_entries.counterparty_id']
    const { rows } = await service.database.pool.query(`
    select table_name || '.' || column_name as name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema = 'public' and (column_name ~ '(candidate|helper|offer)_ids?$'
      or column_name in ('resource_id', 'subject_id', 'party_id', 'counterparty_id', 'posting_id', 'other_id', 'choices'))`)
    const known = new Set([...moved, ...removed, ...history, ...log, ...barter, ...credits, ...looked])
    t.same(
      rows.map(({ name }) => name).filter((name) => !known.has(name)),
      [],
      'decide what a merge does with these columns',
    )
  },
)
