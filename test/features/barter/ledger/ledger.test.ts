import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { createLedgerRepository } from '../../../../src/features/barter/ledger/ledger.repository.ts'
import { violatedConstraint } from '../../../../src/platform/db/database.ts'
import { newId, type PartnerId } from '../../../../src/shared/ids.ts'
import { acceptAll, type Barterer, linksOf, threeInARing } from '../../../support/barterers.ts'
import { startTestService } from '../../../support/service.ts'
import { workday } from '../../../support/workday.ts'

const service = await startTestService(t)
const { pool } = service.database

async function closedRing() {
  const parties = await threeInARing(service)
  const value = { amount_minor: 4000, currency: 'USD' }
  const { body: ring } = await parties[0].partner.call('POST', '/v1/rings', {
    body: { links: linksOf(parties, { value_per_hour: value }) },
  })
  const replies = await acceptAll(parties.slice(1), ring.id)
  return { parties, ring: replies.at(-1)?.body }
}

/** Logs hours that a party gives to the next, and has them confirmed. */
async function give(from: Barterer, to: Barterer, engagementId: string, hours: number) {
  const logged = await from.partner.call('POST', `/v1/engagements/${engagementId}/hours`, {
    body: { worked_on: workday(), hours },
  })
  return to.partner.call('POST', `/v1/engagements/${engagementId}/hours/${logged.body.id}/confirm`)
}

t.test('time credits follow the corrections of hours, each way, and add up to nothing', async (t) => {
  const { parties, ring } = await closedRing()
  const [first, second] = parties
  const engagementId = ring.parties[0].engagement_id
  const hoursId = (await give(first, second, engagementId, 3)).body.id
  const correct = async (by: Barterer, hours: number) =>
    (
      await by.partner.call('POST', `/v1/engagements/${engagementId}/hours/${hoursId}/correct`, {
        body: { hours, reason: 'Counted twice' },
      })
    ).body.id
  const confirm = (by: Barterer, id: string) =>
    by.partner.call('POST', `/v1/engagements/${engagementId}/hours/${id}/confirm`)
  const balances = () =>
    Promise.all(
      [first, second].map(
        async ({ partner, organizationId }) =>
          (await partner.call('GET', `/v1/credits/${organizationId}`)).body.balance_hours,
      ),
    )
  const lower = await correct(second, 2.25)
  t.same(await balances(), [3, -3], 'not before the other side has confirmed')
  t.equal((await confirm(first, lower)).status, 200)
  t.same(await balances(), [2.25, -2.25])
  t.equal((await confirm(second, await correct(first, 2.5))).status, 200)
  t.same(await balances(), [2.5, -2.5])
  const { body } = await first.partner.call('GET', `/v1/credits/${first.organizationId}/statement`)
  t.match(body.data, [
    { hours: 3, fair_market_value: { amount_minor: 12000 }, form_1099b: {} },
    {
      hours: -0.75,
      balance_hours: 2.25,
      fair_market_value: { amount_minor: -3000 },
      form_1099b: { bartering: { amount_minor: -3000 } },
    },
    { hours: 0.25, fair_market_value: { amount_minor: 1000 } },
  ])
  const other = await second.partner.call('GET', `/v1/credits/${second.organizationId}/statement`)
  t.match(other.body.data[1], { hours: 0.75, form_1099b: null })
})

t.test('the rounded rows of a statement add up to its balance, for both sides', async (t) => {
  const { parties, ring } = await closedRing()
  const [first, second] = parties
  for (let times = 0; times < 7; times++)
    t.equal((await give(first, second, ring.parties[0].engagement_id, 20 / 60)).status, 200)
  for (const [{ partner, organizationId }, sign] of [
    [first, 1],
    [second, -1],
  ] as const) {
    const { body } = await partner.call('GET', `/v1/credits/${organizationId}/statement`)
    let sum = 0
    for (const { hours, balance_hours } of body.data) {
      sum += hours
      t.equal(Math.round(sum * 100) / 100, balance_hours)
    }
    t.equal(body.data.at(-1).balance_hours, sign * 2.33)
    t.match(body.data[0], { hours: sign * 0.33 })
  }
})

t.test('confirmed hours of a ring are credited to who gave them and debited to who got them', async (t) => {
  const { parties, ring } = await closedRing()
  const [first, second, third] = parties
  t.equal((await give(first, second, ring.parties[0].engagement_id, 3)).status, 200)
  t.equal((await give(second, third, ring.parties[1].engagement_id, 1.5)).status, 200)
  const balance = async ({ partner, organizationId }: Barterer) =>
    (await partner.call('GET', `/v1/credits/${organizationId}`)).body.balance_hours
  t.same([await balance(first), await balance(second), await balance(third)], [3, -1.5, -1.5])

  const { body } = await second.partner.call('GET', `/v1/credits/${second.organizationId}/statement`)
  t.match(body.notice, /no tax advice/)
  t.match(body.data, [
    { hours: -3, balance_hours: -3, counterparty_id: first.organizationId, form_1099b: null },
    {
      hours: 1.5,
      balance_hours: -1.5,
      counterparty_id: third.organizationId,
      fair_market_value: { amount_minor: 6000, currency: 'USD' },
      form_1099b: { date_sold_or_disposed: workday(), bartering: { amount_minor: 6000, currency: 'USD' } },
    },
  ])
  const csv = await second.partner.call(
    'GET',
    `/v1/credits/${second.organizationId}/statement.csv?from=2026-11-01`,
  )
  t.match(csv.body, /^id,worked_on,description/)
  // Parsing refuses rows of unequal width.
  const rows = parse(String(csv.body), { columns: true })
  t.match(rows, [
    { hours: '-3', balance_hours: '-3', form_1099b_box_13_minor: '', notice: /no tax advice/ },
    { hours: '1.5', form_1099b_box_13_minor: '6000', notice: /no tax advice/ },
  ])
  t.equal((await first.partner.call('GET', `/v1/credits/${second.organizationId}`)).status, 404)
})

