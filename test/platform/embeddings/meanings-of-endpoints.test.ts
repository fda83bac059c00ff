import t from 'tap'
import { createTestDatabase } from '../../support/database.ts'
import { inventedWord } from '../../support/invented-words.ts'
import { until } from '../../support/process.ts'
import { startTestService, type TestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

/** A service whose texts are read by an endpoint, on a database that several may share. */
const serviceOf = (standIn: StandIn, database?: TestService['database']) =>
  startTestService(t, {
    env: {
      EMBEDDINGS: 'url',
      EMBEDDINGS_URL: standIn.url,
      EMBEDDINGS_MODEL: 'stand-in',
      EMBEDDINGS_TIMEOUT_MS: '500',
    },
    ...(database && { database }),
  })

const likeOneAnother = () => {
  const work = {
    title: `Sort the ${inventedWord()} archive`,
    description: 'Boxes of letters and photographs.',
  }
  return { need: work, offer: work }
}

/** The value of the factor `meaning` in the ranking that a service makes; null while it does not count. */
async function meaningOf(service: TestService, token: string, needId: string, offerId: string) {
  const { status, body } = await service.inject({
    method: 'GET',
    url: `/v1/needs/${needId}/matches`,
    headers: { authorization: `Bearer ${token}` },
  })
  if (status !== 200) throw new Error(`status ${status}`)
  const row = body.data.find((match: { offer_id: string }) => match.offer_id === offerId)
  const factor = row?.factors.find(({ name }: { name: string }) => name === 'meaning')
  return factor === undefined || factor.weight === 0 ? null : factor.value
}

t.test('a vector that one process has made reaches the ranking of a second that can make none', async (t) => {
  const database = await createTestDatabase(t)
  const [working, failing] = [await startStandIn(t), await startStandIn(t)]
  failing.behaviour = 'fails'
  const first = await serviceOf(working, database)
  const second = await serviceOf(failing, database)
  const partner = await first.newPartner()
  const { needId, offerId } = await postWorld(partner, likeOneAnother())
  await second.services.market.feed.catchUp()
  t.ok(await until(() => meaningOf(second, partner.token, needId, offerId)))
  t.ok(working.requests.length > 0)
})

t.test(
  'an endpoint that answers in other dimensions: texts are read again, and vectors of both are never compared',
  async (t) => {
    const standIn = await startStandIn(t)
    const service = await serviceOf(standIn)
    const { pool } = service.database
    const models = async (): Promise<string[]> => {
      const { rows } = await pool.query(
        'select model from need_meanings union all select model from offer_meanings order by 1',
      )
      return rows.map(({ model }) => model)
    }
    const partner = await service.newPartner()
    const before = await postWorld(partner, likeOneAnother())
    const rank = ({ needId, offerId }: { needId: string; offerId: string }) =>
      meaningOf(service, partner.token, needId, offerId)
    await until(() => rank(before))
    // A pair may be ranked before both of its vectors are stored.
    await until(async () => (await models()).length === 2)
    t.same(await models(), ['stand-in#256', 'stand-in#256'])

    standIn.dimensions = 512
    const after = await postWorld(partner, likeOneAnother())
    t.ok(await until(() => rank(after)))
    t.same(await until(async () => new Set(await models()).size === 1 && (await models())), [
      ...Array(4).fill('stand-in#512'),
    ])
    t.ok(await until(() => rank(before)))

    // A process that starts does not know the dimensions yet, and asks for nothing that is there.
    const texts = () => standIn.requests.flat().filter((text) => text.startsWith('Sort the'))
    const asked = texts()
    const restarted = await serviceOf(standIn, service.database)
    t.ok(await until(() => meaningOf(restarted, partner.token, before.needId, before.offerId)))
    t.same(texts(), asked)
  },
)
