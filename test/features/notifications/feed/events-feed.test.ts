import { sql } from 'drizzle-orm'
import t from 'tap'
import { newId } from '../../../../src/shared/ids.ts'
import { organizationBody } from '../../../support/bodies.ts'
import { runJob } from '../../../support/jobs.ts'
import { type Partner, startTestService } from '../../../support/service.ts'
import { proposed, twoPartners } from '../../../support/two-partners.ts'
import { post } from '../../../support/world.ts'

let now = new Date()
const service = await startTestService(t, { clock: () => now })

const cohortId = newId('cohort')

interface Event {
  id: string
  type: string
  resource_id: string
}

/** All from a cursor on, and where to go on. */
async function readOn(
  by: Partner,
  cursor: string | null,
  query = '',
  { isSettled = true } = {},
): Promise<{ events: Event[]; cursor: string | null }> {
  const events: Event[] = []
  if (isSettled) await service.services.background.works.number_events.idle()
  for (let next = cursor; ; ) {
    const { body } = await by.call('GET', `/v1/events?limit=100${query}${next ? `&cursor=${next}` : ''}`)
    events.push(...body.data)
    next = body.next_cursor
    if (!body.has_more) return { events, cursor: next }
  }
}

t.test('a partner reads what has happened to its own and to it, in order, and no more', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  await pair.offerSide.call('POST', `/v1/introductions/${id}/accept`)
  const { events } = await readOn(pair.offerSide, null)
  t.same(
    events.map(({ type }) => type),
    ['helper.posted', 'offer.posted', 'introduction.proposed', 'introduction.accepted', 'engagement.begun'],
  )
  t.match(events[2], { id: /^event_/, resource_id: id })
  const { events: own } = await readOn(pair.needSide, null, '&types=need.*,introduction.accepted')
  t.same(
    own.map(({ type }) => type),
    ['need.posted', 'introduction.accepted', 'need.changed'],
  )
  t.same((await readOn(await service.newPartner(), null)).events, [])
})

t.test('reading on from an empty page finds what comes later, and nothing twice', async (t) => {
  const partner = await service.newPartner()
  const start = await readOn(partner, null)
  t.same(start.events, [])
  await post(partner, '/v1/organizations', organizationBody())
  const first = await readOn(partner, start.cursor)
  t.equal(first.events.length, 1)
  t.same((await readOn(partner, first.cursor)).events, [])
  await post(partner, '/v1/organizations', organizationBody())
  t.equal((await readOn(partner, first.cursor)).events.length, 1)
  t.match(await partner.call('GET', '/v1/events?cursor=nonsense'), {
    status: 422,
    body: { code: 'invalid_cursor' },
  })
})

t.test('among slow and fast writers no event is skipped, and none comes twice', async (t) => {
  const partner = await service.newPartner()
  const { partnerId } = partner
  const EVENTS = 10_000
  const FAST_WRITERS = 6
  const BATCH = 5
  const written: string[] = []
  const append = async (count: number, until?: Promise<void>) => {
    const ids: string[] = []
    await service.services.runtime.inTransaction(async (tx) => {
      // A transaction has its number from its first write on.
      await tx.db.execute(sql`select pg_current_xact_id()`)
      await until
      for (let one = 0; one < count; one++) {
        const resourceId = newId('placement')
        ids.push(resourceId)
        tx.append({
          partnerId,
          type: 'placement.made',
          resourceId,
          data: { status: 'draft', cohort_id: cohortId },
        })
      }
    })
    written.push(...ids)
  }
  let writing = true
  const seen: string[] = []
  const reader = (async () => {
    let cursor: string | null = null
    for (let isLast = false; ; ) {
      const page = await readOn(partner, cursor, '', { isSettled: false })
      seen.push(...page.events.map(({ resource_id }) => resource_id))
      cursor = page.cursor
      if (isLast) return
      isLast = !writing
    }
  })()
  let fast = 0
  const share = EVENTS - 200
  const fastWriters = Array.from({ length: FAST_WRITERS }, async () => {
    while (fast < share) {
      fast += BATCH
      await append(BATCH)
    }
  })
  const slowWriters = Array.from({ length: 2 }, async () => {
    // Open while hundreds of others come and go.
    for (let round = 0; round < 10; round++) {
      const from = fast
      const others = (async () => {
        while (fast < Math.min(share, from + 700)) await new Promise((resolve) => setImmediate(resolve))
      })()
      await append(10, others)
    }
  })
  await Promise.all([...fastWriters, ...slowWriters])
  await service.services.background.works.number_events.idle()
  writing = false
  await reader
  t.ok(written.length >= EVENTS)
  t.equal(seen.length, written.length)
  t.same(new Set(seen), new Set(written))
})

t.test(
  'what happens to one thing is told in its order, also where the later transaction began first',
  async (t) => {
    const partner = await service.newPartner()
    const { partnerId } = partner
    const resourceId = newId('placement')
    const begun = Promise.withResolvers<void>()
    const isMade = Promise.withResolvers<void>()
    const later = service.services.runtime.inTransaction(async (tx) => {
      await tx.db.execute(sql`select pg_current_xact_id()`)
      begun.resolve()
      await isMade.promise
      tx.append({
        partnerId,
        type: 'placement.published',
        resourceId,
        data: { status: 'published', cohort_id: cohortId },
      })
    })
    await begun.promise
    await service.services.runtime.inTransaction(async (tx) =>
      tx.append({
        partnerId,
        type: 'placement.made',
        resourceId,
        data: { status: 'draft', cohort_id: cohortId },
      }),
    )
    isMade.resolve()
    await later
    const { events } = await readOn(partner, null)
    t.same(
      events.map(({ type }) => type),
      ['placement.made', 'placement.published'],
    )
  },
)

t.test('after 90 days events are gone, and a cursor from before says so', async (t) => {
  const [partner, idle] = [await service.newPartner(), await service.newPartner()]
  await post(idle, '/v1/organizations', organizationBody())
  const atFirst = (await readOn(idle, null)).cursor
  await post(partner, '/v1/organizations', organizationBody())
  const before = (await readOn(partner, null)).cursor
  now = new Date(now.getTime() + 91 * 24 * 3_600_000)
  await post(partner, '/v1/organizations', organizationBody())
  const recent = (await readOn(idle, atFirst)).cursor
  await runJob(service.services, 'remove_old_events')
  t.equal((await readOn(partner, null)).events.length, 1)
  t.equal((await readOn(partner, before)).events.length, 1, 'nothing behind it was removed')
  t.match(await idle.call('GET', `/v1/events?cursor=${atFirst}`), {
    status: 410,
    body: { code: 'cursor_expired' },
  })
  t.same((await readOn(idle, recent)).events, [], 'who reads on is never too late')
})

t.test('a mistyped event type is refused with the nearest one', async (t) => {
  const partner = await service.newPartner()
  const detailOf = async (types: string) =>
    (await partner.call('GET', `/v1/events?types=${types}`)).body.errors[0].detail
  t.match(await detailOf('need.postd'), /event type.* Did you mean need\.posted\?$/)
  t.match(await detailOf('unicorns'), /event type[^?]*$/)
})