t.test('nobody owes more than its limit, which its own partner sets', async (t) => {
  const { parties, ring } = await closedRing()
  const [first, second] = parties
  const engagement = ring.parties[0].engagement_id
  const limit = `/v1/credits/${second.organizationId}/limit`
  t.match((await second.partner.call('PUT', limit, { body: { limit_hours: 4 } })).body, { limit_hours: 4 })
  t.equal((await give(first, second, engagement, 4)).status, 200)
  t.match(await give(first, second, engagement, 0.5), { status: 409, body: { code: 'credit_limit' } })
  t.match(await second.partner.call('PUT', limit, { body: { limit_hours: 3 } }), { status: 409 })
  t.match((await second.partner.call('GET', `/v1/credits/${second.organizationId}`)).body, {
    balance_hours: -4,
  })
})

t.test('the database itself refuses what a ledger must not have', async (t) => {
  const { parties, ring } = await closedRing()
  await give(parties[0], parties[1], ring.parties[0].engagement_id, 1)
  const refused = [
    'update credit_entries set minutes = minutes + 1',
    'delete from credit_entries',
    'truncate credit_entries',
    'update credit_transactions set description = $$x$$',
    'delete from credit_transactions',
    'update credit_accounts set balance_minutes = balance_minutes + 60',
    "insert into credit_accounts select id, 'org_x', 60, 0 from partners limit 1",
    // One side alone does not add up to nothing.
    `with t as (insert into credit_transactions select gen_random_uuid(), ring_id, engagement_id, gen_random_uuid(), worked_on,
       description, created_at from credit_transactions limit 1 returning id)
     insert into credit_entries select t.id, partner_id, party_id, counterparty_id, 60, null from credit_entries, t limit 1`,
  ]
  for (const statement of refused) await t.rejects(pool.query(statement), statement)
})

t.test(
  'whatever many writers book at once: it sums to nothing, no entry is lost, and limits hold',
  async (t) => {
    const { ring } = await closedRing()
    const owner: PartnerId = (await service.newPartner()).partnerId
    const someTransfer = fc.record({
      from: fc.integer({ min: 0, max: 3 }),
      to: fc.integer({ min: 0, max: 3 }),
      minutes: fc.integer({ min: 1, max: 900 }),
    })
    let history = 0
    await fc.assert(
      fc.asyncProperty(fc.array(someTransfer, { minLength: 1, maxLength: 25 }), async (transfers) => {
        const name = `org_${history++}`
        const partyOf = (at: number) => `${name}_${at}`
        const wanted = transfers.filter(({ from, to }) => from !== to)
        const outcomes = await Promise.all(
          wanted.map(({ from, to, minutes }) =>
            service.services.runtime
              .inTransaction(({ db }) => {
                const id = newId('credit')
                const entry = (own: number, other: number, minutes: number) => ({
                  ...{ transactionId: id, partnerId: owner, minutes, fairMarketValue: null },
                  partyId: partyOf(own),
                  counterpartyId: partyOf(other),
                })
                return createLedgerRepository(db).book(
                  [
                    {
                      ...{ id, ringId: ring.id, engagementId: newId('engagement'), hoursId: newId('hours') },
                      ...{ workedOn: '2026-11-20', description: 'x', createdAt: new Date() },
                    },
                  ],
                  [entry(from, to, minutes), entry(to, from, -minutes)],
                )
              })
              .then(
                () => true,
                (error) => {
                  assert.equal(violatedConstraint(error), 'credit_accounts_limit')
                  return false
                },
              ),
          ),
        )
        const { rows } = await pool.query(
          `select a.party_id, a.balance_minutes, a.least_minutes, coalesce(sum(e.minutes), 0)::int as sum
         from credit_accounts a left join credit_entries e using (partner_id, party_id)
         where a.party_id like $1 group by 1, 2, 3`,
          [`${name}\\_%`],
        )
        const expected = new Map<string, number>()
        wanted.forEach(({ from, to, minutes }, at) => {
          if (!outcomes[at]) return
          expected.set(partyOf(from), (expected.get(partyOf(from)) ?? 0) + minutes)
          expected.set(partyOf(to), (expected.get(partyOf(to)) ?? 0) - minutes)
        })
        for (const row of rows) {
          assert.equal(row.balance_minutes, row.sum)
          assert.equal(row.balance_minutes, expected.get(row.party_id) ?? 0)
          assert.ok(row.balance_minutes >= row.least_minutes)
        }
        assert.equal(
          rows.reduce((sum, row) => sum + row.balance_minutes, 0),
          0,
        )
      }),
      { numRuns: 25 },
    )
    t.equal(history, 25)
  },
)
