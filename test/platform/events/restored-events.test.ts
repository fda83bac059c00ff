import t from 'tap'
import { needInput } from '../../../src/features/postings/index.ts'
import { createEventsRepository } from '../../../src/platform/events/index.ts'
import { needBody, organizationBody } from '../../support/bodies.ts'
import { holdAgainstFresh, startReplica } from '../../support/replicas.ts'
import { type Partner, startTestService, type TestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'
import { writeAs } from '../../support/write-as.ts'

/*
 * A server that a database is restored into may have given fewer numbers than the one it was backed up from. Here the
 * same is had by writing events with the clock far ahead, and taking it back.
 */
const FAR_AHEAD = 10 ** 9

async function startOlderService() {
  const service = await startTestService(t)
  const setClock = (aheadBy: number) =>
    service.database.pool.query('update event_clock set ahead_by = $1', [aheadBy])
  await setClock(FAR_AHEAD)
  return {
    ...service,
    events: createEventsRepository(service.database.db),
    restore: () => setClock(0),
  }
}

async function read({ services }: TestService, partner: Partner, cursor: string | null) {
  await services.background.works.number_events.idle()
  const { body } = await partner.call('GET', `/v1/events?limit=100${cursor ? `&cursor=${cursor}` : ''}`)
  const types: string[] = body.data.map(({ type }: { type: string }) => type)
  return { types, cursor: body.next_cursor }
}

t.test('after a restore all events are read as before, and new ones come behind every cursor', async (t) => {
  const service = await startOlderService()
  const partner = await service.newPartner()
  await postWorld(partner)
  const backedUp = await read(service, partner, null)
  t.same(backedUp.types, ['organization.posted', 'helper.posted', 'need.posted', 'offer.posted'])
  // What came after the backup is lost, yet a partner has read it.
  await post(partner, '/v1/organizations', organizationBody())
  const lost = await read(service, partner, backedUp.cursor)
  t.same(lost.types, ['organization.posted'])
  await service.database.pool.query(`
    with lost as (delete from event_positions where position = (select max(position) from event_positions) returning *),
    gone as (delete from events using lost where events.id = lost.event_id)
    update event_numbering set last_position = last_position - 1`)

  await service.restore()
  t.equal(await service.events.setClockAhead(), true)
  t.same((await read(service, partner, null)).types, backedUp.types)
  await post(partner, '/v1/organizations', organizationBody())
  for (const { cursor } of [backedUp, lost])
    t.same((await read(service, partner, cursor)).types, ['organization.posted'])
  t.same((await read(service, partner, null)).types, [...backedUp.types, 'organization.posted'])
})

t.test('of processes that start together after a restore one alone sets the clock', async (t) => {
  const service = await startOlderService()
  await postWorld(await service.newPartner())
  await service.restore()
  const set = await Promise.all(Array.from({ length: 8 }, () => service.events.setClockAhead()))
  t.equal(set.filter(Boolean).length, 1)
})

t.test('without a restore the clock is never set, whoever writes meanwhile', async (t) => {
  const service = await startOlderService()
  t.equal(await service.events.setClockAhead(), false, 'where there is no event')
  const partner = await service.newPartner()
  const { organizationId } = await postWorld(partner)
  let writing = true
  const writes = Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let at = 0; at < 25; at++) await post(partner, '/v1/needs', needBody(organizationId))
    }),
  ).finally(() => {
    writing = false
  })
  while (writing) t.equal(await service.events.setClockAhead(), false)
  await writes
})

t.test('after a restore the rankings of all processes follow slow writers and fast ones', async (t) => {
  const service = await startOlderService()
  const partner = await service.newPartner()
  const { organizationId } = await postWorld(partner)
  await service.restore()
  await service.events.setClockAhead()
  const source = { connectionString: service.database.connectionString, revive: async () => {} }
  const replicas = [await startReplica(t, source), await startReplica(t, source)] as const
  const [writer] = replicas
  const input = needInput.parse(needBody(organizationId, { title: 'Slow' }))
  const slow = await writeAs(writer.runtime, partner.partnerId, async (ctx) => {
    const need = await writer.postings.needs.post(ctx, input)
    for (let at = 0; at < 5; at++) await post(partner, '/v1/needs', needBody(organizationId))
    return need
  })
  await holdAgainstFresh(t, source, replicas)
  for (const { market } of replicas) t.equal(market.engine.partnerOfNeed(slow.id), partner.partnerId)
})
