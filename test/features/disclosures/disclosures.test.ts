import t from 'tap'
import { createDisclosuresRepository } from '../../../src/features/disclosures/index.ts'
import { type Id, idToUuid, newId, sameNumber } from '../../../src/shared/ids.ts'
import { DAY_MS, MINUTE_MS } from '../../../src/shared/time.ts'
import { candidateBody, needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { runJob } from '../../support/jobs.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const START = Date.parse('2026-11-02T09:00:00Z')
const service = await startTestService(t)

/** A student whom another partner's need finds, in a service whose clock stands still until `clock.nowMs` moves it. */
async function studentAndSite(skill: string) {
  const clock = { nowMs: START }
  const moved = await startTestService(t, { clock: () => new Date(clock.nowMs), database: service.database })
  const office = await moved.newPartner({ kind: 'internship_office' })
  const site = await moved.newPartner()
  const programId = await post(office, '/v1/programs', programBody())
  const { body: candidate } = await office.call('POST', '/v1/candidates', {
    body: candidateBody(programId, { skills: [skill] }),
  })
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const asking = { title: skill, skills: [{ skill }] }
  const needId = await post(site, '/v1/needs', needBody(organizationId, asking))
  const otherNeedId = await post(site, '/v1/needs', needBody(organizationId, asking))
  const log = async () =>
    (await office.call('GET', `/v1/candidates/${candidate.id}/disclosures`)).body.data as Record<
      string,
      unknown
    >[]
  const rank = (id = needId) => site.call('GET', `/v1/needs/${id}/matches`)
  return { service: moved, clock, office, site, candidate, needId, otherNeedId, log, rank }
}

t.test(
  'however often a student is shown, one row a day says when first, when last and how often',
  async (t) => {
    const { clock, site, needId, otherNeedId, log, rank } = await studentAndSite(
      'repair of old church organs',
    )
    for (let time = 0; time < 20; time++) {
      await rank()
      clock.nowMs += MINUTE_MS
    }
    await rank(otherNeedId)
    t.match(await log(), [
      {
        shown: 'profile',
        to_partner_id: site.partnerId,
        count: 21,
        first_disclosed_at: new Date(START).toISOString(),
        disclosed_at: new Date(START + 20 * MINUTE_MS).toISOString(),
        need_id: otherNeedId,
      },
    ])
    t.equal((await log()).length, 1)

    clock.nowMs = Date.parse('2026-11-03T00:00:00.000Z')
    await rank()
    const rows = await log()
    t.equal(rows.length, 2)
    t.match(rows[1], { count: 1, first_disclosed_at: '2026-11-03T00:00:00.000Z', need_id: needId })
    const { body: insights } = await site.call('GET', '/v1/insights?from=2026-11-02&to=2026-11-08')
    t.match(insights.funnel, { posted: 2, matched: 2 }, 'both needs count as matched')
  },
)

t.test('showings of the same students at the same time neither deadlock nor get lost', async (t) => {
  const { partnerId } = await service.newPartner()
  const showings = Array.from({ length: 60 }, () => ({
    partnerId,
    subjectPartnerId: partnerId,
    subjectId: newId('helper'),
    shown: 'profile' as const,
    needId: null,
    introductionId: null,
  }))
  const { db, pool } = service.database
  const rounds = 40
  await Promise.all(
    Array.from({ length: rounds }, (_, at) =>
      createDisclosuresRepository(db).record(at % 2 ? showings : showings.toReversed(), new Date(START)),
    ),
  )
  const { rows } = await pool.query(
    'select count(*)::int as rows, min(count) as least, max(count) as most from disclosures where partner_id = $1',
    [idToUuid(partnerId)],
  )
  t.same(rows, [{ rows: showings.length, least: rounds, most: rounds }])
})

/** As processes of the previous version insert. */
const RELEASED_INSERT = `insert into "disclosures" ("partner_id", "id", "introduction_id", "subject_partner_id", "subject_id",
  "disclosed_at", "need_id", "shown") values ($1, $2, $3, $4, $5, $6, $7, $8)`

t.test('rows of the previous version are accepted, listed, and gathered into their days', async (t) => {
  const given = await studentAndSite('tuning of carillon bells')
  const { office, site, candidate, needId, log, rank } = given
  const helperId = sameNumber('helper', candidate.id as Id<'candidate'>)
  const insert = (at: string, introductionId: string | null, shown: string) =>
    service.database.pool.query(RELEASED_INSERT, [
      ...[idToUuid(site.partnerId), idToUuid(newId('disclosure')), introductionId],
      ...[idToUuid(office.partnerId), helperId, at, idToUuid(needId as Id<'need'>), shown],
    ])
  await rank()
  for (const at of ['08:00', '10:00', '11:00']) await insert(`2026-11-02T${at}:00Z`, null, 'profile')
  for (const at of ['01:00', '02:00']) await insert(`2026-10-30T${at}:00Z`, null, 'profile')
  await insert('2026-10-30T03:00:00Z', idToUuid(newId('introduction')), 'contact')
  t.same(
    (await log()).map(({ count }) => count),
    [1, 1, 1, 1, 1, 1, 1],
  )
  await runJob(given.service.services, 'keep_disclosures')
  const rows = await log()
  t.same(
    rows.map((row) => [row.shown, row.count, row.first_disclosed_at, row.disclosed_at].join(' ')).toSorted(),
    [
      'contact 1 2026-10-30T03:00:00.000Z 2026-10-30T03:00:00.000Z',
      'profile 2 2026-10-30T01:00:00.000Z 2026-10-30T02:00:00.000Z',
      'profile 4 2026-11-02T08:00:00.000Z 2026-11-02T11:00:00.000Z',
    ],
  )
  await runJob(given.service.services, 'keep_disclosures')
  t.same(await log(), rows, 'gathering again changes nothing')
})

t.test('the log is kept for DISCLOSURE_LOG_DAYS, and what insights count of it for longer', async (t) => {
  const { service: moved, clock, site, log, rank } = await studentAndSite('thatching with water reed')
  const days = moved.services.runtime.config.DISCLOSURE_LOG_DAYS
  await rank()
  const matched = async () =>
    (await site.call('GET', '/v1/insights?from=2026-11-02&to=2026-11-08')).body.funnel.matched
  clock.nowMs += days * DAY_MS
  await runJob(moved.services, 'keep_disclosures')
  t.equal((await log()).length, 1)
  t.equal(await matched(), 1)
  clock.nowMs += DAY_MS
  await runJob(moved.services, 'keep_disclosures')
  t.same(await log(), [])
  t.equal(await matched(), 1)
})
