import t from 'tap'
import { needInput } from '../../../../src/features/postings/index.ts'
import type { PartnerId } from '../../../../src/shared/ids.ts'
import { needBody } from '../../../support/bodies.ts'
import { holdAgainstFresh, startReplica } from '../../../support/replicas.ts'
import { startTestService } from '../../../support/service.ts'
import { post, postWorld } from '../../../support/world.ts'
import { writeAs } from '../../../support/write-as.ts'

const service = await startTestService(t)
const source = { connectionString: service.database.connectionString, revive: async () => {} }

t.test('no slow transaction is missed, in whatever order they end beside faster ones', async (t) => {
  const partner = await service.newPartner()
  const { organizationId } = await postWorld(partner)
  const replicas = [await startReplica(t, source), await startReplica(t, source)]

  const slow = Array.from({ length: 4 }, (_, at) =>
    beginSlow(partner.partnerId, organizationId, `Slow ${at}`),
  )
  const slowIds = await Promise.all(slow.map(({ posted }) => posted))
  // Last begun, first ended; with fast ones before, between and behind.
  for (const { end } of slow.reverse()) {
    const fast = Array.from({ length: 8 }, (_, at) =>
      post(partner, '/v1/needs', needBody(organizationId, { title: `Fast ${at}` })),
    )
    await Promise.all([...fast, end()])
  }
  await holdAgainstFresh(t, source, replicas)
  for (const { market } of replicas)
    for (const id of slowIds) t.equal(market.engine.partnerOfNeed(id), partner.partnerId)
})

/** Posts a need in a transaction that stays open. */
function beginSlow(partnerId: PartnerId, organizationId: string, title: string) {
  const held = Promise.withResolvers<void>()
  const posted = Promise.withResolvers<string>()
  const ended = writeAs(service.services.runtime, partnerId, async (ctx) => {
    const input = needInput.parse(needBody(organizationId, { title }))
    posted.resolve((await service.services.postings.needs.post(ctx, input)).id)
    await held.promise
  })
  return {
    posted: posted.promise,
    end() {
      held.resolve()
      return ended
    },
  }
}
