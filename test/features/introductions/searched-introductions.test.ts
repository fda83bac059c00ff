import t from 'tap'
import { createIntroductionsRepository } from '../../../src/features/introductions/introductions.repository.ts'
import { type HelperId, idToUuid, type PartnerId, uuidToId } from '../../../src/shared/ids.ts'
import { helperBody } from '../../support/bodies.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { startTestService } from '../../support/service.ts'
import { anotherNeed, anotherOffer, propose, twoPartners } from '../../support/two-partners.ts'
import { created, post } from '../../support/world.ts'

const service = await startTestService(t)
const { db, pool } = service.database
const introductions = createIntroductionsRepository(db)

const ROWS = 9000
const left = await newPartnerId()
await fill([left, await newPartnerId()])

t.test('both sides find introductions by words of the message and of both titles', async (t) => {
  const [inNeed, inOffer] = [inventedWord(), inventedWord()]
  const pair = await twoPartners(service, {
    need: { title: `Bücher für ${inNeed}` },
    offer: { title: `Bookkeeping and ${inOffer}` },
  })
  const ids: string[] = []
  for (const [needId, offerId, more] of [
    [pair.needId, pair.offerId, { message: 'Could we meet on the Straße of the harbor?' }],
    [await anotherNeed(pair, { title: 'The quarterly books' }), pair.offerId, {}],
    [pair.needId, await anotherOffer(pair), { message: 'Hello again' }],
  ] as const)
    ids.push(String(created(await propose(pair.needSide, needId, offerId, more)).id))
  const [first, second, third] = ids
  const expected: [query: string, ids: unknown[]][] = [
    [`q=${inNeed}`, [first, third]],
    [`q=${inOffer.slice(0, -2).toUpperCase()}`, [first, second]],
    [`q=bucher%20${inOffer}`, [first]],
    ['q=strasse', [first]],
    ['q=again', [third]],
    [`q=${inNeed}&sort=-created_at&status=proposed`, [third, first]],
    [`q=${inOffer}&need_id=${pair.needId}`, [first]],
    ['q=quarterly&role=need', [second]],
    ['q=nothingofthekind', []],
    // Who has the need and how to reach it is nobody's to find.
    ['q=pantry', []],
  ]
  const stranger = await service.newPartner()
  for (const [query, found] of expected) {
    const sides = query.includes('role') ? [pair.needSide] : [pair.needSide, pair.offerSide]
    for (const side of sides) {
      const { body } = await side.call('GET', `/v1/introductions?include=total&${query}`)
      t.same(
        body.data.map(({ id }: { id: string }) => id),
        found,
        query,
      )
      t.same(body.total, { value: found.length, is_exact: true }, query)
      const { body: csv } = await side.call(
        'GET',
        `/v1/introductions.csv?${query.replace('&sort=-created_at', '')}`,
      )
      t.equal(String(csv).trim().split('\n').length, found.length + 1, 'the CSV is narrowed too')
    }
    t.same((await stranger.call('GET', `/v1/introductions?${query}`)).body.data, [], 'nobody else finds them')
  }
})

t.test('a long list has what words and filters find on either side, in each order', async (t) => {
  const { rows } = await pool.query(
    `select id, need_partner_id = $1 as is_need, offer_partner_id = $1 as is_offer, state, created_at, updated_at,
       lower(concat_ws(' ', '', message, proposal #>> '{need,title}', proposal #>> '{offer,title}')) as text
     from introductions where need_partner_id = $1 or offer_partner_id = $1 order by id`,
    [idToUuid(left)],
  )
  type Row = (typeof rows)[number]
  const filters: [Record<string, unknown>, (row: Row) => boolean][] = [
    [{}, () => true],
    [{ status: ['declined'] }, ({ state }) => state === 'declined'],
    [{ status: ['accepted'], role: 'offer' }, ({ state, is_offer }) => state === 'accepted' && is_offer],
    [{ role: 'need' }, ({ is_need }) => is_need],
  ]
  for (const [given, isFound] of filters)
    for (const q of ['often', 'books', 'seldom', 'lonely', 'often seld', 'nosuch'])
      for (const sort of [undefined, '-created_at', 'updated_at', '-updated_at']) {
        const found = rows.filter(
          (row) => isFound(row) && q.split(' ').every((word) => row.text.includes(` ${word}`)),
        )
        const keyOf = (row: Row) =>
          (sort?.includes('updated') ? row.updated_at : row.created_at).toISOString() + row.id
        const sorted = found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        const expected = sort?.startsWith('-') ? sorted.reverse() : sorted
        const asked = { filters: given, q, sort, limit: 40 }
        t.same(
          (await introductions.list(left, asked)).map(({ id }) => id),
          expected.slice(0, 40).map(({ id }) => uuidToId('introduction', id)),
          JSON.stringify(asked),
        )
        t.same(await introductions.count(left, asked, ROWS), { value: expected.length, isExact: true })
      }
})

t.test('words that were taken out of an introduction are not found any more', async (t) => {
  const word = inventedWord()
  const pair = await twoPartners(service, { offer: { title: `Help with ${word}` } })
  created(await propose(pair.needSide, pair.needId, pair.offerId, { message: `About ${word}` }))
  const find = async () => (await pair.needSide.call('GET', `/v1/introductions?q=${word}`)).body.data.length
  t.equal(await find(), 1)
  const [side] = await introductions.list(await partnerOf(pair.helperId), { limit: 1 })
  if (side) await introductions.eraseHelper(side)
  t.equal(await find(), 0)
})

async function newPartnerId(): Promise<PartnerId> {
  return partnerOf(await post(await service.newPartner(), '/v1/helpers', helperBody()))
}

async function partnerOf(helperId: string): Promise<PartnerId> {
  // The service made it.
  const { rows } = await pool.query('select partner_id from helpers where id = $1', [
    idToUuid(helperId as HelperId),
  ])
  return uuidToId('partner', rows[0].partner_id)
}

/** Introductions of two partners: on either side of each other, or each on both sides. */
async function fill(partners: readonly PartnerId[]): Promise<void> {
  await pool.query(
    `insert into introductions (id, need_partner_id, need_id, organization_id, offer_partner_id, offer_id, helper_id, proposed_by, message,
       proposal, state, expires_at, factors, version, created_at, updated_at)
     select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, ($1::uuid[])[1 + i % 2], gen_random_uuid(), gen_random_uuid(),
       ($1::uuid[])[1 + i / 2 % 2], gen_random_uuid(), gen_random_uuid(), 'need', case when i % 3 = 0 then 'often said' end,
       case when i % 5 > 0 then jsonb_build_object('need', jsonb_build_object('title', 'Books ' || md5(i::text)),
         'offer', jsonb_build_object('title', case when i % 700 = 0 then 'seldom' when i = 8999 then 'lonely' else 'usual' end)) end,
       case when i % 997 = 0 then 'declined' when i % 2 = 0 then 'accepted' else 'expired' end, now(), '{}', 1,
       timestamptz '2026-01-01' + i * interval '1 minute', timestamptz '2026-02-01' + (i * 7919 % 12007) * interval '1 minute'
     from generate_series(1, $2::int) as i`,
    [partners.map(idToUuid), ROWS],
  )
  await pool.query('analyze introductions')
}
