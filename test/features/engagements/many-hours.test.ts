import t from 'tap'
import { createHoursRepository } from '../../../src/features/engagements/index.ts'
import { type Id, idToUuid, uuidToId } from '../../../src/shared/ids.ts'
import { startTestService } from '../../support/service.ts'
import { answer, proposed, twoPartners } from '../../support/two-partners.ts'

const service = await startTestService(t)
const pair = await twoPartners(service)
const introduction = (await proposed(pair)) as Id<'introduction'>
await answer(pair.offerSide, introduction, 'accept')
const { db, pool } = service.database
/** More than a list walks before it looks for days, and what is rare lies at the end. */
const ENGAGEMENTS = 2600

const copied = (table: string, changes: string) =>
  `insert into ${table} select (jsonb_populate_record(old, ${changes})).* from ${table} old, generate_series(1, ${ENGAGEMENTS}) i`
const numbered = (variant: string) =>
  `('00000000-0000-7000-${variant}000-' || lpad(to_hex(i), 12, '0'))::uuid`
await pool.query(
  `${copied('introductions', `jsonb_build_object('id', ${numbered('8')}, 'need_id', gen_random_uuid())`)} where id = '${idToUuid(introduction)}'`,
)
await pool.query(
  `${copied('engagements', `jsonb_build_object('id', ${numbered('9')}, 'introduction_id', ${numbered('8')})`)}
   where introduction_id = '${idToUuid(introduction)}'`,
)
await pool.query(
  `insert into engagement_hours (engagement_id, id, worked_on, hours, logged_by, state, version, created_at)
   select ${numbered('9')}, gen_random_uuid(), date '2026-01-01' + i / 10 + k, (1 + i % 7) / 4.0, case when i % 2 = 0 then 'need' else 'offer' end,
     case when i % 890 = 0 then 'disputed' when i > 2400 then 'logged' else 'confirmed' end, 1, now()
   from generate_series(1, ${ENGAGEMENTS}) i, generate_series(0, 1) k`,
)
const { rows: owners } = await pool.query(
  'select distinct need_partner_id as need, offer_partner_id as offer from engagement_hours',
)
const partners = { need: uuidToId('partner', owners[0].need), offer: uuidToId('partner', owners[0].offer) }

const hours = createHoursRepository(db)
const all = await hours.listOfPartner(partners.need, {}, { limit: 10_000, after: undefined })
const filters = [
  { from: '2026-09-10' },
  { to: '2026-01-02' },
  { from: '2026-05-01', to: '2026-05-01' },
  { from: '2026-03-01', to: '2026-08-31' },
  { from: '2027-01-01' },
  { status: 'disputed' },
  { status: 'logged', from: '2026-09-15' },
  { status: 'confirmed', to: '2026-02-01' },
] as const

t.test('entries name the partners of their engagement, whoever wrote them', async (t) => {
  t.equal(owners.length, 1)
  const { rows } = await pool.query(
    `select count(*)::int as others from engagement_hours h join engagements e on e.id = h.engagement_id
     where (h.need_partner_id, h.offer_partner_id) is distinct from (e.need_partner_id, e.offer_partner_id)`,
  )
  t.same(rows, [{ others: 0 }])
})

for (const side of ['need', 'offer'] as const)
  t.test(`many hours are listed page after page and summed for the side of the ${side}`, async (t) => {
    t.equal(all.length, 2 * ENGAGEMENTS)
    for (const given of filters)
      for (const role of [undefined, side, side === 'need' ? 'offer' : 'need'] as const) {
        const filter: { from?: string; to?: string; status?: string } = given
        const expected = all
          .map(({ entry }) => entry)
          .filter(
            ({ workedOn, status }) =>
              (role === undefined || role === side) &&
              (filter.from === undefined || workedOn >= filter.from) &&
              (filter.to === undefined || workedOn <= filter.to) &&
              (filter.status === undefined || status === filter.status),
          )
        const name = JSON.stringify({ ...filter, role })
        const read: typeof expected = []
        for (;;) {
          const page = await hours.listOfPartner(
            partners[side],
            { ...given, role },
            { limit: 130, after: read.at(-1) },
          )
          read.push(...page.map(({ entry }) => entry))
          if (page.length < 130) break
        }
        t.same(
          read.map(({ id }) => id),
          expected.map(({ id }) => id),
          name,
        )
        const { minutes, entries } = await hours.totals(partners[side], { ...given, role })
        t.equal(entries, expected.length, name)
        t.equal(
          minutes.logged + minutes.confirmed + minutes.disputed,
          expected.reduce((sum, one) => sum + Math.round(one.hours * 60), 0),
          name,
        )
      }
  })

t.test('what waits for an answer is counted for the side that has not logged it', async (t) => {
  const logged = all.filter(({ entry }) => entry.status === 'logged')
  for (const side of ['need', 'offer'] as const)
    t.equal(
      await hours.countToAnswer(partners[side], 10_000),
      logged.filter(({ entry }) => entry.loggedBy !== side).length,
    )
})
